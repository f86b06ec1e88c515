#!/usr/bin/env bash
# Turns Maven's log on standard input into a few lines of progress: mvn -B ... | src/build/progress.sh
# Errors and warnings of the compiler pass through.
exec awk '
  function say(text) { printf "build: %s\n", text; fflush() }
  /^\[INFO\] Download(ing|ed) from / || /^Download(ing|ed) from / {
    if (++fetched % 200 == 1) say(fetched == 1 ? "fetching libraries" : "fetching libraries (" int(fetched / 2) " files)")
    next
  }
  /^\[INFO\] --- .*spotless.*check/ { say("checking the format") }
  /^\[INFO\] --- .*compiler.*:compile / { say("compiling the operator") }
  /^\[INFO\] --- .*compiler.*:testCompile / { say("compiling the tests, the simulated OpenRouter and the demo") }
  /^\[INFO\] --- .*quarkus.*:build / { say("packaging the operator") }
  (/^\[ERROR\] / || /^\[WARNING\] \//) && !/Help 1|re-run Maven/ { print; fflush() }
'

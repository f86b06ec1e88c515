package io.openrouteroperator.controlplane.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A process that dies with the JVM that started it, even when that JVM is killed by SIGKILL.
 *
 * <p>A shell leaves a watcher behind and then becomes the program, so {@link #pid()} and signals mean the program itself. The watcher reads a pipe
 * whose only writer is this JVM: when the JVM is gone the pipe closes and the watcher kills the program. It ignores what is sent to a
 * whole process group, such as the signal of a CI system's time limit: a program that is slow to stop must not outlive it.
 */
public final class SupervisedProcess implements AutoCloseable {

    private static final String WATCHED = """
            exec 3<&0
            ( trap '' HUP INT TERM; while read -r line <&3; do :; done; kill -9 $$ ) >/dev/null 2>&1 &
            exec "$@" 3<&- </dev/null
            """;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int TAIL_LINES = 40;

    private final Launch launch;
    private final Process process;

    private SupervisedProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    static SupervisedProcess start(Launch launch) {
        try {
            Files.createDirectories(launch.directory());
            ProcessBuilder builder = new ProcessBuilder(watched(launch.command()))
                    .directory(launch.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
            builder.environment().putAll(launch.environment());
            return new SupervisedProcess(launch, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + launch.name(), e);
        }
    }

    /** The command line that runs the given one under a watcher; its standard input must be a pipe from this JVM. */
    public static List<String> watched(List<String> command) {
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", WATCHED, "watched"));
        line.addAll(command);
        return line;
    }

    /**
     * Waits until the condition holds.
     *
     * @throws IllegalStateException if the process ends first or the time is up; the message has the end of its log
     */
    public SupervisedProcess awaitReady(Duration limit, BooleanSupplier ready) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (exitsWithin(POLL)) {
                throw new IllegalStateException(
                        launch.name() + " ended with exit code " + exitCode() + " before it was ready" + shownLog());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(launch.name() + " was not ready within " + limit + shownLog());
            }
        }
        return this;
    }

    /** The program's own process id. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code; 128 + signal number for a process ended by a signal. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Ends it by SIGKILL, as a crash would, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }

    /** Asks it to stop by SIGTERM and waits for that; returns the exit code. */
    public int terminate(Duration limit) {
        // Not Process.destroy(): it would also close the pipe, and the watcher would kill at once.
        process.toHandle().destroy();
        awaitExit(limit);
        return exitCode();
    }

    /** Lets it stand still, as a machine does that is short of everything; it notices nothing. */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on where it stood. */
    public void resume() {
        signal("CONT");
    }

    /** Waits for its end without asking for it. */
    public int awaitExit(Duration limit) {
        if (!exitsWithin(limit)) {
            throw new IllegalStateException(
                    launch.name() + " still runs after " + limit + shownLog(), new TimeoutException());
        }
        return exitCode();
    }

    public Path log() {
        return launch.log();
    }

    /** The last lines of its log, for messages. */
    public String logTail() {
        try (Stream<String> lines = Files.lines(launch.log())) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - TAIL_LINES), all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean exitsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + launch.name(), e);
        }
    }

    private String shownLog() {
        return "; the end of " + launch.log() + ":\n" + logTail();
    }
}

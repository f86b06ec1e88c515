#!/usr/bin/env bash
# Prints the ten longest Java files: a file near 200 lines hides a noun that wants its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
echo "ten longest Java files:"
find src -name '*.java' -exec wc -l {} + | grep -v ' total$' | sort -rn | awk 'NR <= 10 {printf "  %4d %s\n", $1, $2}'

#!/usr/bin/env bash
# Builds Verdict and sets it beside an empty echo and an empty handler: one table, and a page with it where
# --results FILE is given. A whole run takes about forty minutes, --quick a few. Let the machine do nothing else.
#
#   benchmarks/run.sh --quick
#   benchmarks/run.sh --only 'HTTP' --output json
#   benchmarks/run.sh --results benchmarks/RESULTS.md
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

echo "run.sh: building" >&2
mvn -B -q -pl benchmarks -am -Dmaven.test.skip=true -Dspotless.check.skip package >&2

# a large young generation: its collections would be latencies
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
# a thousand connections, and what the JVM has open
ulimit -n 4096
exec "$JAVA" -Xmx2g -Xmn1g -XX:+UseSerialGC -jar benchmarks/target/benchmarks.jar load \
  --command "benchmarks/run.sh $*" "$@"

# two minutes of every attack at once on a server of 256 MB with one core, beside honest callers

# Tests, formats and compiler checks are the business of other stages.
fresh_copy "$SCRATCH/soak"
(cd "$SCRATCH/soak" && mvn -B -ntp -q package -pl benchmarks -am -Dmaven.test.skip=true -Dspotless.check.skip)
java -Xmx1g -jar "$SCRATCH/soak/benchmarks/target/benchmarks.jar" soak --minutes 2 ||
  fail "the server did not withstand"

# mvn verify on JDK 17, and with fresh seeds on the newest JDK that the machine has

# The home of the newest JDK that is newer than 17; nothing where there is none.
newer_jdk() {
  local release version newest=17 home=""
  for release in /usr/lib/jvm/*/release; do
    [ -x "${release%/release}/bin/javac" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*$/\1/p' "$release")
    if [ "${version:-0}" -gt "$newest" ]; then
      newest=$version
      home=${release%/release}
    fi
  done
  printf '%s' "$home"
}

verify() {
  local folder=$1 log=$2
  shift 2
  (cd "$folder" && mvn -B -ntp verify "$@" 2>&1) | tee "$log"
}

step "mvn verify, $(javac -version 2>&1)"
verify "$ROOT" "$SCRATCH/verify-17.log"

NEWER=$(newer_jdk)
if [ -n "$NEWER" ]; then
  SEED=$RANDOM$RANDOM
  step "mvn verify, $NEWER, -Dverdict.seed=$SEED"
  fresh_copy "$SCRATCH/newer"
  # the format is checked above, and is the same on every JDK
  JAVA_HOME=$NEWER verify "$SCRATCH/newer" "$SCRATCH/verify-newer.log" -Dspotless.check.skip \
    -Dverdict.seed="$SEED"
fi

# ./verdict serve in a fresh copy, with the lines that a newcomer pastes, and the AuthZEN certification

# Runs a printed line as it is and compares the decision.
pasted() {
  local expected=$1 line=$2 answer
  answer=$(bash -c "$line")
  printf '%s\n' "$answer"
  case $answer in
    *"\"decision\":$expected"*) ;;
    *) fail "expected a decision of $expected" ;;
  esac
}

smoke_test() {
  local output=$SCRATCH/serve.out
  start_server "$output" policies-examples/invoicing
  cat "$output"
  pasted true "$(grep '^ *curl ' "$output" | sed -n 1p)"
  pasted false "$(grep '^ *curl ' "$output" | sed -n 2p)"
  stop_server
}

# A second start takes the classes from what the first one has kept, and says nothing about it.
quick_start() {
  local classes=$SCRATCH/classes.log errors=$SCRATCH/quick.err
  VERDICT_JAVA_OPTIONS="-Xlog:class+load:file=$classes" \
    ./verdict validate policies-examples/invoicing 2>"$errors"
  [ ! -s "$errors" ] || fail "a start has something to say: $(cat "$errors")"
  grep -q 'VerdictCommand source: shared' "$classes" || fail "the classes come from the jar"
}

# The certification scenario of AuthZEN, from a client that shares no code with the server.
certify() {
  local scenario=pdp-server/src/test/resources/authzen-certification output=$SCRATCH/certify.out
  start_server "$output" "$scenario/policies"
  node "$scenario/run-cert.mjs" "$(sed -n 's/^HTTP  *//p' "$output")"
  stop_server
}

fresh_copy "$SCRATCH/newcomer"
pushd "$SCRATCH/newcomer" >/dev/null
smoke_test
quick_start
if command -v node >/dev/null; then
  step "AuthZEN certification scenario, node $(node --version)"
  certify
fi
popd >/dev/null

# What the stages share. Sourced by .ci/run, from the root of the tree.

readonly ROOT=$PWD
SCRATCH=$(mktemp -d)
readonly SCRATCH
# The process id of the server that the current stage started; empty: none.
SERVER=""

clean_up() {
  [ -z "$SERVER" ] || kill "$SERVER" 2>/dev/null || true
  rm -rf "$SCRATCH"
}
trap clean_up EXIT

step() { printf '\n=== %s (after %d s)\n' "$*" "$SECONDS"; }

fail() {
  printf '=== FAILED: %s\n' "$*"
  exit 1
}

# One decimal, as bash has whole numbers only.
minutes_since() {
  local tenths=$(((SECONDS - $1) * 10 / 60))
  printf '%d.%d' $((tenths / 10)) $((tenths % 10))
}

# Installs Debian packages whose command is not there, each as PACKAGE:COMMAND.
install_missing() {
  local pair missing=() root=()
  for pair in "$@"; do
    command -v "${pair#*:}" >/dev/null || missing+=("${pair%:*}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || fail "please install ${missing[*]}"
  step "installing ${missing[*]}"
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  "${root[@]}" apt-get update -q
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# The tree as it is, without what a build has left in it.
fresh_copy() {
  mkdir -p "$1"
  tar --exclude=./.git --exclude=target -cf - . | tar -xf - -C "$1"
}

wait_for_line() {
  local pattern=$1 file=$2 limit=$((SECONDS + 300))
  until grep -q -- "$pattern" "$file"; do
    kill -0 "$SERVER" 2>/dev/null || fail "the server ended: $(cat "$file" "$file.err")"
    [ $SECONDS -lt $limit ] || fail "no line with '$pattern' within 300 s: $(cat "$file")"
    sleep 0.2
  done
}

# Starts `./verdict serve` in the current folder; OUTPUT gets what it prints, the rest are its arguments.
start_server() {
  local output=$1
  shift
  ./verdict serve "$@" --grpc-address 127.0.0.1:0 --http-address 127.0.0.1:0 \
    --admin-address 127.0.0.1:0 >"$output" 2>"$output.err" &
  SERVER=$!
  wait_for_line 'Ctrl-C' "$output"
}

stop_server() {
  kill -TERM "$SERVER"
  wait "$SERVER" || fail "the server ended with status $? and not with 0"
  SERVER=""
}

# How many tests each module ran, of the stages that kept a log.
test_counts() {
  local log
  for log in "$SCRATCH"/verify-*.log; do
    [ -e "$log" ] || return 0
    printf '%s\n' "$(basename "$log" .log)"
    grep -E '^\[(INFO|WARNING|ERROR)\] Tests run: [0-9]+, .*[0-9]$' "$log"
  done
}

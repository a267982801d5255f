# How the editor tests keep count. Every scene of every editor is one line, `ok …` or `FAIL …`; the drivers print them, this counts them.

passed=0 failed=0

say() { printf '%s\n' "$*"; }

pass() { passed=$((passed + 1)); say "ok    $*"; }

fail() { failed=$((failed + 1)); say "FAIL  $*"; }

# Runs a driver that prints `ok SCENE` and `FAIL SCENE: WHY`, and counts for EDITOR what it prints. A driver that ends badly without
# having said FAIL counts as one failure.
#   scenes EDITOR LOG COMMAND...
scenes() {
  local editor=$1 log=$2 line failures=$failed status
  shift 2
  ("$@") >"$log" 2>"$log.err" </dev/null
  status=$?
  while IFS= read -r line; do
    case $line in
      'ok '*) pass "$editor: ${line#ok }" ;;
      'FAIL '*) fail "$editor: ${line#FAIL }" ;;
    esac
  done <"$log"
  if [ $status -ne 0 ] && [ $failed -eq $failures ]; then
    fail "$editor: the driver ended with status $status; the end of its log: $(tail -n 3 "$log.err" | tr '\n' ' ')"
  fi
}

# A test that cannot fail proves nothing: the driver must say FAIL when the server is missing, ends at once, echoes or says nothing.
#   must_fail EDITOR LOG FUNCTION    (FUNCTION runs the driver with $PLANLINT)
must_fail() {
  local editor=$1 log=$2 driver=$3 impostor
  for impostor in missing quitting echoing mute; do
    if (PLANLINT=$impostors/$impostor PATIENCE_MS=4000 "$driver") >"$log.$impostor" 2>"$log.$impostor.err" </dev/null || ! grep -q '^FAIL ' "$log.$impostor"; then
      fail "$editor: the test does not notice a server that is $impostor"
    else
      pass "$editor: the test notices a server that is $impostor"
    fi
  done
}

# Programs that stand in for planlint and are no good. `missing` is not there.
make_impostors() {
  impostors=$1
  mkdir -p "$impostors"
  printf '#!/bin/sh\nexit 1\n' >"$impostors/quitting"
  printf '#!/bin/sh\nexec cat\n' >"$impostors/echoing"
  printf '#!/bin/sh\nexec python3 "%s"\n' "$here/mute-server.py" >"$impostors/mute"
  chmod +x "$impostors"/*
}

# A fresh folder with the plans of the tests, as someone's home and workspace. Prints its path.
fresh_folder() {
  local folder
  folder=$(mktemp -d "$runs/XXXXXX") && cp "$here"/plans/* "$folder"
  printf '%s' "$folder"
}

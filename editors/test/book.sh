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

# A test that cannot fail proves nothing: with a server that is missing, ends at once, echoes or says nothing, every scene that passed in LOG
# must fail. The servers are tried at the same time, since most of it is waiting.
#   must_fail EDITOR LOG FUNCTION    (FUNCTION runs the driver with $PLANLINT)
must_fail() {
  local editor=$1 log=$2 driver=$3 impostor tries=()
  for impostor in missing quitting echoing mute; do
    (PLANLINT=$impostors/$impostor PATIENCE_MS=${PROOF_PATIENCE_MS:-2000} "$driver") >"$log.$impostor" 2>"$log.$impostor.err" </dev/null &
    tries+=($!)
  done
  wait "${tries[@]}"
  for impostor in missing quitting echoing mute; do
    must_have_failed "$editor" "$log" "$impostor"
  done
}

must_have_failed() {
  local editor=$1 log=$2 impostor=$3 scene scenes=0 unmoved=''
  while IFS= read -r scene; do
    scenes=$((scenes + 1))
    grep -qF -- "FAIL $scene: " "$log.$impostor" || unmoved+=" '$scene'"
  done < <(sed -n 's/^ok //p' "$log")
  if [ $scenes -gt 0 ] && [ -z "$unmoved" ]; then
    pass "$editor: each of the $scenes scenes fails with a server that is $impostor"
  else
    fail "$editor: not each of the $scenes scenes fails with a server that is $impostor:${unmoved:- none passed with a sound one}"
  fi
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

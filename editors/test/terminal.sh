# One editor in a real terminal (tmux), as a person has it: looks at the screen, presses keys. Each scene it plays is one line, `ok SCENE` or
# `FAIL SCENE: WHY`; `status` is 1 when one failed.

status=0
patience=$((${PATIENCE_MS:-60000} / 1000))
terminal=(tmux -L "planlint-$$" -f /dev/null)
trap '"${terminal[@]}" kill-server 2>/dev/null' EXIT

# Runs COMMAND, a line of shell, in the terminal.
open_terminal() { "${terminal[@]}" new-session -d -x 140 -y 40 "$1"; }

screen() { "${terminal[@]}" capture-pane -p -t 0 2>/dev/null; }
press() { "${terminal[@]}" send-keys -t 0 "$@"; }

# Plays a scene, in a shell of its own so that it can give up without ending the others.
#   play SCENE FUNCTION
play() {
  scene=$1
  if ("$2"); then
    echo "ok $scene"
  else
    status=1
    [ $patience -lt 4 ] || patience=4 # what comes now may want what did not come
  fi
}

give_up() {
  echo "FAIL $scene: $1"
  screen >&2
  exit 1
}

# Waits until the screen shows TEXT.
shows() {
  local end=$((SECONDS + patience))
  until screen | grep -qF -- "$1"; do
    [ $SECONDS -lt $end ] || give_up "the screen never showed '$1'"
    sleep 0.1
  done
}

# Presses KEYS, again every four seconds, until CONDITION holds. The pause keeps Escape from being read as Alt.
#   presses_until WHY CONDITION KEYS...
presses_until() {
  local why=$1 condition=$2 end=$((SECONDS + patience)) turn=0
  shift 2
  until "$condition"; do
    [ $SECONDS -lt $end ] || give_up "$why"
    if [ $((turn++ % 40)) = 0 ]; then press Escape && sleep 0.3 && press "$@"; fi
    sleep 0.1
  done
}

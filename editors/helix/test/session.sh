#!/usr/bin/env bash
# One Helix session in a real terminal (tmux), in the folder of the plans: reads the screen, presses keys, looks at the saved file.
#   session.sh HELIX RUNTIME
# Prints `ok SCENE` or `FAIL SCENE: WHY`; status 1 when one failed.
set -u

helix=$1 runtime=$2
patience=$((${PATIENCE_MS:-60000} / 1000))
terminal=(tmux -L "planlint-helix-$$" -f /dev/null)
trap '"${terminal[@]}" kill-server 2>/dev/null' EXIT

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

offers_the_experience() { screen | grep -v 'does not state' | grep -qi 'experience'; }

saved() { grep -qx -e '- \*\*Experience:\*\* TODO' helpline.plan.md; }

mkdir -p .config/helix
cat >.config/helix/languages.toml <<TOML
[language-server.planlint]
command = "$PLANLINT"
args = ["server"]

[[language]]
name = "markdown"
language-servers = ["planlint"]
TOML
cat >.config/helix/config.toml <<'TOML'
[editor]
end-of-line-diagnostics = "hint"
TOML

shows_the_finding() {
  shows 'does not state the desired customer experience'
}

mends_the_finding() {
  # Anywhere on its line.
  press ":$(grep -n '^## Mission' helpline.plan.md | cut -d: -f1)" Enter
  presses_until 'no menu of code actions came' offers_the_experience Space a
  press Enter
  shows '- **Experience:** TODO'
  presses_until 'the saved file does not hold the line' saved ':w' Enter
}

status=0
HOME=$PWD XDG_CONFIG_HOME=$PWD/.config XDG_CACHE_HOME=$PWD/.cache HELIX_RUNTIME=$runtime \
  "${terminal[@]}" new-session -d -x 140 -y 40 "'$helix' -v --log helix.log helpline.plan.md"
play 'shows what is missing behind the line' shows_the_finding
play 'a code action inserts the missing line' mends_the_finding
exit $status

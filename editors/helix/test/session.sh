#!/usr/bin/env bash
# One Helix session in a real terminal, in the folder of the plans: reads the screen, presses keys, looks at the saved file.
#   session.sh HELIX RUNTIME
# Prints `ok SCENE` or `FAIL SCENE: WHY`; status 1 when one failed.
set -u

helix=$1 runtime=$2
source "$(dirname "${BASH_SOURCE[0]}")/../../test/terminal.sh"

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

open_terminal "HOME='$PWD' XDG_CONFIG_HOME='$PWD/.config' XDG_CACHE_HOME='$PWD/.cache' HELIX_RUNTIME='$runtime' \
  '$helix' -v --log helix.log helpline.plan.md"
play 'shows what is missing behind the line' shows_the_finding
play 'a code action inserts the missing line' mends_the_finding
exit $status

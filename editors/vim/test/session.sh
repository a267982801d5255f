#!/usr/bin/env bash
# One Vim session with ALE in a real terminal, in the folder of the plans: reads the screen, presses keys, looks at the saved file.
#   session.sh USR    (the folder that holds Vim and ALE as Debian lays them out)
# Prints `ok SCENE` or `FAIL SCENE: WHY`; status 1 when one failed.
set -u

usr=$1
source "$(dirname "${BASH_SOURCE[0]}")/../../test/terminal.sh"

saved() { grep -qx -e '- \*\*Experience:\*\* TODO' helpline.plan.md; }

offers_the_experience() { screen | grep -q '[0-9]: *Insert Experience\|Insert Experience'; }

mkdir -p .vim/ale_linters/markdown bin
ln -s "$PLANLINT" bin/planlint
cp "$(dirname "${BASH_SOURCE[0]}")/../ale_linters/markdown/planlint.vim" .vim/ale_linters/markdown
cat >.vimrc <<VIM
set nocompatible nomore
filetype plugin on
let &runtimepath .= ',$usr/share/vim-ale'
let g:ale_linters = {'markdown': ['planlint']}
VIM

shows_the_finding() {
  shows 'customer experience'
}

mends_the_finding() {
  # Anywhere on its line.
  press ":$(grep -n '^## Mission' helpline.plan.md | cut -d: -f1)" Enter
  presses_until 'no menu of code actions came' offers_the_experience ':ALECodeAction' Enter
  press "$(screen | sed -n 's/^ *\([0-9]*\)[:.)] *Insert Experience.*/\1/p' | head -n 1)" Enter
  presses_until 'the saved file does not hold the line' saved ':w' Enter
}

open_terminal "HOME='$PWD' PATH='$PWD/bin':\$PATH VIMRUNTIME='$usr/share/vim/vim91' '$usr/bin/vim.basic' helpline.plan.md"
play 'shows what is missing behind the line' shows_the_finding
play 'a code action inserts the missing line' mends_the_finding
exit $status

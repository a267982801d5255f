# Vim with ALE, both from Debian 13.

vim_session() {
  cd "$(fresh_folder)" || return
  bash "$project/editors/vim/test/session.sh" "$cache/trixie/usr"
}

if fetch_trixie; then
  scenes vim "$logs/vim" vim_session
  must_fail vim "$logs/vim" vim_session
fi

# Helix, from Debian 13.

helix_session() {
  cd "$(fresh_folder)" || return
  bash "$project/editors/helix/test/session.sh" "$cache/trixie/usr/bin/hx" "$cache/trixie/usr/lib/hx/runtime"
}

if fetch_trixie; then
  scenes helix "$logs/helix" helix_session
  must_fail helix "$logs/helix" helix_session
fi

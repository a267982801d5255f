# Emacs with its own eglot, from Debian 13. It lies in a folder of its own, so it must be told where its parts are.

emacs_session() {
  local root=$cache/trixie version lisp
  cd "$(fresh_folder)" || return
  version=$(ls "$root/usr/libexec/emacs")
  lisp=$root/usr/share/emacs/$version
  mkdir .git
  HOME=$PWD EMACSLOADPATH=$(find "$lisp/lisp" -type d | paste -sd:) EMACSDATA=$lisp/etc EMACSDOC=$lisp/etc \
    EMACSPATH=$root/usr/libexec/emacs/$version/x86_64-linux-gnu \
    timeout 400 "$root/usr/bin/emacs-nox" --dump-file="$(ls "$root/usr/libexec/emacs/$version/"*/*.pdmp)" --batch -Q \
    -l "$project/editors/emacs/test/session.el"
}

if fetch_trixie; then
  scenes emacs "$logs/emacs" emacs_session
  must_fail emacs "$logs/emacs" emacs_session
fi

#!/bin/sh
# Times the whole program against the bare parser, and against other Markdown linters that are installed.
# What counts are the ratios of one run: absolute times drift with the machine. Wants GNU time.
set -eu
cd "$(dirname "$0")/.."
corpus=${1:-target/corpus}
runs=${RUNS:-5}

cargo build --release --quiet --bin planlint --example limit --example corpus
target=$(cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')/release
[ -d "$corpus/d" ] || "$target/examples/corpus" "$corpus"

# The best of several runs, as "wall user MiB" of one: TIMES COMMAND…. What takes a few milliseconds is done many times in one run, since
# `time` counts in hundredths of a second. A linter that finds something ends with 1.
best() {
    times=$1
    shift
    for _ in $(seq "$runs"); do
        /usr/bin/time --quiet --format '%e %U %M' --output "$corpus/time" \
            sh -c 'for _ in $(seq "$0"); do "$@" || true; done' "$times" "$@" >/dev/null 2>&1
        cat "$corpus/time"
    done | sort -n | awk -v times="$times" 'NR == 1 { printf "%f %f %.0f\n", $1 / times, $2 / times, $3 / 1024 }'
}

# One line of the table: what it is called, and the command. "x" is its processor time to the bare parser's.
row() {
    name=$1
    shift
    best "$times" "$@" | awk -v name="$name" -v limit="$limit" '
        { printf "  %-28s %9.2f ms wall %9.2f ms user %6d MiB", name, $1 * 1000, $2 * 1000, $3 }
        limit > 0 { printf "  %5.1fx", $2 / limit }
        { print "" }'
}

for part in a b c d; do
    echo "$part: $(find "$corpus/$part" -name '*.md' | wc -l) files, $(find "$corpus/$part" -name '*.md' -exec cat {} + | wc -c) bytes"
    case $part in b) times=20 ;; d) times=50 ;; *) times=1 ;; esac
    limit=0
    limit=$(best "$times" "$target/examples/limit" 1 "$corpus/$part" | cut -d' ' -f2)
    row "the parser alone" "$target/examples/limit" 1 "$corpus/$part"
    row "planlint, 1 thread" "$target/planlint" check --threads 1 --format short "$corpus/$part"
    row "planlint, all threads" "$target/planlint" check --format short "$corpus/$part"
    ! command -v rumdl >/dev/null || row "rumdl, without its cache" rumdl check --no-cache "$corpus/$part"
    ! command -v panache >/dev/null || row "panache" panache lint "$corpus/$part"
    ! command -v markdownlint-cli2 >/dev/null || row "markdownlint-cli2" markdownlint-cli2 "$corpus/$part/**/*.md"
done

#!/bin/sh
# same_output.sh - the same bytes from gcc -O0, gcc -O3 and clang.
#
# Builds the program three times below build/ and compares its text and its
# --explain=jsonl (every feature, every point) over all fixtures, and over the
# annotated pages where they are there.
SHARED=${SHARED:-../shared}
unset MAKEFLAGS MFLAGS MAKELEVEL BUILD
LC_ALL=C
export LC_ALL

variants="gcc-O0 gcc-O3 clang-O2"
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

build() {
    compiler=${1%-O*}
    make -s -j2 BUILD="build/same-$1" CC="$compiler" CFLAGS="-O${1#*-O}" cli
}

find fixtures -name 'source.*' -type f | sort >"$scratch/pages"
for folder in pages dumps excerpts; do
    if [ -d "$SHARED/eval/$folder" ]; then
        find "$SHARED/eval/$folder" -type f | sort >>"$scratch/pages"
    else
        echo "SKIPPED: same_output: $SHARED/eval/$folder is not there"
    fi
done
n_pages=$(wc -l <"$scratch/pages")

# extract VARIANT FORM: all pages; what goes wrong is printed.
extract() {
    tr '\n' '\0' <"$scratch/pages" |
        xargs -0 "build/same-$1/lubb" $2 >"$scratch/$1" 2>"$scratch/errors"
    cat "$scratch/errors"
    [ -s "$scratch/$1" ] && [ ! -s "$scratch/errors" ]
}

# compare VARIANT FORM: page by page only where something differs.
compare() {
    if extract "$1" "$2" && cmp -s "$scratch/gcc-O0" "$scratch/$1"; then
        passed=$((passed + n_pages))
        return
    fi
    n_same=0
    while read -r page; do
        build/same-gcc-O0/lubb $2 "$page" >"$scratch/a" 2>&1
        build/same-$1/lubb $2 "$page" >"$scratch/b" 2>&1
        if cmp -s "$scratch/a" "$scratch/b"; then
            n_same=$((n_same + 1))
        else
            echo "$page: $1 ${2:-text} is not gcc-O0's:"
            diff "$scratch/a" "$scratch/b" | head -n 4 | cut -c 1-400
        fi
    done <"$scratch/pages"
    # Alike page by page, yet not together: then something is carried over.
    [ "$n_same" -lt "$n_pages" ] || n_same=$((n_pages - 1))
    passed=$((passed + n_same))
    failed=$((failed + n_pages - n_same))
}

for variant in $variants; do
    if ! build "$variant"; then
        echo "same_output: $variant cannot be built"
        echo "0 passed, 1 failed"
        exit 1
    fi
done
for form in "" --explain=jsonl; do
    extract gcc-O0 "$form"
    compare gcc-O3 "$form"
    compare clang-O2 "$form"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

#!/bin/sh
# house.sh - the rules of the house that a machine can check, a line a rule.
#
# Run from the top of the tree, after a build. Each rule prints what breaks it:
# a rule passes when it prints nothing. What a rule cannot see here (no ctags, a
# build with sanitizers) is said in a line that begins with SKIPPED.
BUILD=${BUILD:-build}
CC=${CC:-cc}
CXX=${CXX:-c++}
LC_ALL=C
export LC_ALL

rooms="base text page rules judge emit"
warnings="-Wall -Wextra -Wpedantic -Wshadow -Wconversion"
c_warnings="$warnings -Wstrict-prototypes -Wmissing-prototypes -Wvla"

# Functions that may be long, FILE:FUNCTION and the reason; nothing else may.
long_functions=""

scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

rule() {
    name=$1
    shift
    "$@" >"$scratch/found" 2>&1
    if [ -s "$scratch/found" ]; then
        echo "house: $name:"
        head -n 20 "$scratch/found" | sed 's/^/    /'
        failed=$((failed + 1))
    else
        passed=$((passed + 1))
    fi
}

skip() {
    echo "SKIPPED: house: $1"
}

# Our C: everything but what is generated.
sources() {
    find engine tests $(ls -d fuzz 2>/dev/null) -name '*.[ch]' | sort
}

# Our text: what may be tracked, and nothing that was built.
texts() {
    find . \( -name .git -o -name build -o -name __pycache__ \) -prune \
        -o -type f -print | sort
}

# Lines of code, FILE:LINE:TEXT, without comments that have lines to themselves.
code() {
    grep -n '' "$@" | grep -vE '^[^:]*:[0-9]+: *(/\*| \*|\*)'
}

# ---- includes ---------------------------------------------------------------

rooms_include_downwards() {
    below=
    for room in $rooms; do
        below="$below${below:+|}$room"
        grep -nE '^#include "' engine/$room/*.[ch] |
            grep -vE ":#include \"(($below)/[a-z0-9_]+\.(h|inc))\""
    done
}

program_sees_public_headers_only() {
    grep -nE '^#include "' engine/cli/*.[ch] |
        grep -vE ':#include "(lubb(_rules)?\.h|cli/[a-z0-9_]+\.h)"'
}

public_headers_include_the_language_only() {
    grep -nE '^#include' engine/lubb_rules.h |
        grep -vE ':#include (<(stddef|stdint)\.h>|"lubb\.h")'
    grep -nE '^#include' engine/lubb.h |
        grep -vE ':#include <(stddef|stdint)\.h>'
}

one_door_for_each_library() {
    grep -rnE '^#include <gumbo\.h>' engine | grep -v '^engine/page/html_tree\.c:'
    grep -rnE '^#include <pcre2\.h>' engine | grep -v '^engine/rules/pattern'
    grep -rnE '^#include <jsmn\.h>' engine | grep -v '^engine/page/json_ld\.c:'
}

own_header_comes_first() {
    for c in engine/*/*.c engine/*.c; do
        h=${c%.c}.h
        [ -f "$h" ] || continue
        first=$(grep -m 1 '^#include' "$c")
        [ "$first" = "#include \"${h#engine/}\"" ] || echo "$c: $first"
    done
}

# ---- what the library may call ----------------------------------------------

no_printing_no_locale_no_way_out() {
    code engine/*.c engine/base/*.[ch] engine/text/*.[ch] engine/page/*.[ch] \
        engine/rules/*.[ch] engine/judge/*.[ch] engine/emit/*.[ch] |
        grep -E \
        -e '\b(v?(f|s|sn)?printf|f?puts|putchar|setlocale|getenv|system)\(' \
        -e '\b(strlen|strn?cpy|strn?cat|strtok|strdup|ato[il]|strto[a-z]+)\(' \
        -e '\bis(al(pha|num)|x?digit|space|upper|lower|punct|print|cntrl)\(' \
        -e '\b(tolower|toupper|s?rand|time|clock|_?exit|abort|signal)\(' \
        -e '\balloca\('
}

memory_has_four_owners() {
    code engine/*.c engine/*/*.[ch] |
        grep -E '\b(malloc|calloc|realloc|free)\(' |
        grep -vE '^engine/(base/store\.c|engine\.c|worker\.c|cli/)'
}

files_are_read_in_one_place() {
    code engine/*.c engine/*/*.[ch] | grep -E '\b(fopen|fread|fgets|open)\(' |
        grep -vE '^engine/(rule_files\.c|cli/|embed/)'
}

one_jump() {
    code engine/*.c engine/*/*.[ch] | grep -E '\bsetjmp\(' |
        grep -v '^engine/extract\.c:'
    code engine/*.c engine/*/*.[ch] | grep -E '\blongjmp\(' |
        grep -v '^engine/base/arena\.c:'
}

no_floating_point() {
    code engine/*.[ch] engine/*/*.[ch] | grep -E '\b(float|double)\b'
}

# What the objects ask of the system, whatever the sources look like: its
# own names, then the few functions that have no state; qsort() at load only.
library_calls_nothing_else() {
    nm -A "$BUILD/liblubb.a" >"$scratch/names"
    awk '$(NF - 1) != "U" { print $NF }' "$scratch/names" |
        sort -u >"$scratch/ours"
    awk '$(NF - 1) == "U" { split($1, part, ":"); print part[2], $NF }' \
        "$scratch/names" | sort -u >"$scratch/asked"
    awk 'NR == FNR { ours[$1]; next } !($2 in ours)' "$scratch/ours" \
        "$scratch/asked" | grep -vE \
        -e ' (mem(cpy|move|set|cmp|chr)|bcmp|_*setjmp|longjmp|__assert_fail)$' \
        -e ' (__stack_chk_fail|_GLOBAL_OFFSET_TABLE_|__mem[a-z]+_chk)$' \
        -e '^store\.o (calloc|free)$' -e '^worker\.o (malloc|calloc|free)$' \
        -e '^engine\.o (calloc|free)$' \
        -e '^rule_files\.o (f(open|read|close|error|stat)|stat|(open|read|close)dir|qsort)$' \
        -e '^(literals|rule_cuts|selector|lint|list)\.o qsort$' -e '^html_tree\.o (gumbo_|kGumbo)' \
        -e '^pattern[a-z_]*\.o pcre2_' -e ' XXH'
}

# ---- state and symbols ------------------------------------------------------

# Relocated constants (.data.rel.ro) are read-only once the program runs.
no_writable_data() {
    objdump -t "$BUILD/liblubb.a" "$BUILD"/liblubb.so.*.*.* 2>&1 | awk '
        /file format/ { file = $1 }
        / O / && /[ \t](\.(data|bss|tdata|tbss)[^ \t]*|\*COM\*)[ \t]/ &&
            !/\.data\.rel\.ro/ { print file, $NF }' |
        grep -vE -e ' (__dso_handle|_DYNAMIC|_GLOBAL_OFFSET_TABLE_)$' \
            -e ' (completed\.[0-9]+|__TMC_END__)$' \
            -e ' __(do_global_dtors_aux_fini|frame_dummy_init)_array_entry$'
}

library_shows_public_names_only() {
    nm -D --defined-only "$BUILD"/liblubb.so.*.*.* | awk '{ print $NF }' |
        sort >"$scratch/shown"
    grep -v '^lubb_' "$scratch/shown"
    grep -ohE '^LUBB_API .*|^ *lubb_[a-z_]+\(' engine/lubb*.h |
        grep -oE 'lubb_[a-z_]+\(' | tr -d '(' | sort -u |
        comm -3 - "$scratch/shown"
}

# ---- headers ----------------------------------------------------------------

headers_compile_alone() {
    for h in $(find engine tests $(ls -d fuzz 2>/dev/null) -name '*.h'); do
        echo "#include \"$h\"" >"$scratch/alone.c"
        $CC -std=c11 $c_warnings -Iengine -I. -Itests -fsyntax-only \
            "$scratch/alone.c"
    done
}

public_headers_are_c_and_cxx() {
    echo '#include "lubb_rules.h"' >"$scratch/alone.c"
    $CC -std=c11 $c_warnings -Werror -Iengine -fsyntax-only "$scratch/alone.c"
    $CXX $warnings -Werror -Iengine -fsyntax-only -x c++ "$scratch/alone.c"
}

headers_are_guarded_by_their_name() {
    for h in $(find engine tests $(ls -d fuzz 2>/dev/null) -name '*.h'); do
        guard=LUBB_$(echo "${h#engine/}" | tr 'a-z/.' 'A-Z__')
        case $h in engine/lubb*.h) guard=${guard#LUBB_} ;; esac
        grep -q "^#ifndef $guard\$" "$h" && grep -q "^#define $guard\$" "$h" ||
            echo "$h: no guard $guard"
    done
}

# ---- sizes and layout -------------------------------------------------------

files_are_short() {
    sources | xargs wc -l | awk '$2 != "total" && $1 > 500'
}

# ctags gives name, file and the lines a function begins and ends on.
functions() {
    sources | xargs ctags -f - --fields=+ne --kinds-C=f |
        awk -F '\t' '{
            beg = end = 0
            for (i = 4; i <= NF; i++) {
                if ($i ~ /^line:/) beg = substr($i, 6)
                if ($i ~ /^end:/) end = substr($i, 5)
            }
            if (end) print end - beg + 1, $2 ":" $1
        }' | sort -n
}

functions_are_short() {
    functions | awk '$1 > 60' | while read -r n where; do
        case " $long_functions " in
            *" $where "*) ;;
            *) echo "$where: $n lines" ;;
        esac
    done
}

most_functions_are_very_short() {
    functions | grep ' engine/' | awk '
        { n[NR] = $1 }
        END {
            if (n[int(NR / 2)] > 15) print "median:", n[int(NR / 2)]
            if (n[int(NR * 9 / 10)] > 40) print "9 in 10:", n[int(NR * 9 / 10)]
        }'
}

# In characters: the second and later bytes of each are not counted.
lines_fit_80_columns() {
    for f in $(sources); do
        tr -d '\200-\277' <"$f" | awk -v f="$f" '
            length > 80 { print f ":" FNR ": " length " columns" }'
    done
}

no_tabs_no_trailing_blanks() {
    sources | xargs grep -nE "$(printf '\t')| \$|$(printf '\r')"
    find tests python .ci \( -name '*.sh' -o -name '*.py' -o -name run \) \
        -type f | xargs grep -nE " \$|$(printf '\t| \r')"
}

names_stand_on_their_own_line() {
    sources | xargs awk '
        FNR > 1 && /^\{/ && before ~ /^[a-z].*[ *][a-z_0-9]+\(.*\)$/ {
            print FILENAME ":" FNR - 1 ": " before
        }
        { before = $0 }'
}

# Beside a header of the same name a file may have no head of its own.
files_open_with_their_name() {
    for f in $(sources) $(find engine -name '*.inc'); do
        head=$(head -n 1 "$f")
        case $head in
            "/* $(basename "$f") - "*) continue ;;
            "#include "*|"#define _POSIX_C_SOURCE "*)
                [ "${f%.c}" != "$f" ] && [ -f "${f%.c}.h" ] && continue
                ls engine/"$(dirname "${f#tests/}")"/"$(basename "$f" |
                    sed 's/^test_//')" >/dev/null 2>&1 && continue ;;
        esac
        echo "$f: $head"
    done
}

nothing_is_put_off() {
    code $(sources) | grep -E '\b(TODO|FIXME|XXX)\b' | grep -v '#[0-9]'
}

# ---- what belongs to nobody else --------------------------------------------

no_path_of_one_machine() {
    texts | xargs grep -InE '(^|[ "'"'"'=(:`])/(work|farm|root)/'
    texts | xargs grep -InF "$PWD/"
}

no_package_registry() {
    texts | xargs grep -InEi \
        -e '(py[p]i|crate[s]|rubygem[s])\.(org|io|python\.org)' \
        -e 'pythonhoste[d]\.|npmj[s]\.|proxy\.golan[g]|deb\.debia[n]\.org' \
        -e 'repo[0-9]?\.mave[n]' \
        -e '://[^ /"]*(registr[y]|artifactor[y]|nexu[s]|mirro[r])[^ /"]*[./:]'
}

every_fixture_is_in_the_index() {
    awk -F '\t' '{ print $1 "/" $2 }' fixtures/index.tsv | sort >"$scratch/index"
    uniq -d "$scratch/index"
    (cd fixtures && ls -d html/* plain/*) | sort | comm -3 - "$scratch/index"
}

scripts_parse() {
    for f in $(find tests -name '*.sh'); do
        sh -n "$f"
    done
}

rule "rooms include downwards only" rooms_include_downwards
rule "the program sees public headers only" program_sees_public_headers_only
rule "public headers need nothing" public_headers_include_the_language_only
rule "one door for each library" one_door_for_each_library
rule "a file's own header comes first" own_header_comes_first
rule "nothing prints, asks the locale or leaves" no_printing_no_locale_no_way_out
rule "memory has its owners" memory_has_four_owners
rule "files are read in one place" files_are_read_in_one_place
rule "one setjmp, one longjmp" one_jump
rule "no floating point" no_floating_point
if nm "$BUILD/liblubb.a" 2>/dev/null | grep -qE '__(asan|tsan|msan|ubsan)_'; then
    skip "symbols: $BUILD is built with sanitizers"
else
    rule "the library calls nothing else" library_calls_nothing_else
    rule "no writable data" no_writable_data
    rule "the library shows public names only" library_shows_public_names_only
fi
rule "every header compiles alone" headers_compile_alone
rule "public headers are C and C++" public_headers_are_c_and_cxx
rule "headers are guarded by their name" headers_are_guarded_by_their_name
rule "no file over 500 lines" files_are_short
if ctags --version 2>/dev/null | grep -q 'Universal Ctags'; then
    rule "no function over 60 lines" functions_are_short
    rule "most functions are very short" most_functions_are_very_short
else
    skip "lengths of functions: no universal-ctags"
fi
rule "lines fit 80 columns" lines_fit_80_columns
rule "no tabs, no trailing blanks" no_tabs_no_trailing_blanks
rule "a function's name begins its line" names_stand_on_their_own_line
rule "files open with their name" files_open_with_their_name
rule "nothing is put off" nothing_is_put_off
rule "no path of one machine" no_path_of_one_machine
rule "no package registry" no_package_registry
rule "every fixture is in the index" every_fixture_is_in_the_index
rule "scripts parse" scripts_parse

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

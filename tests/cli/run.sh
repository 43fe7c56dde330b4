#!/bin/sh
# run.sh - runs the program as people do: tests/cli/TOPIC/NAME.sh each in a fresh
# directory, with what it prints and its exit status compared to NAME.stdout.exact,
# NAME.stderr.exact and NAME.exit beside it (absent: nothing printed, status 0).
# `run.sh TOPIC/NAME...` runs these only. A script that needs what is not installed
# says so on standard error and exits with 77.
#
# A script sees $LUBB (the program), $FILES (tests/cli/files) and $TOP (the
# repository); LUBB may be set from outside, else it is build/lubb.
here=$(cd "$(dirname "$0")" && pwd)
TOP=$(cd "$here/../.." && pwd)
FILES=$here/files
LUBB=${LUBB:-${BUILD:-build}/lubb}
case $LUBB in /*) ;; *) LUBB=$TOP/$LUBB ;; esac
LC_ALL=C
export TOP FILES LUBB LC_ALL

if [ ! -x "$LUBB" ]; then
    echo "run.sh: $LUBB is not there; build it first" >&2
    exit 2
fi
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

# same WHAT WANTED GOT: whether two files are equal, an absent one being empty.
same() {
    [ -f "$2" ] || set -- "$1" /dev/null "$3"
    cmp -s "$2" "$3" && return 0
    echo "$name: $1 differs"
    diff "$2" "$3" | head -n 20
    return 1
}

run_one() {
    base=$here/$name
    rm -rf "$scratch/dir"
    mkdir "$scratch/dir"
    (cd "$scratch/dir" && sh "$base.sh" >../stdout 2>../stderr </dev/null)
    status=$?
    echo $status >"$scratch/exit"
    if [ $status -eq 77 ]; then
        echo "SKIPPED: cli/$name: $(cat "$scratch/stderr")"
        return 77
    fi
    echo 0 >"$scratch/wanted"
    [ -f "$base.exit" ] && cp "$base.exit" "$scratch/wanted"
    same "standard output" "$base.stdout.exact" "$scratch/stdout" &&
        same "standard error" "$base.stderr.exact" "$scratch/stderr" &&
        same "exit status" "$scratch/wanted" "$scratch/exit"
}

[ $# -gt 0 ] || set -- $(cd "$here" && ls */*.sh)
for name; do
    name=${name%.sh}
    run_one
    case $? in
    0) passed=$((passed + 1)) ;;
    77) ;;
    *) failed=$((failed + 1)) ;;
    esac
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]

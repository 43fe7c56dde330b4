#!/bin/sh
# demo.sh - what lubb does, in a minute: `demo.sh PROGRAM`, run by make demo.
LUBB=${1:-build/lubb}

# show LINES ARGUMENT...: the command, the first lines it prints, its status.
show() {
    n=$1
    shift
    printf '$ lubb %s\n' "$*"
    out=$("$LUBB" "$@")
    status=$?
    [ -z "$out" ] || printf '%s\n' "$out" | head -n "$n"
    more=$(($(printf '%s' "$out" | wc -l) + 1 - n))
    [ "$more" -le 0 ] || echo "  ... and $more more lines"
    [ "$status" -eq 0 ] || echo "  (status $status)"
    echo
}

say() {
    printf -- '-- %s\n\n' "$*"
}

# count FLAG: what wc counts on standard input, without its blanks.
count() {
    wc "$1" | tr -d ' '
}

page=fixtures/html/jannah-theme/source.html
dump=fixtures/plain/libya-portal-dump/source.txt
home=fixtures/plain/home-dump/source.txt

n_text=$("$LUBB" $page | count -c)
say "An article: $(count -c <$page) bytes of HTML, $n_text of text"
show 4 $page
say "A plain-text dump: $(count -l <$dump) lines of a scraped page, no tags"
show 4 $dump
say "A home page, scraped likewise, has no main text: no output, status 1"
show 4 $home
say "Why: state and points of each block, and what gave most of them"
show 12 --explain $dump

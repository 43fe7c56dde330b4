"$LUBB" rules doc --markdown >all
"$LUBB" rules doc --json | sed -n 's/^{"key":"\([a-z]*\)".*/### \1/p' >keys
grep '^### ' all | cmp - keys
"$LUBB" rules doc --json | sed -n 's/^{"code":"\([A-Z0-9]*\)".*/| \1/p' >codes
grep -o '^| [EW][0-9]*' all | cmp - codes
grep '^## ' all
[ "$(wc -l <keys)" -gt 20 ] && [ "$(wc -l <codes)" -gt 20 ]

"$LUBB" rules try -h | head -n 1
"$LUBB" rules doc a b c --help | head -n 1

(sleep 1; "$LUBB" --help; echo "status $?" >&2) | :

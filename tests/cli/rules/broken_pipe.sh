(sleep 1; "$LUBB" rules doc; echo "status $?" >&2) | :
(sleep 1; "$LUBB" rules list --json; echo "status $?" >&2) | :

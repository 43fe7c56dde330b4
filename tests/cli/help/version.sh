"$LUBB" --version

"$LUBB" --ulr=x

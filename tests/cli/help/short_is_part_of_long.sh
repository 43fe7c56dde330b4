"$LUBB" -h | sort >short
"$LUBB" --help | sort >long
comm -23 short long

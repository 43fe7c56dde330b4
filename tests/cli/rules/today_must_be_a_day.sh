for day in '' tomorrow 2026-11 2026-11-211 26-11-2111 2026-13-01 2026-00-09 2026-11-32; do
    "$LUBB" rules lint --today "$day" || echo $?
done
"$LUBB" rules lint --today || echo $?

"$LUBB" rules doc drop
"$LUBB" rules doc has --json
"$LUBB" rules doc --markdown cut
"$LUBB" rules doc E01
"$LUBB" rules doc --json w24

name=$(printf 'a\033[31m.rule')
printf '#!rule 1\nsite: press.example\n\033]0;x\007y: z\ndrop:\tx\033\n' >"$name"
"$LUBB" rules lint "$name" >found
status=$?
tr -d '\n' <found | LC_ALL=C grep -c '[[:cntrl:]]'
"$LUBB" rules lint --json "$name" | tr -d '\n' | LC_ALL=C grep -c '[[:cntrl:]]'
exit $status

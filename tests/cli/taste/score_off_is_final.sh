# Two short posts are no article, until a rule says that they are the text.
rule() {
    printf '#!rule 1\nsite: a.example\nbody: .post\n%s\n' "$1" > rule.rule
    printf '<p>القائمة<div class=post>شكرا لك</div><p class=post>عفوا' |
        "$LUBB" --html --site a.example --rules rule.rule
}
rule 'score: off'
rule '# score: off' || echo "none: $?"

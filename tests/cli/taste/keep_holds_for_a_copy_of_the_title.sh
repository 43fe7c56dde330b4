# A letter that repeats its title as a line of its own.
page() {
    printf '<title>رسالة</title><h1>رسالة</h1><div class=post><p>رسالة'
    printf '<p>كتب الجد إلى حفيده في المدينة أن المطر قد نزل على الحقول.</div>'
}
rule() {
    printf '#!rule 1\nsite: a.example\nbody: .post\nscore: off\n%s\n' "$1" \
        > rule.rule
    page | "$LUBB" --html --site a.example --rules rule.rule
}
rule 'keep: "رسالة"'
echo --
rule '# no keep'

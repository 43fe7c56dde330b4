. "$TOP/tests/cli/rules/press"
cat >>press.rule <<'END'
has:      "لم يقل أحد هذا"
lacks:    "مكتبة الحي القديم"
todo-last: "لم ينته هكذا"
todo-has: "مكتبة الحي القديم"
END
"$LUBB" rules test press.rule

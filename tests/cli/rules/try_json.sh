. "$TOP/tests/cli/rules/press"
"$LUBB" rules try --json .box page.html
"$LUBB" rules try --json 'meta[property="og:type"]@content' page.html
"$LUBB" rules try --json .box --text page.html

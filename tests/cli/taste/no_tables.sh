cat >page <<'EOF'
<!DOCTYPE html><p>عدد الكتب في كل سنة:
<table><tr><td>2020<td>عشرة آلاف<tr><td>2021<td>أحد عشر ألفا</table>
EOF
for b in 0 2 3 5 8 14 25 50; do
    echo "html.main.words.$b 10"
done >weights.conf
"$LUBB" --weights weights.conf page
"$LUBB" --weights weights.conf --no-tables page

"$LUBB" --explain=jsonl "$FILES/article.html" >out
wc -l <out
grep -c '"features":{"[a-z_]*":"' out
grep -c '"points":{"before":0,"main":-\{0,1\}[0-9]*,"interruption":' out
grep -c '"kept":true' out

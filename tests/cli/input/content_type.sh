iconv -f UTF-8 -t WINDOWS-1256 "$FILES/article.txt" >page
"$LUBB" --content-type='text/html; charset=windows-1256' page

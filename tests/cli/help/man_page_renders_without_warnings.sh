command -v groff >/dev/null || { echo 'groff is not there' >&2; exit 77; }
groff -man -ww -Tutf8 "$TOP/docs/lubb.1" >/dev/null

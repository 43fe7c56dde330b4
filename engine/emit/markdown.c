#include "emit/markdown.h"

void
markdown_add_text(struct buf *out, struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];

        if (c == '[' || c == ']' || c == '\\')
            buf_add_char(out, '\\');
        buf_add_char(out, c);
    }
}

void
markdown_add_target(struct buf *out, struct str url)
{
    buf_add(out, STR("]("));
    buf_add(out, url);
    buf_add_char(out, ')');
}

void
markdown_open_link(struct buf *out)
{
    if (out->len > 0 && out->ptr[out->len - 1] == '!') {
        out->len--;
        buf_add(out, STR("\\!"));
    }
    buf_add_char(out, '[');
}

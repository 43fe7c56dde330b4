#include "page/input_kind.h"

#include "page/tags.h"

enum {
    LOOK_BYTES = 64 * 1024,

    /* Bytes of known tags in 1000 bytes of text. Documents have 200 to 900,
     * bare fragments of paragraphs 20, the tutorials about HTML seen as dumps
     * under 30; so fragments are told by how they open. */
    MIN_TAG_PER_MILLE = 80
};

/* Length of the well-formed known tag that starts at text[at] == '<', or 0. */
static size_t
known_tag_len(struct str text, size_t at)
{
    size_t beg = at + 1, end, close;

    if (beg < text.len && text.ptr[beg] == '/')
        beg++;
    for (end = beg; end < text.len && (is_alpha(text.ptr[end]) ||
                                       is_digit(text.ptr[end])); end++)
        ;
    if (tag_of_name(str_slice(text, beg, end)) == TAG_UNKNOWN)
        return 0;
    close = str_find(text, STR(">"), end);
    if (close == text.len)
        return 0;
    if (end != close && !is_space(text.ptr[end]) && text.ptr[end] != '/')
        return 0;
    return close + 1 - at;
}

static bool
opens_like_html(struct str s)
{
    static const struct str doctype = { "<!doctype", 9 };
    static const struct str declaration = { "<?xml", 5 };

    if (s.len == 0 || s.ptr[0] != '<')
        return false;
    return (s.len > 9 && str_ieq(str_slice(s, 0, 9), doctype)) ||
           (s.len > 5 && str_ieq(str_slice(s, 0, 5), declaration)) ||
           str_starts(s, STR("<!--")) || known_tag_len(s, 0) > 0;
}

bool
input_is_html(struct str text)
{
    struct str s = str_trim(text);
    size_t at = 0, n_tag_bytes = 0;

    if (s.len > LOOK_BYTES)
        s.len = LOOK_BYTES;
    if (opens_like_html(s))
        return true;
    while ((at = str_find(s, STR("<"), at)) < s.len) {
        size_t len = known_tag_len(s, at);

        n_tag_bytes += len;
        at += len > 0 ? len : 1;
    }
    return n_tag_bytes > 0 && n_tag_bytes * 1000 >= s.len * MIN_TAG_PER_MILLE;
}

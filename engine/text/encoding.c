#include "text/encoding.h"

#include "text/encoding_letters.h"
#include "text/encoding_meta.h"
#include "text/utf8.h"

enum {
    /* Bytes that are searched for <meta>, as in browsers. */
    META_HEAD = 1024,

    /* Bytes that are searched for UTF-16's zeros. */
    UTF_16_HEAD = 1024,

    /* UTF-8 may have one bad byte in so many wide characters. */
    GOOD_PER_BAD = 16,

    /* Bad bytes after which no more of them are looked for. */
    ENOUGH_BAD = 4096
};

/* What the bytes tell without a label. */
struct evidence {
    bool is_proven;             /* nothing but `proven` can be meant */
    enum encoding proven;       /* UTF-16, else UTF-8 */
    bool is_valid_utf8;         /* ASCII included */
    bool is_likely_utf8;        /* more good characters than bad bytes */
    struct letters letters;     /* of bytes that are not UTF-8, else zeros */
};

static bool
bom_find(struct str bytes, struct encoding_guess *g)
{
    g->source = ENCODING_FROM_BOM;
    if (str_starts(bytes, STR("\xEF\xBB\xBF"))) {
        g->encoding = ENCODING_UTF_8;
        g->bom_len = 3;
        return true;
    }
    g->bom_len = 2;
    g->encoding = ENCODING_UTF_16BE;
    if (str_starts(bytes, STR("\xFE\xFF")))
        return true;
    g->encoding = ENCODING_UTF_16LE;
    return str_starts(bytes, STR("\xFF\xFE"));
}

/* Whether bytes are UTF-16 of Latin or Arabic text: then one byte of nearly
 * every pair is 0x00 or 0x06, controls that no other encoding is full of. */
static bool
is_utf_16(struct str bytes, enum encoding *encoding)
{
    size_t n_pairs = (bytes.len < UTF_16_HEAD ? bytes.len : UTF_16_HEAD) / 2;
    size_t n[2] = { 0, 0 };     /* 0x00 and 0x06, at even and odd offsets */

    for (size_t i = 0; i < n_pairs * 2; i++)
        n[i & 1] += bytes.ptr[i] == 0x00 || bytes.ptr[i] == 0x06;

    *encoding = n[1] > n[0] ? ENCODING_UTF_16LE : ENCODING_UTF_16BE;
    size_t most = n[1] > n[0] ? n[1] : n[0];
    size_t least = n[0] + n[1] - most;

    return n_pairs >= 4 && most * 4 >= n_pairs * 3 && least * 8 <= n_pairs;
}

/* Look at bytes as UTF-8. A last character that is cut off is not bad. */
static void
examine_utf8(struct str bytes, struct evidence *e)
{
    size_t n_wide = 0, n_bad = 0, at = 0, n;
    bool is_whole;

    while (n_bad < ENOUGH_BAD) {
        struct str rest = str_slice(bytes, at, bytes.len);

        at += utf8_valid_len(rest, &n);
        n_wide += n;
        rest = str_slice(bytes, at, bytes.len);
        if (rest.len == 0 || utf8_is_cut(rest))
            break;
        n_bad++;
        at += utf8_part_len(rest, &is_whole);
    }
    e->is_valid_utf8 = at == bytes.len && n_bad == 0;
    e->is_likely_utf8 = n_wide > n_bad;
    e->is_proven = n_wide > 0 && n_bad * GOOD_PER_BAD <= n_wide;
    e->proven = ENCODING_UTF_8;
}

static void
examine(struct str bytes, struct evidence *e)
{
    *e = (struct evidence){ 0 };
    e->is_proven = is_utf_16(bytes, &e->proven);
    if (e->is_proven)
        return;
    examine_utf8(bytes, e);
    if (!e->is_proven && !e->is_valid_utf8)
        letters_count(bytes, &e->letters);
}

/* Whether a declared encoding is one that the bytes can be in. */
static bool
label_holds(enum encoding label, const struct evidence *e)
{
    if (e->is_proven)
        return label == e->proven;
    return !letters_refute(&e->letters, label);
}

/* The first label that holds, transport before page. */
static bool
label_find(struct str bytes, struct str content_type,
           const struct evidence *e, struct encoding_guess *g)
{
    struct str label = content_type;
    size_t n_head = bytes.len < META_HEAD ? bytes.len : META_HEAD;

    charset_find(content_type, &label);
    g->source = ENCODING_FROM_TRANSPORT;
    if (encoding_of_label(label, &g->encoding) && label_holds(g->encoding, e))
        return true;
    g->source = ENCODING_FROM_META;
    return meta_find_encoding(str_slice(bytes, 0, n_head), &g->encoding) &&
           label_holds(g->encoding, e);
}

/* Decide from the bytes alone. */
static void
bytes_decide(const struct evidence *e, struct encoding_guess *g)
{
    g->source = ENCODING_FROM_BYTES;
    g->encoding = e->proven;
    if (e->is_proven || e->is_likely_utf8)
        return;
    if (e->is_valid_utf8) {
        g->source = ENCODING_FROM_DEFAULT;
        g->encoding = ENCODING_UTF_8;
    } else if (!letters_decide(&e->letters, &g->encoding)) {
        g->source = ENCODING_FROM_DEFAULT;
    }
}

struct encoding_guess
encoding_decide(struct str bytes, struct str content_type)
{
    struct encoding_guess g;
    struct evidence e;

    if (bom_find(bytes, &g)) {
        struct str rest = str_slice(bytes, g.bom_len, bytes.len);

        g.is_valid_utf8 = g.encoding == ENCODING_UTF_8 &&
                          utf8_valid_len(rest, NULL) == rest.len;
        return g;
    }
    g.bom_len = 0;
    examine(bytes, &e);
    g.is_valid_utf8 = e.is_valid_utf8;
    if (!label_find(bytes, content_type, &e, &g))
        bytes_decide(&e, &g);
    return g;
}

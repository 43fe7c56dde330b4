/* arabic.c - folding by table.
 *
 * Arabic, Latin and the ASCII between them are all below U+0800, where one
 * entry of fold_low is the bytes of the result; fold_run() stays in that range
 * as long as it can. What is beyond (general punctuation, presentation forms)
 * goes a code point at a time. Only presentation forms can fold to more bytes
 * than they have, at worst U+FDFA: 3 to 35.
 */
#include "text/arabic.h"

#include <assert.h>

#include "text/utf8.h"

#include "text/arabic.inc"

_Static_assert(CHAR_OTHER == 0 && CHAR_SPACE == 1 && CHAR_DIGIT == 2 &&
               CHAR_ARABIC == 3 && CHAR_LATIN == 4 && CHAR_LETTER == 5 &&
               CHAR_MARK == 6 && CHAR_IGNORED == 7,
               "arabic.inc holds these numbers");

/* As in python/tools/make_arabic_tables.py. */
enum {
    LOW_END = 0x800,
    PAGE = 64,
    PAGED_END = 0x20000,
    FORMS_A = 0xFB50, FORMS_A_END = 0xFE00,
    FORMS_B = 0xFE70, FORMS_B_END = 0xFF00,
    FOLD_RARE = 0x01,       /* of fold_low: see fold_latin */
    FIRST_PAIR = 0xC0 * 64 + 0x80   /* two bytes as a number, at U+0000 */
};

struct folding {
    char *out;
    size_t cap;
    size_t len;         /* of the result so far, written or not */
    bool is_at_space;   /* at the start or after a space: no other follows */
};

static enum char_class
classify_high(uint32_t cp)
{
    if (cp < PAGED_END) {
        uint32_t at = cp - LOW_END;

        return (enum char_class)
            class_pages[class_page[at / PAGE] * PAGE + at % PAGE];
    }
    if (cp < 0x3FFFE)
        return CHAR_LETTER;     /* the ideographs' planes */
    if (cp >= 0xE0000 && cp < 0xE0080)
        return CHAR_IGNORED;    /* tags */
    if (cp >= 0xE0100 && cp < 0xE01F0)
        return CHAR_MARK;       /* variation selectors */
    return CHAR_OTHER;
}

enum char_class
char_classify(uint32_t cp)
{
    if (cp < LOW_END)
        return (enum char_class)class_low[cp];
    return classify_high(cp);
}

static void
put_byte(struct folding *f, char c)
{
    if (f->len < f->cap)
        f->out[f->len] = c;
    f->len++;
    f->is_at_space = false;
}

static void
put_space(struct folding *f)
{
    if (f->is_at_space)
        return;
    put_byte(f, ' ');
    f->is_at_space = true;
}

static void
put_char(struct folding *f, uint32_t cp)
{
    char bytes[4];
    size_t n = utf8_put(bytes, cp);

    for (size_t i = 0; i < n; i++)
        put_byte(f, bytes[i]);
}

/* The text of a presentation form; words in one code point have spaces in
 * theirs. */
static void
put_form(struct folding *f, size_t form)
{
    for (size_t i = form_at[form]; i < form_at[form + 1]; i++) {
        if (form_text[i] == ' ')
            put_space(f);
        else
            put_byte(f, (char)form_text[i]);
    }
}

/* A Latin letter in lower case, without its accents. */
static uint32_t
latin_fold(uint32_t cp)
{
    size_t beg = 0, end = sizeof fold_latin / sizeof fold_latin[0];

    while (beg < end) {
        size_t mid = (beg + end) / 2;

        if (fold_latin[mid][0] == cp)
            return fold_latin[mid][1];
        if (fold_latin[mid][0] < cp)
            beg = mid + 1;
        else
            end = mid;
    }
    return cp;
}

static void
fold_arabic(struct folding *f, uint32_t cp)
{
    if (cp >= FORMS_A && cp < FORMS_A_END)
        put_form(f, cp - FORMS_A);
    else if (cp >= FORMS_B && cp < FORMS_B_END)
        put_form(f, cp - FORMS_B + (FORMS_A_END - FORMS_A));
    else
        put_char(f, cp);
}

/* Any code point that fold_low does not settle. */
static void
fold_high(struct folding *f, uint32_t cp)
{
    switch (char_classify(cp)) {
    case CHAR_OTHER:
    case CHAR_SPACE:
        put_space(f);
        break;
    case CHAR_ARABIC:
        fold_arabic(f, cp);
        break;
    case CHAR_LATIN:
        put_char(f, latin_fold(cp));
        break;
    case CHAR_DIGIT:    /* all below U+0800 */
    case CHAR_LETTER:
        put_char(f, cp);
        break;
    case CHAR_MARK:
    case CHAR_IGNORED:
        break;
    }
}

/* Any code point, with every byte checked against the room there is. */
static void
fold_char(struct folding *f, uint32_t cp)
{
    uint32_t entry = cp < LOW_END ? fold_low[cp] : FOLD_RARE;

    if (entry == FOLD_RARE)
        fold_high(f, cp);
    else if (entry == ' ')
        put_space(f);
    else if (entry != 0)
        put_byte(f, (char)(entry & 0xFF));
    if (entry > 0xFF)
        put_byte(f, (char)(entry >> 8));
}

/* Fold from `at` up to a character that fold_low does not settle, and return
 * where that is. Nothing here folds to more bytes than it has, so room for the
 * rest of s, which the caller promises, is room enough. */
static size_t
fold_run(struct folding *f, struct str s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s.ptr + at;
    const unsigned char *end = (const unsigned char *)s.ptr + s.len;
    char *out = f->out + f->len;

    while (p < end && *p < 0xE0) {
        uint32_t entry;

        if (*p >= 0x80) {
            entry = fold_low[p[0] * 64u + p[1] - FIRST_PAIR];
            if (entry > 0xFF) {
                out[0] = (char)(entry & 0xFF);
                out[1] = (char)(entry >> 8);
                out += 2;
                p += 2;
                continue;
            }
            if (entry == FOLD_RARE)
                break;
            p += 2;
        } else {
            entry = fold_low[*p++];
        }
        if (entry > ' ')
            *out++ = (char)entry;
        else if (entry == ' ' && out > f->out && out[-1] != ' ')
            *out++ = ' ';
    }
    f->len = (size_t)(out - f->out);
    f->is_at_space = f->len == 0 || out[-1] == ' ';
    return (size_t)(p - (const unsigned char *)s.ptr);
}

size_t
fold_text(struct str s, char *out, size_t cap)
{
    struct folding f = { out, cap, 0, true };
    size_t at = 0;

    while (at < s.len) {
        if (f.len <= cap && cap - f.len >= s.len - at)
            at = fold_run(&f, s, at);
        if (at < s.len)
            fold_char(&f, utf8_next(s, &at));
    }
    if (f.is_at_space && f.len > 0)
        f.len--;
    return f.len;
}

struct str
fold_in_arena(struct arena *a, struct str s)
{
    size_t cap = s.len;
    char *out = arena_raw(a, char, cap);
    size_t len = fold_text(s, out, cap);

    if (len > cap) {
        if (!arena_resize(a, out, cap, len))
            out = arena_raw(a, char, len);
        cap = len;
        len = fold_text(s, out, cap);
        assert(len == cap);
    }
    arena_resize(a, out, cap, len);
    return (struct str){ out, len };
}

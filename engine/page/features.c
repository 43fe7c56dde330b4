#include "page/features.h"

#include "text/arabic.h"
#include "text/dates.h"
#include "text/utf8.h"
#include "text/words.h"

/* -- marks ----------------------------------------------------------------- */

static bool
is_sentence_mark(uint32_t cp)
{
    return cp == '.' || cp == '!' || cp == '?' || cp == 0x061F /* ؟ */ ||
           cp == 0x06D4 /* ۔ */ || cp == 0x2026 /* … */;
}

static bool
is_comma(uint32_t cp)
{
    return cp == 0x060C /* ، */ || cp == 0x061B /* ؛ */;
}

/* Quotes and brackets that may close a sentence behind its mark, and what
 * scrapers leave at the end of a line. */
static bool
is_closing(uint32_t cp)
{
    return cp == '"' || cp == '\'' || cp == ')' || cp == ']' || cp == '*' ||
           cp == 0x00BB /* » */ || cp == 0x201D || cp == 0x2019 ||
           cp == 0x201C;
}

static bool
is_separator(uint32_t cp)
{
    return cp == '|' || cp == 0x2022 /* • */ || cp == 0x2192 /* → */ ||
           cp == 0x2190 /* ← */ || cp == 0x00B7 /* · */ ||
           cp == 0x203A /* › */ || cp == 0x2039 /* ‹ */;
}

static bool
is_code_char(uint32_t cp)
{
    static const char marks[] = "{}<>=;()[]\\$#_/+&*";

    return cp < 0x80 && cp != 0 && memchr(marks, (int)cp, sizeof marks - 1);
}

/* -- one pass over the characters ------------------------------------------ */

/* Whether the character at byte i is inside a link; *k is the first span that
 * may still hold it and only moves forward. */
static bool
is_linked_at(const struct block *b, size_t i, uint32_t *k)
{
    while (*k < b->n_links && b->links[*k].end <= i)
        ++*k;
    return *k < b->n_links && b->links[*k].beg <= i;
}

static void
mark_count(struct block_measure *m, uint32_t cp, uint32_t next)
{
    if (is_comma(cp))
        m->n_commas++;
    else if (cp == ',' || (cp == ';' && char_classify(next) == CHAR_SPACE))
        m->n_ascii_commas++;
    else if (is_separator(cp) || (cp == '/' && next == ' '))
        m->n_separators++;
    if (next != 0 && (char_classify(next) == CHAR_SPACE || is_closing(next))) {
        m->n_stops += is_sentence_mark(cp);
        m->n_colons += cp == ':';
    }
    if (is_code_char(cp))
        m->n_code_chars++;
}

static void
chars_count(struct block *b)
{
    struct block_measure *m = &b->m;
    uint32_t cp, next, k = 0;
    size_t i = 0, at = 0;

    if (b->text.len == 0)
        return;
    next = utf8_next(b->text, &at);
    do {
        size_t here = i;

        cp = next;
        i = at;
        next = at < b->text.len ? utf8_next(b->text, &at) : 0;
        switch (char_classify(cp)) {
        case CHAR_SPACE:
        case CHAR_IGNORED:
        case CHAR_MARK:
            continue;
        case CHAR_LATIN:
            m->n_latin++;
            /* fall through */
        case CHAR_ARABIC:
        case CHAR_LETTER:
            m->n_letters++;
            m->n_linked_letters += is_linked_at(b, here, &k);
            break;
        case CHAR_DIGIT:
            m->n_digits++;
            break;
        case CHAR_OTHER:
            mark_count(m, cp, next);
            break;
        }
        m->n_chars++;
    } while (next != 0);
}

/* -- words ----------------------------------------------------------------- */

static bool
is_number(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!is_digit(word.ptr[i]))
            return false;
    return true;
}

static void
words_measure(struct block_measure *m, const struct stopwords *stop)
{
    struct words it = words_begin(m->folded);
    struct str word;

    while (words_next(&it, &word)) {
        m->n_words++;
        if (is_number(word))
            m->n_digit_words++;
        else
            m->n_function_words += stopwords_has(stop, word);
    }
}

/* -- the ends -------------------------------------------------------------- */

static enum block_ending
ending_of(struct str text, bool *in_quote)
{
    size_t at = text.len;
    uint32_t cp = 0;

    *in_quote = false;
    while (at > 0) {
        cp = utf8_prev(text, &at);
        if (is_closing(cp))
            *in_quote = true;
        else if (char_classify(cp) != CHAR_SPACE &&
                 char_classify(cp) != CHAR_IGNORED)
            break;
    }
    if (cp == 0x2026)
        return ENDING_DOTS;
    if (cp == '.' && at > 0 && text.ptr[at - 1] == '.')
        return ENDING_DOTS;
    if (is_sentence_mark(cp))
        return ENDING_SENTENCE;
    if (cp == ':')
        return ENDING_COLON;
    if (is_comma(cp) || cp == ',' || cp == ';')
        return ENDING_COMMA;
    return ENDING_NONE;
}

/* "1.", "1-", "(1)", "١)", "- ", "• ", "* ". */
static void
item_mark_find(struct block *b)
{
    size_t at = 0, n_digits = 0;
    uint32_t cp = 0;
    struct str t = b->text;

    if (t.len > 0 && t.ptr[0] == '(')
        at = 1;
    while (at < t.len) {
        cp = utf8_next(t, &at);
        if (char_classify(cp) != CHAR_DIGIT)
            break;
        n_digits++;
    }
    if (n_digits > 0 && n_digits <= 3) {
        b->m.has_item_number = cp == '.' || cp == '-' || cp == ')' ||
                               cp == 0x2013 || cp == '/';
        /* "1.5" and "3/4" are numbers, not marks. */
        if (at < t.len && is_digit(t.ptr[at]))
            b->m.has_item_number = false;
        b->m.has_item_mark = b->m.has_item_number;
    } else if (n_digits == 0) {
        b->m.has_item_mark = at < t.len && t.ptr[at] == ' ' &&
                             (cp == '-' || cp == '*' || cp == '+' ||
                              cp == 'o' || cp == 0x2022 || cp == 0x25CF ||
                              cp == 0x25AA || cp == 0x2013 || cp == 0x2014);
    }
}

static bool
has_url(struct str t)
{
    size_t at = str_find(t, STR("://"), 0);

    if (at < t.len || str_find(t, STR("www."), 0) < t.len)
        return true;
    at = str_find(t, STR("@"), 1 < t.len ? 1 : t.len);
    return at + 1 < t.len && is_alpha(t.ptr[at - 1]) &&
           is_alpha(t.ptr[at + 1]);
}

/* Block text has no white space at its ends. */
static bool
is_one_token(struct str t)
{
    for (size_t i = 0; i < t.len; i++)
        if (t.ptr[i] == ' ' || t.ptr[i] == '\t' || t.ptr[i] == '\n')
            return false;
    return true;
}

static void
block_measure(struct arena *a, const struct stopwords *stop, struct block *b)
{
    struct block_measure *m = &b->m;

    m->folded = fold_in_arena(a, b->text);
    m->hash = words_hash(m->folded);
    m->n_links = b->n_links;
    words_measure(m, stop);
    chars_count(b);
    m->ending = ending_of(b->text, &m->ends_in_quote);
    item_mark_find(b);
    m->has_url = has_url(b->text);
    m->is_url = m->has_url && is_one_token(b->text);
    m->has_month = dates_has_month(m->folded);
    m->is_date_line = dates_is_date_line(b->text, m->folded, m->n_words);
}

void
blocks_measure(struct arena *a, const struct stopwords *stop,
               struct fuel *fuel, struct blocks *blocks)
{
    for (uint32_t i = 0; i < blocks->n; i++) {
        if (!fuel_spend(fuel, 2 * blocks->items[i].text.len))
            return;
        block_measure(a, stop, &blocks->items[i]);
    }
}

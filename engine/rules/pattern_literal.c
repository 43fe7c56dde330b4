/* pattern_literal.c - a string that every match of a pattern holds, and whether
 * a pattern may backtrack: both told from its tokens.
 *
 * Conservative: what stands in alternatives, in what may be left out, or in a
 * look-around is not looked at; a character with two cases counts for nothing
 * in a pattern without case.
 */
#include <assert.h>

#include "rules/pattern_parts.h"
#include "text/utf8.h"

struct runs {
    char now[MAX_PATTERN + 4];      /* the run of characters at hand */
    size_t len;
    char *best;
    size_t best_len;
};

static void
end_run(struct runs *r)
{
    if (r->len > r->best_len) {
        memcpy(r->best, r->now, r->len);
        r->best_len = r->len;
    }
    r->len = 0;
}

/* A character is never longer than what stands for it, so there is room. */
static void
add_char(struct runs *r, uint32_t cp)
{
    assert(r->len < MAX_PATTERN);
    r->len += utf8_put(r->now + r->len, cp);
}

/* Whether a character has one case only, for certain: ASCII but letters, and
 * the Arabic block. */
static bool
has_one_case(uint32_t cp)
{
    return (cp < 0x80 && !is_alpha((char)cp)) ||
           (cp >= 0x600 && cp <= 0x6FF);
}

static void
read_char(struct runs *r, const struct pattern_tokens *tokens, size_t i)
{
    struct pattern_token repeat = pattern_repeat(tokens, i);
    uint32_t cp = tokens->items[i].cp;

    if (repeat.min == 0 || (tokens->is_caseless && !has_one_case(cp))) {
        end_run(r);
        return;
    }
    add_char(r, cp);
    if (repeat.min == 1 && repeat.max == 1)
        return;
    end_run(r);
    add_char(r, cp);
}

/* Enter a group that every match passes, or pass it by; returns the token to go
 * on from. */
static size_t
read_open(struct runs *r, const struct pattern_tokens *tokens, size_t i)
{
    size_t end = pattern_group_end(tokens, i);
    struct pattern_token repeat = pattern_repeat(tokens, end);

    if (tokens->items[i].kind == PATTERN_LOOK || repeat.min == 0 ||
        pattern_has_branches(tokens, i)) {
        end_run(r);
        return end;
    }
    if (repeat.min != 1 || repeat.max != 1)
        end_run(r);
    return i;
}

static void
read_close(struct runs *r, const struct pattern_tokens *tokens, size_t i)
{
    struct pattern_token repeat = pattern_repeat(tokens, i);

    if (repeat.min != 1 || repeat.max != 1)
        end_run(r);
}

size_t
pattern_literal_find(const struct pattern_tokens *tokens, char *out)
{
    struct runs r = { .best = out };

    if (pattern_has_branches(tokens, 0))
        return 0;
    for (size_t i = 1; i < tokens->n; i++) {
        switch (tokens->items[i].kind) {
        case PATTERN_CHAR:
            read_char(&r, tokens, i);
            break;
        case PATTERN_OPEN:
        case PATTERN_LOOK:
            i = read_open(&r, tokens, i);
            break;
        case PATTERN_CLOSE:
            read_close(&r, tokens, i);
            break;
        case PATTERN_PLACE:
        case PATTERN_REPEAT:
            break;
        default:
            end_run(&r);
        }
    }
    end_run(&r);
    return r.best_len;
}

/* -- backtracking ---------------------------------------------------------- */

/* Whether what ends at token i is repeated without bound, and gives back. */
static bool
is_greedy(const struct pattern_tokens *tokens, size_t i)
{
    struct pattern_token repeat = pattern_repeat(tokens, i);

    return repeat.max == PATTERN_UNBOUNDED && !repeat.is_possessive;
}

static struct str
source_of(const struct pattern_tokens *tokens, size_t i)
{
    return str_slice(tokens->text, tokens->items[i].beg,
                     tokens->items[i].end);
}

static bool
is_piece(const struct pattern_tokens *tokens, size_t i)
{
    return tokens->items[i].kind == PATTERN_SET ||
           tokens->items[i].kind == PATTERN_CHAR;
}

/* Whether two pieces can take the same characters, as far as it is plain. */
static bool
may_overlap(const struct pattern_tokens *tokens, size_t a, size_t b)
{
    struct str x = source_of(tokens, a), y = source_of(tokens, b);

    return str_eq(x, y) || str_eq(x, STR(".")) || str_eq(y, STR("."));
}

/* Whether nothing before token i must stand, in the group that opens at
 * `open`. */
static bool
is_first(const struct pattern_tokens *tokens, size_t open, size_t i)
{
    while (--i > open) {
        const struct pattern_token *t = &tokens->items[i];

        if (t->kind == PATTERN_OR) {
            i = tokens->items[pattern_group_end(tokens, i)].link;
            if (i == open)
                return true;
        } else if (t->kind == PATTERN_REPEAT && t->min == 0) {
            i = tokens->items[i - 1].kind == PATTERN_CLOSE
                    ? tokens->items[i - 1].link
                    : i - 1;
        } else if (t->kind != PATTERN_OPEN && t->kind != PATTERN_PLACE) {
            return false;
        }
    }
    return true;
}

/* Whether nothing behind token i must stand, in the group that ends at
 * `end`. */
static bool
is_last(const struct pattern_tokens *tokens, size_t end, size_t i)
{
    while (++i < end) {
        enum pattern_token_kind kind = tokens->items[i].kind;

        if (kind == PATTERN_OR)
            i = pattern_group_end(tokens, i);
        else if (kind == PATTERN_OPEN &&
                 pattern_repeat(tokens, pattern_group_end(tokens, i)).min == 0)
            i = pattern_group_end(tokens, i);
        else if (is_piece(tokens, i) && pattern_repeat(tokens, i).min > 0)
            return false;
    }
    return true;
}

/* A repetition inside one that repeats it, with nothing else there. */
static bool
repeats_itself(const struct pattern_tokens *tokens, size_t open)
{
    size_t end = pattern_group_end(tokens, open);

    if (!is_greedy(tokens, end) || tokens->items[open].is_possessive)
        return false;
    for (size_t i = open + 1; i < end; i++)
        if (is_piece(tokens, i) && is_greedy(tokens, i) &&
            is_first(tokens, open, i) && is_last(tokens, end, i))
            return true;
    return false;
}

bool
pattern_backtracks(const struct pattern_tokens *tokens)
{
    for (size_t i = 1; i + 2 < tokens->n; i++) {
        if (tokens->items[i].kind == PATTERN_OPEN &&
            repeats_itself(tokens, i))
            return true;
        if (is_piece(tokens, i) && is_greedy(tokens, i) &&
            is_piece(tokens, i + 2) && is_greedy(tokens, i + 2) &&
            may_overlap(tokens, i, i + 2))
            return true;
    }
    return false;
}

/* pattern_tokens.c - a pattern's text, read as PCRE2 reads it.
 *
 * The syntax is that of pcre2pattern(3) of 10.42 as far as it is the same in
 * later versions; the rest ends the reading with a token that is refused. Being
 * out of step with PCRE2 would let a construct pass unseen, so the tests hold
 * the two against each other on random texts.
 */
#include <assert.h>

#include "rules/pattern_reader.h"

struct pattern_token *
pattern_add(struct pattern_reader *r, enum pattern_token_kind kind, size_t n)
{
    struct pattern_tokens *tokens = r->tokens;
    struct pattern_token *token = &tokens->items[tokens->n++];
    size_t end = r->at + n < r->text.len ? r->at + n : r->text.len;

    *token = (struct pattern_token){ .kind = kind, .beg = (uint16_t)r->at,
                                     .end = (uint16_t)end };
    r->at = end;
    return token;
}

/* -- groups ---------------------------------------------------------------- */

static void
open_group(struct pattern_reader *r, enum pattern_token_kind kind, size_t n)
{
    uint16_t index = (uint16_t)r->tokens->n;

    if (r->depth > PATTERN_MAX_NEST) {
        pattern_add(r, PATTERN_NEST, n);
        return;
    }
    pattern_add(r, kind, n);
    r->brackets[r->depth] = r->branches[r->depth] = index;
    r->depth++;
}

static void
add_branch(struct pattern_reader *r)
{
    uint16_t index = (uint16_t)r->tokens->n;
    uint16_t *newest = &r->branches[r->depth - 1];

    pattern_add(r, PATTERN_OR, 1);
    r->tokens->items[*newest].link = index;
    *newest = index;
}

static void
close_group(struct pattern_reader *r, enum pattern_token_kind kind)
{
    uint16_t index = (uint16_t)r->tokens->n;

    if (kind == PATTERN_CLOSE && r->depth == 1) {
        pattern_add(r, PATTERN_UNKNOWN, 1);
        return;
    }
    r->depth--;
    pattern_add(r, kind, 1)->link = r->brackets[r->depth];
    r->tokens->items[r->branches[r->depth]].link = index;
}

/* A group's name, `from` bytes on, which `quote` ends. */
static void
read_name(struct pattern_reader *r, size_t from, char quote)
{
    size_t i = from;

    while (is_alpha(pattern_peek(r, i)) || is_digit(pattern_peek(r, i)) ||
           pattern_peek(r, i) == '_' ||
           (unsigned char)pattern_peek(r, i) >= 0x80)
        i++;
    if (pattern_peek(r, i) == quote)
        open_group(r, PATTERN_OPEN, i + 1);
    else
        pattern_add(r, PATTERN_UNKNOWN, i);
}

/* (?i) (?i-s: */
static void
read_options(struct pattern_reader *r)
{
    static const char letters[] = "imnsJU^-";
    size_t i = 2;
    char c;

    while ((c = pattern_peek(r, i)) != '\0' &&
           memchr(letters, c, sizeof letters - 1)) {
        r->tokens->is_caseless |= c == 'i';
        i++;
    }
    if (c == ')')
        r->at += i + 1;
    else if (c == ':')
        open_group(r, PATTERN_OPEN, i + 1);
    else
        pattern_add(r, c == 'x' ? PATTERN_EXTENDED : PATTERN_UNKNOWN, i + 1);
}

/* (?P...: Python's forms. */
static void
read_python(struct pattern_reader *r)
{
    switch (pattern_peek(r, 3)) {
    case '<': read_name(r, 4, '>'); break;
    case '>': pattern_add(r, PATTERN_CALL, 4); break;
    case '=': pattern_add(r, PATTERN_REFERENCE, 4); break;
    default: pattern_add(r, PATTERN_UNKNOWN, 3);
    }
}

/* (?<...: a look-behind or a name. */
static void
read_angle(struct pattern_reader *r)
{
    char c = pattern_peek(r, 3);

    if (c == '=' || c == '!')
        open_group(r, PATTERN_LOOK, 4);
    else
        read_name(r, 3, '>');
}

static void
read_atomic(struct pattern_reader *r)
{
    open_group(r, PATTERN_OPEN, 3);
    r->tokens->items[r->tokens->n - 1].is_possessive = true;
}

static void
skip_remark(struct pattern_reader *r)
{
    size_t end = str_find(r->text, STR(")"), r->at);

    r->at = end < r->text.len ? end + 1 : end;
}

static bool
is_call(const struct pattern_reader *r)
{
    char c = pattern_peek(r, 2);

    return c == 'R' || c == '&' || is_digit(c) ||
           ((c == '+' || c == '-') && is_digit(pattern_peek(r, 3)));
}

static void
read_special_group(struct pattern_reader *r)
{
    if (is_call(r)) {
        pattern_add(r, PATTERN_CALL, 3);
        return;
    }
    switch (pattern_peek(r, 2)) {
    case ':': case '|': open_group(r, PATTERN_OPEN, 3); break;
    case '=': case '!': open_group(r, PATTERN_LOOK, 3); break;
    case '>': read_atomic(r); break;
    case '<': read_angle(r); break;
    case '\'': read_name(r, 3, '\''); break;
    case 'P': read_python(r); break;
    case '#': skip_remark(r); break;
    case '(': pattern_add(r, PATTERN_CONDITION, 3); break;
    case 'C': pattern_add(r, PATTERN_CALLOUT, 3); break;
    default: read_options(r);
    }
}

static void
read_group(struct pattern_reader *r)
{
    if (pattern_peek(r, 1) == '*')
        pattern_add(r, PATTERN_VERB, 2);
    else if (pattern_peek(r, 1) == '?')
        read_special_group(r);
    else
        open_group(r, PATTERN_OPEN, 1);
}

/* -- repeats --------------------------------------------------------------- */

/* Length of {3}, {3,} or {3,5}, and its bounds; 0 when it is none of them. */
static size_t
read_bounds(const struct pattern_reader *r, uint32_t *min, uint32_t *max)
{
    size_t n = pattern_count_digits(r, 1, 10), end = 1 + n;

    *min = *max = pattern_number(r, 1, n, 10);
    if (n > 0 && pattern_peek(r, end) == ',') {
        size_t m = pattern_count_digits(r, ++end, 10);

        *max = m > 0 ? pattern_number(r, end, m, 10) : PATTERN_UNBOUNDED;
        end += m;
    }
    return n > 0 && pattern_peek(r, end) == '}' ? end + 1 : 0;
}

static void
read_repeat(struct pattern_reader *r)
{
    char c = pattern_peek(r, 0), suffix;
    uint32_t min = c == '+', max = c == '?' ? 1 : PATTERN_UNBOUNDED;
    size_t n = c == '{' ? read_bounds(r, &min, &max) : 1;
    struct pattern_token *token;

    if (n == 0) {
        pattern_add(r, PATTERN_BRACE, 1);
        return;
    }
    suffix = pattern_peek(r, n);
    token = pattern_add(r, PATTERN_REPEAT,
                        suffix == '?' || suffix == '+' ? n + 1 : n);
    token->min = min;
    token->max = max;
    token->is_possessive = suffix == '+';
}

/* -------------------------------------------------------------------------- */

static void
read_token(struct pattern_reader *r)
{
    switch (pattern_peek(r, 0)) {
    case '\\': pattern_read_escape(r); break;
    case '[': pattern_read_set(r); break;
    case '(': read_group(r); break;
    case ')': close_group(r, PATTERN_CLOSE); break;
    case '|': add_branch(r); break;
    case '.': pattern_add(r, PATTERN_SET, 1); break;
    case '^': case '$': pattern_add(r, PATTERN_PLACE, 1); break;
    case '*': case '+': case '?': case '{': read_repeat(r); break;
    default: pattern_read_char(r);
    }
}

void
pattern_tokens_read(struct str text, unsigned flags,
                    struct pattern_tokens *tokens)
{
    struct pattern_reader r = { .text = text, .tokens = tokens };

    assert(text.len <= MAX_PATTERN);
    tokens->text = text;
    tokens->is_caseless = (flags & PATTERN_CASELESS) != 0;
    tokens->n = 0;
    open_group(&r, PATTERN_OPEN, 0);
    while (r.at < text.len &&
           tokens->items[tokens->n - 1].kind < PATTERN_VERB) {
        if (r.is_quoting)
            pattern_read_quoted(&r);
        else
            read_token(&r);
    }
    /* PCRE2 refuses what was not closed */
    r.depth = 1;
    close_group(&r, PATTERN_END);
}

struct pattern_token
pattern_repeat(const struct pattern_tokens *tokens, size_t i)
{
    const struct pattern_token *next = &tokens->items[i + 1];

    if (i + 1 < tokens->n && next->kind == PATTERN_REPEAT)
        return *next;
    return (struct pattern_token){ .kind = PATTERN_REPEAT, .min = 1, .max = 1 };
}

size_t
pattern_group_end(const struct pattern_tokens *tokens, size_t i)
{
    do
        i = tokens->items[i].link;
    while (tokens->items[i].kind == PATTERN_OR);
    return i;
}

bool
pattern_has_branches(const struct pattern_tokens *tokens, size_t i)
{
    return tokens->items[tokens->items[i].link].kind == PATTERN_OR;
}

/* selector_parse.c - the text of a selector to its parts.
 *
 * A hand-written parser of CSS Syntax's identifiers, strings and escapes, and
 * of the grammar in selector.h. It reads left to right without going back; of
 * an error it tells the bytes that are in the way.
 */
#include "base/limits.h"
#include "page/selector_lex.h"

static bool read_compound(struct selector_parser *p, struct compound *c);

/* Read the compounds of :is() or :not(). They hold none of these themselves, so
 * this goes one level deep. */
static bool
read_inner(struct selector_parser *p, struct simple *s)
{
    p->is_inner = true;
    s->beg = p->s->n_inners;
    do {
        if (p->s->n_inners == MAX_SELECTOR_COMPOUNDS)
            return selector_fail_here(p, "more than 64 compounds");
        selector_skip_spaces(p);
        if (!read_compound(p, &p->s->inners[p->s->n_inners++]))
            return false;
        selector_skip_spaces(p);
    } while (selector_take(p, ','));
    s->end = p->s->n_inners;
    p->is_inner = false;
    return selector_take(p, ')') ||
           selector_fail_here(p, p->at == p->text.len
                                     ? "no bracket ends this"
                                     : "only compounds stand in here");
}

static const struct {
    const char *name;
    enum simple_kind kind;
} pseudos[] = {
    { "first-child", SIMPLE_FIRST_CHILD },
    { "last-child", SIMPLE_LAST_CHILD },
    { "only-child", SIMPLE_ONLY_CHILD },
    { "first-of-type", SIMPLE_FIRST_OF_TYPE },
    { "last-of-type", SIMPLE_LAST_OF_TYPE },
    { "empty", SIMPLE_EMPTY },
    { "nth-child(", SIMPLE_NTH_CHILD },
    { "nth-of-type(", SIMPLE_NTH_OF_TYPE },
    { "text(", SIMPLE_TEXT },
    { "is(", SIMPLE_IS },
    { "not(", SIMPLE_NOT }
};

/* The name behind ':' with the bracket of a function; as it is written. */
static struct str
pseudo_name(struct selector_parser *p)
{
    size_t from = p->at;

    while (selector_is_name_char(selector_peek(p, 0)) && p->at < p->text.len)
        p->at++;
    selector_take(p, '(');
    return str_slice(p->text, from, p->at);
}

static bool
read_pseudo(struct selector_parser *p)
{
    size_t from = p->at++, i = 0;
    bool is_element = selector_take(p, ':');
    struct str name = pseudo_name(p);
    struct simple *s;

    if (is_element)
        return selector_fail(p, from, p->at, "a pseudo-element is no element");
    while (i < sizeof pseudos / sizeof *pseudos &&
           !str_ieq(name, str_of(pseudos[i].name)))
        i++;
    if (i == sizeof pseudos / sizeof *pseudos)
        return selector_fail(p, from, p->at, "no such pseudo-class");
    if (p->is_inner && pseudos[i].kind >= SIMPLE_IS)
        return selector_fail(p, from, p->at, ":is() and :not() do not nest");
    s = selector_add(p, pseudos[i].kind);
    if (!s)
        return false;
    switch (s->kind) {
    case SIMPLE_NTH_CHILD:
    case SIMPLE_NTH_OF_TYPE:
        return selector_read_nth(p, s);
    case SIMPLE_TEXT:
        return selector_read_text(p, s);
    case SIMPLE_IS:
    case SIMPLE_NOT:
        return read_inner(p, s);
    default:
        return true;
    }
}

/* -- compounds and chains -------------------------------------------------- */

static bool
read_tag(struct selector_parser *p)
{
    struct simple *s = selector_add(p, SIMPLE_TAG);

    if (!s || !selector_read_name(p, true, &s->name))
        return false;
    s->tag = tag_of_name(s->name);
    return true;
}

static bool
read_named(struct selector_parser *p, enum simple_kind kind)
{
    struct simple *s = selector_add(p, kind);

    p->at++;
    return s && selector_read_name(p, false, &s->name);
}

static bool
read_simple(struct selector_parser *p, char c, bool is_first)
{
    switch (c) {
    case '#':
        return read_named(p, SIMPLE_ID);
    case '.':
        return read_named(p, SIMPLE_CLASS);
    case '[':
        return selector_read_attribute(p);
    case ':':
        return read_pseudo(p);
    case '*':
        p->at++;
        if (!is_first)
            return selector_fail(p, p->at - 1, p->at,
                                 "'*' begins a compound");
        return selector_add(p, SIMPLE_ANY) != NULL;
    default:
        if (!is_first)
            return selector_fail_here(p, selector_is_name_char(c)
                                             ? "a tag begins a compound"
                                             : "this has no place here");
        return read_tag(p);
    }
}

/* What ends a compound: a combinator, a comma, a bracket, "@attr". */
static bool
is_compound_end(char c)
{
    return is_space(c) || c == '>' || c == '+' || c == '~' || c == ',' ||
           c == ')' || c == '@';
}

static bool
read_compound(struct selector_parser *p, struct compound *c)
{
    uint32_t *n = p->is_inner ? &p->s->n_inner_simples : &p->s->n_simples;

    *c = (struct compound){ .beg = *n };
    while (p->at < p->text.len && !is_compound_end(p->text.ptr[p->at]))
        if (!read_simple(p, p->text.ptr[p->at], *n == c->beg))
            return false;
    c->end = *n;
    return c->end > c->beg ||
           selector_fail_here(p, "a selector is missing here");
}

/* The combinator at hand, the spaces around it read; '\0' at an end. */
static char
read_combinator(struct selector_parser *p)
{
    bool has_space = selector_skip_spaces(p);
    char c = selector_peek(p, 0);

    if (p->at == p->text.len || c == ',' || c == '@')
        return '\0';
    if (c == '>' || c == '+' || c == '~') {
        p->at++;
        selector_skip_spaces(p);
        return c;
    }
    return has_space ? ' ' : '\0';
}

static bool
read_complex(struct selector_parser *p)
{
    struct selector *s = p->s;
    struct complex_selector x = { .beg = s->n_compounds };
    char combinator = '\0';

    selector_skip_spaces(p);
    do {
        struct compound *c = &s->compounds[s->n_compounds];

        if (s->n_compounds == MAX_SELECTOR_COMPOUNDS)
            return selector_fail_here(p, "more than 64 compounds");
        if (!read_compound(p, c))
            return false;
        c->combinator = combinator;
        x.end = ++s->n_compounds;
        combinator = read_combinator(p);
    } while (combinator);
    /* each holds a compound, so there are no more of them than of those */
    s->complexes[s->n_complexes++] = x;
    return true;
}

static bool
read_list(struct selector_parser *p)
{
    do {
        if (!read_complex(p))
            return false;
    } while (selector_take(p, ','));
    if (selector_take(p, '@')) {
        if (!selector_read_name(p, true, &p->s->attribute))
            return false;
        selector_skip_spaces(p);
    }
    return p->at == p->text.len ||
           selector_fail_here(p, "this has no place here");
}

/* -- the selector ---------------------------------------------------------- */

/* Copy n items of a scratch array into the store. */
static void *
keep(struct store *s, const void *items, size_t n, size_t size)
{
    void *out = store_alloc(s, n + 1, size);

    if (out && n > 0)
        memcpy(out, items, n * size);
    return out;
}

static const struct selector *
selector_keep(struct store *store, const struct selector *s)
{
    struct selector *out = store_new(store, struct selector, 1);

    if (!out)
        return NULL;
    *out = *s;
    out->complexes = keep(store, s->complexes, s->n_complexes,
                          sizeof *s->complexes);
    out->compounds = keep(store, s->compounds, s->n_compounds,
                          sizeof *s->compounds);
    out->simples = keep(store, s->simples, s->n_simples, sizeof *s->simples);
    out->inners = keep(store, s->inners, s->n_inners, sizeof *s->inners);
    out->inner_simples = keep(store, s->inner_simples, s->n_inner_simples,
                              sizeof *s->inner_simples);
    return out->complexes && out->compounds && out->simples &&
                   out->inners && out->inner_simples
               ? out
               : NULL;
}

const struct selector *
selector_compile(struct store *s, struct str text,
                 struct selector_error *error)
{
    struct complex_selector complexes[MAX_SELECTOR_COMPOUNDS];
    struct compound compounds[MAX_SELECTOR_COMPOUNDS];
    struct compound inners[MAX_SELECTOR_COMPOUNDS];
    struct simple simples[MAX_SELECTOR_SIMPLES];
    struct simple inner_simples[MAX_SELECTOR_SIMPLES];
    struct selector made = {
        .complexes = complexes, .compounds = compounds, .simples = simples,
        .inners = inners, .inner_simples = inner_simples
    };
    struct selector_parser p = { .store = s, .text = text, .s = &made,
                        .error = error };

    *error = (struct selector_error){ 0, 0, NULL };
    if (text.len > MAX_PATTERN) {
        selector_fail(&p, 0, text.len, "a selector of over 512 bytes");
        return NULL;
    }
    return read_list(&p) ? selector_keep(s, &made) : NULL;
}

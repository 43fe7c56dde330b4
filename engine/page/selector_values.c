/* selector_values.c - what stands in a selector's brackets: attributes, an+b,
 * phrases.
 */
#include "page/selector_lex.h"
#include "text/arabic.h"

struct simple *
selector_add(struct selector_parser *p, enum simple_kind kind)
{
    uint32_t *n = p->is_inner ? &p->s->n_inner_simples : &p->s->n_simples;
    struct simple *s = p->is_inner ? p->s->inner_simples : p->s->simples;

    if (*n == MAX_SELECTOR_SIMPLES) {
        selector_fail(p, 0, p->text.len, "a selector of more than 128 parts");
        return NULL;
    }
    s += (*n)++;
    *s = (struct simple){ .kind = kind };
    return s;
}

static bool
read_attribute_value(struct selector_parser *p, struct simple *s)
{
    selector_skip_spaces(p);
    if (selector_peek(p, 0) == '"' || selector_peek(p, 0) == '\'') {
        if (!selector_read_string(p, &s->value))
            return false;
    } else if (!selector_read_name(p, false, &s->value)) {
        return false;
    }
    selector_skip_spaces(p);
    s->is_caseless = (selector_take(p, 'i') || selector_take(p, 'I'));
    selector_skip_spaces(p);
    return true;
}

bool
selector_read_attribute(struct selector_parser *p)
{
    size_t from = p->at++;
    struct simple *s = selector_add(p, SIMPLE_ATTRIBUTE);

    if (!s)
        return false;
    selector_skip_spaces(p);
    if (!selector_read_name(p, true, &s->name))
        return false;
    selector_skip_spaces(p);
    if (selector_take(p, ']'))
        return true;
    if (selector_peek(p, 0) == '=') {
        s->op = '=';
    } else if (selector_peek(p, 1) == '=' &&
               str_find(STR("~|^$*"), str_slice(p->text, p->at, p->at + 1),
                        0) < 5) {
        s->op = p->text.ptr[p->at++];
    } else {
        return selector_fail_here(p, "not one of = ~= |= ^= $= *=");
    }
    p->at++;
    if (!read_attribute_value(p, s))
        return false;
    return selector_take(p, ']') ||
           selector_fail(p, from, p->at, "no bracket ends this");
}

/* -- pseudo-classes -------------------------------------------------------- */

static bool
read_number(struct selector_parser *p, int32_t *value)
{
    size_t from = p->at;

    while (is_digit(selector_peek(p, 0)))
        p->at++;
    return p->at - from <= 6 &&
           str_to_int(str_slice(p->text, from, p->at), value);
}

/* Read the "+1" behind "2n", where there is one. */
static bool
read_offset(struct selector_parser *p, struct simple *s)
{
    int32_t sign, n;

    selector_skip_spaces(p);
    if (selector_peek(p, 0) != '+' && selector_peek(p, 0) != '-')
        return true;
    sign = p->text.ptr[p->at++] == '-' ? -1 : 1;
    selector_skip_spaces(p);
    if (!is_digit(selector_peek(p, 0)) || !read_number(p, &n))
        return selector_fail_here(p, "a number is missing here");
    s->b = sign * n;
    return true;
}

static bool
read_formula(struct selector_parser *p, struct simple *s)
{
    int32_t sign = selector_take(p, '-') ? -1 : 1, n = 1;
    bool has_number;

    if (sign > 0)
        selector_take(p, '+');
    has_number = is_digit(selector_peek(p, 0));
    if (has_number && !read_number(p, &n))
        return selector_fail_here(p, "a number has up to 6 digits");
    if (selector_take(p, 'n') || selector_take(p, 'N')) {
        s->a = sign * n;
        return read_offset(p, s);
    }
    s->b = sign * n;
    return has_number ||
           selector_fail_here(p, "not an+b, odd, even or a number");
}

static bool
end_function(struct selector_parser *p)
{
    selector_skip_spaces(p);
    return selector_take(p, ')') ||
           selector_fail_here(p, "no bracket ends this");
}

static bool
take_word(struct selector_parser *p, struct str word)
{
    if (p->text.len - p->at < word.len ||
        !str_ieq(str_slice(p->text, p->at, p->at + word.len), word))
        return false;
    p->at += word.len;
    return true;
}

/* Read "2n+1", "-n+3", "odd", "even" or "5", and the bracket behind. */
bool
selector_read_nth(struct selector_parser *p, struct simple *s)
{
    selector_skip_spaces(p);
    if (take_word(p, STR("odd"))) {
        s->a = 2;
        s->b = 1;
    } else if (take_word(p, STR("even"))) {
        s->a = 2;
    } else if (!read_formula(p, s)) {
        return false;
    }
    return end_function(p);
}

bool
selector_read_text(struct selector_parser *p, struct simple *s)
{
    struct str phrase;
    size_t from = p->at, len;
    char *folded;

    selector_skip_spaces(p);
    if (selector_peek(p, 0) != '"' && selector_peek(p, 0) != '\'')
        return selector_fail_here(p, ":text() takes a phrase in quotes");
    if (!selector_read_string(p, &phrase))
        return false;
    len = fold_text(phrase, NULL, 0);
    folded = store_alloc(p->store, len + 1, 1);
    if (!folded)
        return selector_fail(p, 0, 0, NULL);
    fold_text(phrase, folded, len);
    s->value = (struct str){ folded, len };
    if (len == 0)
        return selector_fail(p, from, p->at, "nothing is left of this, folded");
    return end_function(p);
}

#include "page/selector_simple.h"

#include "base/buf.h"
#include "page/html_attributes.h"
#include "page/html_text.h"
#include "text/arabic.h"

/* The name in a start tag that the tag table does not know. */
static bool
source_name_is(const struct html_doc *doc, uint32_t node, struct str name)
{
    uint32_t src = doc->nodes[node].src;
    struct str rest;

    if (src == NO_OFFSET)
        return false;
    rest = str_slice(doc->text, (size_t)src + 1, doc->text.len);
    if (rest.len <= name.len || !str_ieq(str_slice(rest, 0, name.len), name))
        return false;
    return is_space(rest.ptr[name.len]) || rest.ptr[name.len] == '>' ||
           rest.ptr[name.len] == '/';
}

static bool
equals(struct str a, struct str b, bool is_caseless)
{
    return is_caseless ? str_ieq(a, b) : str_eq(a, b);
}

/* Whether a value has `part`, as operator '*' asks. */
static bool
contains(struct str value, struct str part, bool is_caseless)
{
    return (is_caseless ? str_ifind(value, part, 0)
                        : str_find(value, part, 0)) < value.len;
}

static bool
has_word(struct str value, struct str word, bool is_caseless)
{
    size_t at = 0, beg;

    while (at < value.len) {
        while (at < value.len && is_space(value.ptr[at]))
            at++;
        for (beg = at; at < value.len && !is_space(value.ptr[at]);)
            at++;
        if (at > beg && equals(str_slice(value, beg, at), word, is_caseless))
            return true;
    }
    return false;
}

static bool
value_fits(const struct simple *s, struct str v)
{
    struct str w = s->value;

    switch (s->op) {
    case '\0':
        return true;
    case '=':
        return equals(v, w, s->is_caseless);
    case '~':
        return has_word(v, w, s->is_caseless);
    case '|':
        return v.len >= w.len &&
               equals(str_slice(v, 0, w.len), w, s->is_caseless) &&
               (v.len == w.len || v.ptr[w.len] == '-');
    case '^':
        return w.len > 0 && v.len >= w.len &&
               equals(str_slice(v, 0, w.len), w, s->is_caseless);
    case '$':
        return w.len > 0 && v.len >= w.len &&
               equals(str_slice(v, v.len - w.len, v.len), w, s->is_caseless);
    default:
        return w.len > 0 && contains(v, w, s->is_caseless);
    }
}

static bool
attribute_fits(struct element_index *x, const struct simple *s, uint32_t node)
{
    const struct html_doc *doc = x->doc;
    uint32_t src = doc->nodes[node].src;
    struct str value;

    if (src == NO_OFFSET ||
        !html_attribute_get(x->arena, doc->text, src, s->name, &value))
        return false;
    fuel_spend(x->fuel, value.len);
    return value_fits(s, value);
}

static bool
nth_fits(const struct simple *s, uint32_t number)
{
    int64_t rest = (int64_t)number - s->b;

    if (s->a == 0)
        return rest == 0;
    return rest % s->a == 0 && rest / s->a >= 0;
}

/* Whether nothing stands in an element: no other, no text. */
static bool
is_empty(const struct html_doc *doc, uint32_t node)
{
    uint32_t beg, end;

    if (doc->nodes[node].end > node + 1)
        return false;
    html_text_runs(doc, node, &beg, &end);
    return beg == end;
}

/* Whether the text of the element itself has a folded phrase in whole words. */
static bool
text_fits(struct element_index *x, struct str phrase, uint32_t node)
{
    const struct html_doc *doc = x->doc;
    uint32_t run, end;
    struct buf own = buf_new(x->arena, 64);
    struct str text;
    size_t at = 0;

    html_text_runs(doc, node, &run, &end);
    for (; run < end; run++) {
        if (doc->runs[run].node != node)
            continue;
        buf_add_char(&own, ' ');
        buf_add(&own, html_text_clean(
            x->arena, str_slice(doc->text, doc->runs[run].beg,
                                   doc->runs[run].end), false));
    }
    fuel_spend(x->fuel, own.len);
    text = fold_in_arena(x->arena, buf_str(&own));
    while ((at = str_find(text, phrase, at)) < text.len) {
        size_t behind = at + phrase.len;

        if ((at == 0 || text.ptr[at - 1] == ' ') &&
            (behind == text.len || text.ptr[behind] == ' '))
            return true;
        at = behind;
    }
    return false;
}

static bool
place_fits(struct element_index *x, const struct simple *s, uint32_t node)
{
    const struct sibling_place *p = element_place(x, node);

    switch (s->kind) {
    case SIMPLE_FIRST_CHILD:
        return p->number == 1;
    case SIMPLE_LAST_CHILD:
        return p->is_last;
    case SIMPLE_ONLY_CHILD:
        return p->number == 1 && p->is_last;
    case SIMPLE_NTH_CHILD:
        return nth_fits(s, p->number);
    case SIMPLE_FIRST_OF_TYPE:
        return p->number_of_type == 1;
    case SIMPLE_LAST_OF_TYPE:
        return p->is_last_of_type;
    default:
        return nth_fits(s, p->number_of_type);
    }
}

bool
simple_fits(struct element_index *x, const struct simple *s, uint32_t node)
{
    const struct html_doc *doc = x->doc;

    switch (s->kind) {
    case SIMPLE_ANY:
        return true;
    case SIMPLE_TAG:
        return doc->nodes[node].tag == s->tag &&
               (s->tag != TAG_UNKNOWN || source_name_is(doc, node, s->name));
    case SIMPLE_ID:
        return element_has_id(x, node, s->name);
    case SIMPLE_CLASS:
        return element_has_class(x, node, s->name);
    case SIMPLE_ATTRIBUTE:
        return attribute_fits(x, s, node);
    case SIMPLE_EMPTY:
        return is_empty(doc, node);
    case SIMPLE_TEXT:
        return text_fits(x, s->value, node);
    default:
        return place_fits(x, s, node);
    }
}

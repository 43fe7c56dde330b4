#include "page/selector_simple.h"

#include "base/buf.h"
#include "page/html_attributes.h"
#include "page/html_text.h"
#include "text/arabic.h"
#include "text/words.h"

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

/* Whether a value has `part`, letters compared without case. */
static bool
contains_caseless(struct fuel *fuel, struct str value, struct str part)
{
    for (size_t at = 0; at + part.len <= value.len; at++) {
        size_t n = 0;

        while (n < part.len &&
               to_lower(value.ptr[at + n]) == to_lower(part.ptr[n]))
            n++;
        if (n == part.len)
            return true;
        if (n > 0 && !fuel_spend(fuel, n))
            return false;
    }
    return false;
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
value_fits(struct fuel *fuel, const struct simple *s, struct str v)
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
        if (s->is_caseless)
            return w.len > 0 && contains_caseless(fuel, v, w);
        return w.len > 0 && str_find(v, w, 0) < v.len;
    }
}

static bool
attribute_fits(struct element_index *x, const struct simple *s, uint32_t node)
{
    struct str text = x->doc->text, value;
    uint32_t src = x->doc->nodes[node].src;
    struct html_attributes it;
    struct html_attribute found;
    bool has = false, fits;

    if (src == NO_OFFSET)
        return false;
    it = html_attributes_begin(text, src);
    while (!has && html_attributes_next(&it, &found))
        has = str_ieq(found.name, s->name);
    fuel_spend(x->fuel, it.at - src);
    if (!has || s->op == '\0' ||
        str_find(found.value, STR("&"), 0) == found.value.len)
        return has && value_fits(x->fuel, s, found.value);
    html_attribute_get(x->arena, text, src, s->name, &value);
    fits = value_fits(x->fuel, s, value);
    /* or one long value, asked for again and again, would fill the arena */
    arena_resize(x->arena, (void *)value.ptr, value.len, 0);
    return fits;
}

static bool
nth_fits(const struct simple *s, uint32_t number)
{
    int64_t rest = (int64_t)number - s->b;

    if (s->a == 0)
        return rest == 0;
    return rest % s->a == 0 && rest / s->a >= 0;
}

/* Whether nothing stands in an element: no other, no text but white space. */
static bool
is_empty(struct element_index *x, uint32_t node)
{
    const struct html_doc *doc = x->doc;
    uint32_t run, end;
    struct str text = { NULL, 0 };

    if (doc->nodes[node].end > node + 1)
        return false;
    html_text_runs(doc, node, &run, &end);
    for (; run < end && text.len == 0; run++) {
        text = str_slice(doc->text, doc->runs[run].beg, doc->runs[run].end);
        fuel_spend(x->fuel, text.len);
        text = str_trim(text);
    }
    return text.len == 0;
}

/* -- :text() --------------------------------------------------------------- */

/* The text of an element itself, what is apart behind a space. */
static struct str
read_own_text(struct element_index *x, uint32_t node)
{
    const struct html_doc *doc = x->doc;
    struct buf own = buf_new(x->arena, 64);
    uint32_t i, end;

    html_text_runs(doc, node, &i, &end);
    fuel_spend(x->fuel, end - i);
    for (; i < end; i++) {
        const struct html_run *run = &doc->runs[i];
        struct str raw = str_slice(doc->text, run->beg, run->end);

        if (run->node != node)
            continue;
        if (html_text_is_apart(doc, i))
            buf_add_char(&own, ' ');
        buf_add(&own, run->is_raw ? raw
                                  : html_text_clean(x->arena, raw, false));
    }
    return buf_str(&own);
}

/* The same, folded: made once. */
static struct str
own_text(struct element_index *x, uint32_t node)
{
    struct str *text;

    if (!x->own_texts)
        x->own_texts = arena_new(x->arena, struct str, x->doc->n_nodes);
    text = &x->own_texts[node];
    if (!text->ptr) {
        struct str raw = read_own_text(x, node);

        fuel_spend(x->fuel, raw.len);
        *text = fold_in_arena(x->arena, raw);
    }
    return *text;
}

/* Whether an element's own text has a folded phrase in whole words. */
static bool
text_fits(struct element_index *x, struct str phrase, uint32_t node)
{
    struct str text = own_text(x, node);

    fuel_spend(x->fuel, text.len);
    return words_find(text, phrase, 0) < text.len;
}

/* -------------------------------------------------------------------------- */

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

    fuel_spend(x->fuel, 1);
    switch (s->kind) {
    case SIMPLE_ANY:
        return true;
    case SIMPLE_TAG:
        return doc->nodes[node].tag == s->tag &&
               (s->tag != TAG_UNKNOWN || source_name_is(doc, node, s->name));
    case SIMPLE_ID:
        return element_has_id(x, node, s->name);
    case SIMPLE_CLASS:
        fuel_spend(x->fuel, x->first_class[node + 1] - x->first_class[node]);
        return element_has_class(x, node, s->name);
    case SIMPLE_ATTRIBUTE:
        return attribute_fits(x, s, node);
    case SIMPLE_EMPTY:
        return is_empty(x, node);
    case SIMPLE_TEXT:
        return text_fits(x, s->value, node);
    default:
        return place_fits(x, s, node);
    }
}

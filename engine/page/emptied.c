#include "page/emptied.h"

#include "page/html_attributes.h"

struct point {
    char name[16];
    enum emptied_kind around;
};

static const struct point points[] = {
    { "foreignobject", EMPTIED_SVG }, { "desc", EMPTIED_SVG },
    { "title", EMPTIED_SVG }, { "mi", EMPTIED_MATH }, { "mo", EMPTIED_MATH },
    { "mn", EMPTIED_MATH }, { "ms", EMPTIED_MATH }, { "mtext", EMPTIED_MATH },
    { "annotation-xml", EMPTIED_MATH }
};

enum { N_POINTS = sizeof points / sizeof *points, ANNOTATION = N_POINTS - 1 };

/* FNV-1a. Two names of one hash would only end an element too early. */
static uint32_t
name_hash(struct str name)
{
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < name.len; i++)
        hash = (hash ^ (unsigned char)to_lower(name.ptr[i])) * 16777619u;
    return hash;
}

/* Past the bound nothing is noted: what is inside ends a little early. */
static void
push(struct emptied *e, const struct html_token *token, enum emptied_kind kind)
{
    if (e->n == MAX_DEPTH) {
        e->is_full = true;
        return;
    }
    e->items[e->n++] =
        (struct emptied_element){ name_hash(token->name), (uint8_t)kind };
}

static int
point_of_name(struct str name)
{
    for (int i = 0; i < N_POINTS; i++)
        if (str_ieq(name, str_of(points[i].name)))
            return i;
    return -1;
}

static bool
has_attribute(struct str text, const struct html_token *token,
              const char *name, const char *value)
{
    struct str raw;

    return html_attribute_find(text, token->beg, str_of(name), &raw) &&
           (!value || str_ieq(raw, str_of(value)));
}

static bool
breaks_out(struct str text, const struct html_token *token)
{
    if (token->tag == TAG_font)
        return has_attribute(text, token, "color", NULL) ||
               has_attribute(text, token, "face", NULL) ||
               has_attribute(text, token, "size", NULL);
    return (tag_traits(token->tag) & TRAIT_BREAKOUT) != 0;
}

static void
break_out(struct emptied *e)
{
    while (emptied_is_foreign(e))
        e->n--;
}

/* The kind of an element that starts in svg or math. An svg that starts in math
 * is one only inside annotation-xml; that it is one everywhere does no harm. */
static enum emptied_kind
foreign_kind(const struct emptied *e, struct str text,
             const struct html_token *token)
{
    enum emptied_kind around = (enum emptied_kind)e->items[e->n - 1].kind;
    int point = point_of_name(token->name);

    if (token->tag == TAG_svg)
        return EMPTIED_SVG;
    if (token->tag == TAG_math)
        return EMPTIED_MATH;
    if (point < 0 || points[point].around != around)
        return around;
    if (point == ANNOTATION &&
        !has_attribute(text, token, "encoding", "text/html") &&
        !has_attribute(text, token, "encoding", "application/xhtml+xml"))
        return around;
    return EMPTIED_POINT;
}

enum emptied_answer
emptied_start(struct emptied *e, struct str text,
              const struct html_token *token)
{
    if (emptied_is_foreign(e)) {
        if (!breaks_out(text, token)) {
            if (!token->is_self_closing)
                push(e, token, foreign_kind(e, text, token));
            return EMPTIED_INSIDE;
        }
        break_out(e);
    }
    if (e->n == 0)
        return EMPTIED_OUTSIDE;
    emptied_enter(e, token);
    return EMPTIED_INSIDE;
}

void
emptied_enter(struct emptied *e, const struct html_token *token)
{
    if (token->tag == TAG_template)
        push(e, token, EMPTIED_TEMPLATE);
    else if (token->tag == TAG_svg && !token->is_self_closing)
        push(e, token, EMPTIED_SVG);
    else if (token->tag == TAG_math && !token->is_self_closing)
        push(e, token, EMPTIED_MATH);
}

/* Whether an end tag may end an element that is kept, where HTML is open. */
static bool
is_kept(const struct html_token *token)
{
    return token->tag == TAG_svg || token->tag == TAG_math ||
           token->tag == TAG_template || point_of_name(token->name) >= 0;
}

enum emptied_answer
emptied_end(struct emptied *e, const struct html_token *token)
{
    bool is_foreign = emptied_is_foreign(e), is_around = true;
    uint32_t name;

    if (is_foreign && (token->tag == TAG_p || token->tag == TAG_br))
        break_out(e);
    if (e->n == 0)
        return EMPTIED_OUTSIDE;
    if (!is_foreign && !is_kept(token))
        return EMPTIED_INSIDE;
    name = name_hash(token->name);
    for (uint32_t i = e->n; i-- > 0;) {
        if (e->items[i].name == name) {
            e->n = i;
            return EMPTIED_INSIDE;
        }
        /* Only its own end tag ends a template. */
        if (e->items[i].kind == EMPTIED_TEMPLATE && token->tag != TAG_template)
            return EMPTIED_INSIDE;
        is_around = is_around && e->items[i].kind <= EMPTIED_MATH;
    }
    return is_foreign && is_around ? EMPTIED_AROUND : EMPTIED_INSIDE;
}

#include "page/html_side.h"

#include "base/limits.h"
#include "page/html_attributes.h"

struct side_maker
side_begin(struct arena *a, struct str text)
{
    struct side_maker m = { .arena = a, .text = text };

    m.side.base = NO_OFFSET;
    m.side.html = NO_OFFSET;
    m.side.body = NO_OFFSET;
    return m;
}

static bool
has_room(struct side_maker *m, uint32_t n)
{
    if (n == MAX_SIDE_ITEMS)
        m->is_full = true;
    return n < MAX_SIDE_ITEMS;
}

static bool
is_json_ld(struct str text, uint32_t src)
{
    struct str type, name;

    return html_attribute_find(text, src, STR("type"), &type) &&
           str_next_field(&type, ';', &name) &&
           str_ieq(str_trim(name), STR("application/ld+json"));
}

static void
first_note(uint32_t *first, uint32_t src)
{
    if (*first == NO_OFFSET)
        *first = src;
}

void
side_note(struct side_maker *m, const struct html_token *token)
{
    struct html_side *side = &m->side;
    uint32_t src = token->beg;

    switch (token->tag) {
    case TAG_meta:
        if (!has_room(m, side->n_meta))
            break;
        side->meta = arena_grow(m->arena, side->meta, side->n_meta,
                                &m->meta_cap, sizeof *side->meta);
        side->meta[side->n_meta++] = src;
        break;
    case TAG_link:
        if (!has_room(m, side->n_link))
            break;
        side->link = arena_grow(m->arena, side->link, side->n_link,
                                &m->link_cap, sizeof *side->link);
        side->link[side->n_link++] = src;
        break;
    case TAG_script:
        m->wants_json_ld = is_json_ld(m->text, src);
        break;
    case TAG_title:
        m->wants_title = !m->has_title;
        m->has_title = true;
        break;
    case TAG_base:
        first_note(&side->base, src);
        break;
    case TAG_html:
        first_note(&side->html, src);
        break;
    case TAG_body:
        first_note(&side->body, src);
        break;
    default:
        break;
    }
}

void
side_note_body(struct side_maker *m, const struct html_token *token)
{
    struct html_side *side = &m->side;
    struct str body = str_slice(m->text, token->beg, token->end);

    if (token->tag == TAG_title && m->wants_title) {
        side->title = body;
        m->wants_title = false;
    }
    if (token->tag != TAG_script || !m->wants_json_ld ||
        !has_room(m, side->n_json_ld))
        return;
    side->json_ld = arena_grow(m->arena, side->json_ld, side->n_json_ld,
                               &m->json_ld_cap, sizeof *side->json_ld);
    side->json_ld[side->n_json_ld++] = body;
}

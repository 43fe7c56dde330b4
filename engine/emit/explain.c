#include "emit/explain.h"

#include "emit/json.h"
#include "rules/lexicon.h"
#include "text/normalize.h"
#include "text/utf8.h"

static void
add_signed(struct buf *b, int32_t v)
{
    if (v >= 0)
        buf_add_char(b, '+');
    buf_add_int(b, v);
}

static struct str
bin_label(const struct record *r, const struct evidence *e, uint32_t feature)
{
    return str_of(r->features->items[feature].bins[e->bins[feature]]);
}

/* What a feature of a block gives to its points for main text. */
static int32_t
main_points(const struct record *r, const struct evidence *e,
            uint32_t feature)
{
    return r->model->points[feature][e->bins[feature]][STATE_MAIN];
}

/* The feature with most points to either side outside the `taken` ones, the
 * first of equals; the table's n when all others give none. */
static uint32_t
strongest_feature(const struct record *r, const struct evidence *e,
                  uint64_t taken)
{
    uint32_t best = r->features->n;
    int32_t most = 0;

    for (uint32_t f = 0; f < r->features->n; f++) {
        int32_t points = main_points(r, e, f);
        int32_t size = points < 0 ? -points : points;

        if (size > most && (taken >> f & 1) == 0) {
            most = size;
            best = f;
        }
    }
    return best;
}

static void
add_strongest(struct buf *b, const struct record *r,
              const struct evidence *e)
{
    uint64_t taken = 0;

    for (int i = 0; i < EXPLAIN_FEATURES; i++) {
        uint32_t f = strongest_feature(r, e, taken);

        if (f == r->features->n)
            return;
        taken |= UINT64_C(1) << f;
        buf_add_char(b, ' ');
        buf_add(b, str_of(r->features->items[f].name));
        buf_add_char(b, '=');
        buf_add(b, bin_label(r, e, f));
        buf_add_char(b, '(');
        add_signed(b, main_points(r, e, f));
        buf_add_char(b, ')');
    }
}

/* The start of a text in output form, which no terminal takes for commands. */
static void
add_excerpt(struct buf *b, struct str text)
{
    size_t at = 0;

    for (int i = 0; i < EXPLAIN_CHARS && at < text.len; i++)
        utf8_next(text, &at);
    normalize_text(b, str_slice(text, 0, at), NORMALIZE_LINE);
    if (at < text.len)
        buf_add(b, STR("…"));
}

static void
add_block_line(struct buf *b, const struct record *r, uint32_t i)
{
    const struct block *block = &r->blocks->items[i];
    const struct evidence *e = block->evidence;

    buf_add(b, e->is_kept ? STR("+ ") : STR("- "));
    buf_add_int(b, i);
    buf_add_char(b, ' ');
    buf_add(b, str_of(state_name(e->state)));
    buf_add_char(b, ' ');
    add_signed(b, e->points[STATE_MAIN]);
    add_strongest(b, r, e);
    buf_add(b, STR(" ["));
    buf_add(b, str_of(e->reason));
    buf_add(b, STR("] "));
    add_excerpt(b, block->text);
    buf_add_char(b, '\n');
}

static void
add_head_line(struct buf *b, const struct record *r)
{
    buf_add(b, STR("# "));
    if (r->id.len > 0) {
        /* A file's name may hold any bytes, line ends included. */
        add_excerpt(b, str_slice(r->id, 0, utf8_valid_len(r->id, NULL)));
        buf_add(b, STR(": "));
    }
    buf_add(b, r->is_html ? STR("html, ") : STR("text, "));
    buf_add(b, r->verdict->has_text ? STR("article, ") : STR("none, "));
    buf_add(b, STR("confidence "));
    buf_add_int(b, r->verdict->confidence);
    buf_add(b, STR(" of 1000 ["));
    buf_add(b, str_of(r->verdict->reason));
    buf_add(b, STR("], kept "));
    buf_add_int(b, r->n_kept);
    buf_add(b, STR(" of "));
    buf_add_int(b, r->blocks->n);
    buf_add(b, STR(" blocks\n"));
}

struct str
explain_to_text(struct arena *a, const struct record *r)
{
    struct buf out = buf_new(a, 4096);

    add_head_line(&out, r);
    for (uint32_t i = 0; i < r->blocks->n; i++)
        add_block_line(&out, r, i);
    return buf_done(&out);
}

static void
add_groups(struct json *j, uint32_t groups)
{
    json_key(j, "groups");
    json_open_array(j);
    for (unsigned g = 0; g < N_LEXICON_GROUPS; g++)
        if (groups >> g & 1)
            json_str(j, str_of(lexicon_group_name((enum lexicon_group)g)));
    json_close(j);
}

static void
add_points(struct json *j, const struct evidence *e)
{
    json_key(j, "points");
    json_open_object(j);
    for (unsigned s = 0; s < N_STATES; s++)
        json_pair_int(j, state_name((enum state)s), e->points[s]);
    json_close(j);
}

static void
add_features(struct json *j, const struct record *r,
             const struct evidence *e)
{
    json_key(j, "features");
    json_open_object(j);
    for (uint32_t f = 0; f < r->features->n; f++)
        json_pair_str(j, r->features->items[f].name, bin_label(r, e, f));
    json_close(j);
}

static void
add_block_object(struct json *j, const struct record *r, uint32_t i)
{
    const struct block *block = &r->blocks->items[i];
    const struct evidence *e = block->evidence;

    json_open_object(j);
    json_pair_str(j, "id", r->id);
    json_pair_int(j, "index", i);
    json_pair_str(j, "text", block->text);
    json_pair_int(j, "beg", block->beg);
    json_pair_int(j, "end", block->end);
    json_pair_str(j, "kind", str_of(block_kind_name(block->kind)));
    json_pair_str(j, "state", str_of(state_name(e->state)));
    json_pair_bool(j, "kept", e->is_kept);
    json_pair_str(j, "reason", str_of(e->reason));
    if (r->nodes)
        json_pair_int(j, "depth", r->nodes[block->node].depth);
    json_pair_str(j, "moves",
                  str_of(move_class_name((enum move_class)e->move_class)));
    add_groups(j, e->groups);
    add_points(j, e);
    add_features(j, r, e);
    json_close(j);
}

struct str
explain_to_jsonl(struct arena *a, const struct record *r)
{
    struct buf out = buf_new(a, 4096);

    for (uint32_t i = 0; i < r->blocks->n; i++) {
        struct json j = json_begin(&out);

        add_block_object(&j, r, i);
        buf_add_char(&out, '\n');
    }
    return buf_done(&out);
}

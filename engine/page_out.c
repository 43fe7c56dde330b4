/* page_out.c - the result as callers are given it, from the record of it. */
#include "base/limits.h"
#include "engine.h"

_Static_assert((int)LUBB_CODE == (int)BLOCK_CODE &&
               (int)LUBB_CONTROL == (int)BLOCK_CONTROL &&
               (int)LUBB_AFTER == (int)STATE_AFTER &&
               (int)LUBB_LIMIT_IMAGES == (int)LIMIT_IMAGES &&
               (int)LUBB_LIMIT_FUEL == (int)LIMIT_FUEL,
               "public and internal numbers are the same");

static const lubb_block *
blocks_out(struct arena *a, const struct blocks *blocks)
{
    lubb_block *out = arena_new(a, lubb_block, blocks->n);

    for (uint32_t i = 0; i < blocks->n; i++) {
        const struct block *b = &blocks->items[i];

        out[i] = (lubb_block){
            .text = str_out(b->text), .beg = b->beg, .end = b->end,
            .kind = (lubb_kind)b->kind,
            .state = (lubb_state)b->evidence->state,
            .kept = b->evidence->is_kept, .reason = b->evidence->reason,
            .points = b->evidence->points[STATE_MAIN]
        };
    }
    return out;
}

static const lubb_str *
misses_out(struct arena *a, const struct record *r)
{
    lubb_str *out = arena_new(a, lubb_str, r->n_misses);

    for (size_t i = 0; i < r->n_misses; i++)
        out[i] = str_out(record_miss(a, &r->misses[i]));
    return out;
}

const lubb_page *
page_out(struct arena *a, const struct record *r, uint64_t fuel_used)
{
    lubb_page *page = arena_new(a, lubb_page, 1);

    *page = (lubb_page){
        .text = str_out(r->text), .title = str_out(r->title),
        .date = str_out(r->date), .description = str_out(r->description),
        .input = r->is_html ? LUBB_INPUT_HTML : LUBB_INPUT_TEXT,
        .has_text = r->verdict->has_text && r->text.len > 0,
        .reason = r->verdict->reason,
        .confidence = r->verdict->confidence,
        .encoding = r->encoding, .encoding_source = r->encoding_source,
        .is_repaired = r->is_repaired, .n_replaced = r->n_replaced,
        .offsets_are_input = r->offsets_are_input,
        .limits = r->limits, .fuel_used = fuel_used,
        .blocks = blocks_out(a, r->blocks),
        .n_blocks = r->blocks->n, .n_kept = r->n_kept,
        .byline = str_out(r->byline), .agency = str_out(r->agency),
        .country = str_out(r->country),
        .extracted_by = str_out(record_extracted_by(a, r)),
        .misses = misses_out(a, r), .n_misses = (uint32_t)r->n_misses,
        .comments = str_out(r->comments)
    };
    return page;
}

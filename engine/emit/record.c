#include "emit/record.h"

#include <stddef.h>

#include "base/buf.h"
#include "base/limits.h"

const char *
limit_name(unsigned limit)
{
    switch (limit) {
    case LIMIT_DEPTH:      return "depth";
    case LIMIT_TAGS:       return "tags";
    case LIMIT_ATTRIBUTES: return "attributes";
    case LIMIT_FORMATTING: return "formatting";
    case LIMIT_BLOCKS:     return "blocks";
    case LIMIT_SIDE_ITEMS: return "side_items";
    case LIMIT_JSON:       return "json";
    case LIMIT_FUEL:       return "fuel";
    case LIMIT_TABLE:      return "table";
    case LIMIT_SUBJECT:    return "subject";
    case LIMIT_PATTERN:    return "pattern";
    case LIMIT_LINKS:      return "links";
    case LIMIT_IMAGES:     return "images";
    default:               return "";
    }
}

const char *
block_kind_name(enum block_kind kind)
{
    static const char *const names[N_BLOCK_KINDS] = {
        [BLOCK_PARAGRAPH] = "paragraph",
        [BLOCK_HEADING] = "heading",
        [BLOCK_LIST_ITEM] = "list_item",
        [BLOCK_TABLE_ROW] = "table_row",
        [BLOCK_QUOTE] = "quote",
        [BLOCK_CODE] = "code",
        [BLOCK_CAPTION] = "caption",
        [BLOCK_CONTROL] = "control",
    };

    return names[kind];
}

const char *
state_name(enum state state)
{
    static const char *const names[N_STATES] = {
        [STATE_BEFORE] = "before",
        [STATE_MAIN] = "main",
        [STATE_INTERRUPTION] = "interruption",
        [STATE_AFTER] = "after",
    };

    return names[state];
}

struct str
record_extracted_by(struct arena *a, const struct record *r)
{
    struct buf b;

    if (!r->ruled_by)
        return STR("general");
    b = buf_new(a, 64);
    buf_add(&b, r->ruled_by->theme.len > 0 ? STR("theme:") : STR("rule:"));
    buf_add(&b, str_of(r->ruled_by->name));
    return buf_done(&b);
}

struct str
record_miss(struct arena *a, const struct rule_miss *miss)
{
    struct buf b = buf_new(a, 64);

    if (miss->file) {
        buf_add(&b, str_of(miss->file->name));
        buf_add(&b, STR(": "));
    }
    buf_add(&b, str_of(miss->what));
    if (miss->detail.len > 0) {
        buf_add_char(&b, ' ');
        buf_add(&b, miss->detail);
    }
    return buf_done(&b);
}

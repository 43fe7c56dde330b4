#include "page/html_text.h"

#include "base/buf.h"
#include "page/html_references.h"

static void
decode_references(struct buf *out, struct str raw, bool in_attribute)
{
    size_t at = 0, amp, len, n;
    char decoded[REFERENCE_MAX_BYTES];

    while (at < raw.len) {
        amp = str_find(raw, STR("&"), at);
        buf_add(out, str_slice(raw, at, amp));
        at = amp;
        if (at == raw.len)
            break;
        if (html_reference(raw, at, in_attribute, &len, decoded, &n)) {
            buf_add(out, (struct str){ decoded, n });
            at += len;
        } else {
            buf_add_char(out, raw.ptr[at++]);
        }
    }
}

/* Each run of white space to one space, none at the ends. */
static void
collapse_spaces(struct buf *b)
{
    size_t n = 0;

    for (size_t i = 0; i < b->len; i++) {
        if (!is_space(b->ptr[i]))
            b->ptr[n++] = b->ptr[i];
        else if (n > 0 && b->ptr[n - 1] != ' ')
            b->ptr[n++] = ' ';
    }
    while (n > 0 && b->ptr[n - 1] == ' ')
        n--;
    b->len = n;
}

struct str
html_text_clean(struct arena *a, struct str raw, bool in_attribute)
{
    struct buf out = buf_new(a, raw.len);

    decode_references(&out, raw, in_attribute);
    collapse_spaces(&out);
    return buf_done(&out);
}

void
html_text_runs(const struct html_doc *doc, uint32_t node, uint32_t *beg,
               uint32_t *end)
{
    uint32_t low = 0, high = doc->n_runs, last = doc->nodes[node].end;

    /* the first run that stands behind the element's start tag */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (doc->runs[middle].before > node)
            high = middle;
        else
            low = middle + 1;
    }
    *beg = low;
    while (low < doc->n_runs && doc->runs[low].node >= node &&
           doc->runs[low].node < last)
        low++;
    *end = low;
}

bool
html_text_is_apart(const struct html_doc *doc, uint32_t i)
{
    const struct html_run *run = &doc->runs[i], *last;

    if (i == 0 || run->has_space)
        return true;
    last = &doc->runs[i - 1];
    return last->space_after || run->node != last->node ||
           run->before != last->before;
}

struct str
html_text_of(struct arena *a, const struct html_doc *doc, uint32_t node)
{
    uint32_t i, end;
    size_t cap = 1;

    html_text_runs(doc, node, &i, &end);
    for (uint32_t k = i; k < end; k++)
        cap += doc->runs[k].end - doc->runs[k].beg + 1;

    struct buf out = buf_new(a, cap);

    for (; i < end; i++) {
        const struct html_run *run = &doc->runs[i];
        struct str raw = str_slice(doc->text, run->beg, run->end);

        if (html_text_is_apart(doc, i))
            buf_add_char(&out, ' ');
        if (run->is_raw)
            buf_add(&out, raw);
        else
            decode_references(&out, raw, false);
    }
    collapse_spaces(&out);
    return buf_done(&out);
}

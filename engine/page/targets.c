#include "page/targets.h"

#include "base/limits.h"
#include "page/html_attributes.h"
#include "text/utf8.h"

/* The raw values of the attributes with these names, NULL where there is none;
 * false when there is no fuel for the tag. The first of one name counts. */
static bool
tag_read(struct targets *t, uint32_t src, const char *const *names,
         struct str *values, size_t n)
{
    struct html_attributes it;
    struct html_attribute attribute;

    for (size_t i = 0; i < n; i++)
        values[i] = (struct str){ NULL, 0 };
    if (src == NO_OFFSET || fuel_is_out(t->fuel))
        return false;
    it = html_attributes_begin(t->doc->text, src);
    while (html_attributes_next(&it, &attribute))
        for (size_t i = 0; i < n; i++)
            if (!values[i].ptr && str_ieq(attribute.name, str_of(names[i])))
                values[i] = attribute.value;
    return fuel_spend(t->fuel, it.at - src);
}

/* -- one URL --------------------------------------------------------------- */

enum {
    /* Bytes of a raw value read at most: a letter takes up to three and a half
     * times its bytes as a reference ("&#x627;"). */
    MAX_RAW = 4 * MAX_URL,

    /* A raw value decoded, cleaned, merged with a base, its dots taken out, and
     * written percent-encoded take 42 KB together. */
    SCRATCH = 32 * MAX_URL
};

/* The URL in a raw value, whole unless it is over MAX_URL (then *is_whole is
 * false, and its scheme at least is right); in scratch. */
static struct url
reference_read(struct targets *t, struct str raw, bool *is_whole)
{
    struct str text;

    arena_reset(&t->scratch, t->scratch_region, SCRATCH);
    *is_whole = raw.len <= MAX_RAW;
    if (!*is_whole)
        raw.len = MAX_RAW;
    text = html_attribute_decode(&t->scratch, raw);
    *is_whole = *is_whole && text.len <= MAX_URL;
    if (text.len > MAX_URL)
        text.len = MAX_URL;
    return url_read(&t->scratch, text);
}

static struct url
resolve(struct targets *t, const struct url *ref)
{
    return t->base.scheme.len > 0
               ? url_resolve(&t->scratch, &t->base, ref) : *ref;
}

/* In the arena; empty when it is over MAX_URL. */
static struct str
written(struct targets *t, const struct url *url)
{
    struct buf made = buf_new(&t->scratch, MAX_URL), copy;

    url_write(&made, url);
    copy = buf_new(t->arena, made.len);
    if (made.len <= MAX_URL)
        buf_add(&copy, buf_str(&made));
    return buf_done(&copy);
}

/* -- the base -------------------------------------------------------------- */

/* The base is used as long as the page is: nothing of it is in scratch. */
static void
base_set(struct targets *t, const struct url *url)
{
    struct str whole;

    if (!url_is_web(url))
        return;
    whole = written(t, url);
    if (whole.len > 0)
        t->base = url_read(t->arena, whole);
}

struct targets
targets_begin(struct arena *a, const struct html_doc *doc,
              struct str page_url, struct fuel *fuel)
{
    static const char *const names[] = { "href" };
    struct targets t = { .arena = a, .doc = doc, .fuel = fuel,
                         .link_src = NO_OFFSET };
    struct str raw;
    struct url url;
    bool is_whole;

    t.scratch.on_full = a->on_full;
    t.scratch_region = arena_raw(a, char, SCRATCH);
    arena_reset(&t.scratch, t.scratch_region, SCRATCH);
    if (page_url.len <= MAX_URL &&
        utf8_valid_len(page_url, NULL) == page_url.len) {
        url = url_read(&t.scratch, page_url);
        base_set(&t, &url);
    }
    if (tag_read(&t, doc->side.base, names, &raw, 1)) {
        url = reference_read(&t, raw, &is_whole);
        url = resolve(&t, &url);
        if (is_whole)
            base_set(&t, &url);
    }
    return t;
}

/* -- targets --------------------------------------------------------------- */

/* What bounds the targets of one kind. */
struct quota {
    uint32_t *n, max;
    unsigned limit;
    bool has_mail;
};

static bool
leads_somewhere(const struct url *url, const struct quota *q)
{
    return url_is_web(url) || (q->has_mail && url_is_mail(url));
}

/* One more target, if there may be. */
static bool
quota_take(struct targets *t, const struct quota *q)
{
    if (*q->n == q->max)
        t->limits |= q->limit;
    return *q->n < q->max && ++*q->n;
}

static struct str
target_find(struct targets *t, struct str raw, const struct quota *q)
{
    const struct str none = { NULL, 0 };
    bool is_whole;
    struct url url = reference_read(t, raw, &is_whole);
    struct str target;

    if (url_is_fragment(&url))
        return none;
    url = resolve(t, &url);
    if (!leads_somewhere(&url, q) || !quota_take(t, q))
        return none;
    target = is_whole ? written(t, &url) : none;
    if (target.len == 0)
        t->limits |= q->limit;
    return target;
}

struct str
targets_link(struct targets *t, uint32_t src)
{
    static const char *const names[] = { "href" };
    const struct quota links = { &t->n_links, MAX_LINKS, LIMIT_LINKS, true };
    struct str raw;

    if (src == NO_OFFSET)
        return (struct str){ NULL, 0 };
    if (src == t->link_src) {
        if (t->link_url.len > 0 && !quota_take(t, &links))
            t->link_url.len = 0;
        return t->link_url;
    }
    t->link_src = src;
    t->link_url = (struct str){ NULL, 0 };
    if (tag_read(t, src, names, &raw, 1))
        t->link_url = target_find(t, raw, &links);
    return t->link_url;
}

bool
targets_image_read(struct targets *t, uint32_t src,
                   struct str attributes[N_IMAGE_ATTRIBUTES])
{
    static const char *const names[N_IMAGE_ATTRIBUTES] = {
        [IMAGE_SRC] = "src",
        [IMAGE_DATA_SRC] = "data-src",
        [IMAGE_DATA_LAZY_SRC] = "data-lazy-src",
        [IMAGE_DATA_ORIGINAL] = "data-original",
        [IMAGE_ALT] = "alt",
        [IMAGE_WIDTH] = "width",
        [IMAGE_HEIGHT] = "height",
    };

    return tag_read(t, src, names, attributes, N_IMAGE_ATTRIBUTES);
}

struct str
targets_image(struct targets *t, struct str raw)
{
    const struct quota images = { &t->n_images, MAX_IMAGES, LIMIT_IMAGES,
                                  false };

    return target_find(t, raw, &images);
}

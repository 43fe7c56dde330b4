/* facts.c - the side lists read into page facts.
 *
 * A meta tag is known by name, property or itemprop, whichever holds the key:
 * pages mix them up, and one tag often serves two ("description" and
 * "og:description"). Several keys may fill one fact; the better key wins, and
 * among equals the first tag. Keys as found on Arabic pages.
 */
#include "page/facts.h"

#include <stddef.h>

#include "base/buf.h"
#include "base/limits.h"
#include "page/html_attributes.h"
#include "page/html_text.h"
#include "page/json_ld.h"

enum meta_fact {
    META_TITLE,
    META_TYPE,
    META_SITE_NAME,
    META_DESCRIPTION,
    META_PUBLISHED,
    N_META_FACTS
};

/* Better keys of a fact stand above worse ones. */
static const struct {
    const char *key;
    enum meta_fact fact;
} meta_keys[] = {
    { "og:title", META_TITLE },
    { "og:type", META_TYPE },
    { "og:site_name", META_SITE_NAME },
    { "description", META_DESCRIPTION },
    { "og:description", META_DESCRIPTION },
    { "article:published_time", META_PUBLISHED },
    { "datepublished", META_PUBLISHED },
    { "og:published_time", META_PUBLISHED },
    { "article:published", META_PUBLISHED },
    { "parsely-pub-date", META_PUBLISHED },
    { "sailthru.date", META_PUBLISHED },
    { "publish-date", META_PUBLISHED },
    { "publish_date", META_PUBLISHED },
    { "publishdate", META_PUBLISHED },
    { "pubdate", META_PUBLISHED },
    { "dc.date.issued", META_PUBLISHED },
    { "dcterms.issued", META_PUBLISHED },
    { "dcterms.created", META_PUBLISHED },
    { "datecreated", META_PUBLISHED },
    { "dc.date", META_PUBLISHED },
    { "date", META_PUBLISHED },
};

enum { N_META_KEYS = sizeof meta_keys / sizeof *meta_keys };

/* The best value of each fact so far, raw, and the rank of its key. */
struct meta_found {
    struct str raw[N_META_FACTS];
    size_t rank[N_META_FACTS];
};

/* Note a tag's content under one of its keys. */
static void
note_key(struct meta_found *found, struct str key, struct str content)
{
    for (size_t rank = 0; rank < N_META_KEYS; rank++) {
        enum meta_fact fact = meta_keys[rank].fact;

        if (!str_ieq(key, str_of(meta_keys[rank].key)))
            continue;
        if (found->raw[fact].len == 0 || rank < found->rank[fact]) {
            found->raw[fact] = content;
            found->rank[fact] = rank;
        }
        return;
    }
}

/* Note one <meta>. property may hold several keys between spaces (RDFa). */
static void
read_meta(struct str text, uint32_t src, struct meta_found *found)
{
    static const char *const names[] = { "name", "property", "itemprop" };
    struct str content, keys, key;

    if (!html_attribute_find(text, src, STR("content"), &content))
        return;
    content = str_trim(content);
    if (content.len == 0)
        return;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!html_attribute_find(text, src, str_of(names[i]), &keys))
            continue;
        while (str_next_field(&keys, ' ', &key))
            note_key(found, key, content);
    }
}

static void
read_metas(struct arena *a, const struct html_doc *doc,
           struct page_facts *facts)
{
    struct meta_found found = { 0 };

    for (uint32_t i = 0; i < doc->side.n_meta; i++)
        read_meta(doc->text, doc->side.meta[i], &found);

    facts->og_title = html_text_clean(a, found.raw[META_TITLE], true);
    facts->og_type = html_text_clean(a, found.raw[META_TYPE], true);
    facts->og_site_name = html_text_clean(a, found.raw[META_SITE_NAME], true);
    facts->description = html_text_clean(a, found.raw[META_DESCRIPTION], true);
    facts->published = html_text_clean(a, found.raw[META_PUBLISHED], true);
}

/* The first article of the bodies in page order. References have no meaning in
 * a script, but publishers leave them in ("&#8220;"). */
static void
read_json_ld(struct arena *a, const struct html_side *side, struct fuel *fuel,
             struct page_facts *facts)
{
    struct json_ld_article article;

    for (uint32_t i = 0; i < side->n_json_ld; i++) {
        if (!fuel_spend(fuel, side->json_ld[i].len)) {
            facts->limits |= LIMIT_FUEL;
            return;
        }
        if (!json_ld_read(a, side->json_ld[i], &facts->limits, &article))
            continue;
        facts->ld_type = article.type;
        facts->ld_headline = html_text_clean(a, article.headline, false);
        facts->ld_published = html_text_clean(a, article.published, false);
        facts->ld_modified = html_text_clean(a, article.modified, false);
        facts->ld_description = html_text_clean(a, article.description, false);
        facts->ld_body = html_text_clean(a, article.body, false);
        return;
    }
}

void
page_facts_read(struct arena *a, const struct html_doc *doc,
                struct fuel *fuel, struct page_facts *facts)
{
    *facts = (struct page_facts){ 0 };
    facts->title = html_text_clean(a, doc->side.title, false);
    read_metas(a, doc, facts);
    read_json_ld(a, &doc->side, fuel, facts);
}

bool
page_facts_is_article(const struct page_facts *facts)
{
    return str_ieq(facts->og_type, STR("article")) ||
           json_ld_is_article(facts->ld_type);
}

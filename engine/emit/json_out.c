#include "emit/json_out.h"

#include "emit/json.h"
#include "rules/host.h"

/* The host of an absolute URL in lower case, without port and final dot; empty
 * where there is none. */
static struct str
host_of(struct arena *a, struct str url)
{
    bool is_absolute = str_find(url, STR("://"), 0) < url.len;
    struct str host = is_absolute ? host_authority(url)
                                  : (struct str){ NULL, 0 };
    size_t len = host.len;
    struct buf out;

    while (len > 0 && is_digit(host.ptr[len - 1]))
        len--;
    if (len > 0 && host.ptr[len - 1] == ':')
        host.len = len - 1;
    if (host.len > 0 && host.ptr[host.len - 1] == '.')
        host.len--;
    out = buf_new(a, host.len);
    for (size_t i = 0; i < host.len; i++)
        buf_add_char(&out, to_lower(host.ptr[i]));
    return buf_done(&out);
}

static void
add_source(struct json *j, const struct record *r)
{
    json_pair_str(j, "encoding", str_of(r->encoding));
    json_pair_str(j, "encoding_source", str_of(r->encoding_source));
    json_pair_int(j, "n_replaced", r->n_replaced);
    json_pair_str(j, "input", r->is_html ? STR("html") : STR("text"));
    json_pair_str(j, "offsets",
                  r->offsets_are_input ? STR("input") : STR("decoded"));
}

static void
add_verdict(struct json *j, const struct verdict *v)
{
    json_pair_int(j, "confidence", v->confidence);
    json_pair_str(j, "verdict", v->has_text ? STR("article") : STR("none"));
    json_pair_str(j, "reason", str_of(v->reason));
}

/* Which rule's attempt was accepted, and those that were not. */
static void
add_rules(struct json *j, struct str by, const struct str *misses, size_t n)
{
    json_pair_str(j, "extracted_by", by);
    if (n == 0)
        return;
    json_key(j, "miss");
    json_open_array(j);
    for (size_t i = 0; i < n; i++)
        json_str(j, misses[i]);
    json_close(j);
}

static void
add_byline(struct json *j, struct str name)
{
    if (name.len == 0)
        return;
    json_key(j, "byline");
    json_open_array(j);
    json_str(j, name);
    json_close(j);
}

/* Bounds that were met, and "repaired" for UTF-8 that had been saved twice. */
static void
add_flags(struct json *j, const struct record *r)
{
    json_key(j, "flags");
    json_open_array(j);
    for (unsigned bit = 1; limit_name(bit)[0]; bit <<= 1)
        if (r->limits & bit)
            json_str(j, str_of(limit_name(bit)));
    if (r->is_repaired)
        json_str(j, STR("repaired"));
    json_close(j);
}

struct str
record_to_json(struct arena *a, const struct record *r)
{
    struct str host = host_of(a, r->url), by = record_extracted_by(a, r);
    struct str *misses = arena_new(a, struct str, r->n_misses);

    for (size_t i = 0; i < r->n_misses; i++)
        misses[i] = record_miss(a, &r->misses[i]);

    struct buf out = buf_new(a, r->text.len + r->text.len / 16 + 1024);
    struct json j = json_begin(&out);

    json_open_object(&j);
    json_pair_str(&j, "id", r->id);
    json_pair_str(&j, "url", r->url);
    json_pair_str(&j, "host", host);
    json_pair_str(&j, "site", r->site);
    json_key(&j, "text");
    json_str(&j, r->text);
    json_pair_str(&j, "title", r->title);
    add_byline(&j, r->byline);
    json_pair_str(&j, "date", r->date);
    json_pair_str(&j, "description", r->description);
    json_pair_str(&j, "country", r->country);
    json_pair_str(&j, "agency", r->agency);
    json_pair_str(&j, "comments", r->comments);
    add_source(&j, r);
    add_verdict(&j, r->verdict);
    add_rules(&j, by, misses, r->n_misses);
    add_flags(&j, r);
    json_pair_int(&j, "n_blocks", r->blocks->n);
    json_pair_int(&j, "n_kept", r->n_kept);
    json_pair_str(&j, "version", str_of(r->version));
    json_close(&j);
    buf_add_char(&out, '\n');
    return buf_done(&out);
}

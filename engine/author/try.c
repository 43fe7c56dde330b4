/* try.c - what one value hits on a page.
 *
 * The value is made the only line of a file of rules, as one of a key that
 * takes all values, attributes included. So it is read, refused and looked
 * for as in a real file.
 */
#include "author/hits.h"

/* Stands before the value in the line that is made of it. */
static const char file_head[] = "#!rule 1\nsite: try.example\n";
static const char line_head[] = "title: ";

struct trial {
    struct store *store;
    struct rule_set *set;
    const struct rule_file *file;
    lubb_hit *hits;
    size_t n, cap;
    bool no_memory;
    struct str text;            /* the page, decoded */
    uint32_t at, line, column;  /* a byte, and where it is */
};

/* -- the value ------------------------------------------------------------- */

static bool
is_one_line(struct str value)
{
    return str_find(value, STR("\n"), 0) == value.len;
}

/* The text of a file that holds the value; {NULL, 0} when memory is refused. */
static struct str
make_text(struct store *s, struct str value)
{
    struct str head = str_of(file_head), key = str_of(line_head);
    char *at = store_alloc(s, head.len + key.len + value.len + 1, 1);

    if (!at)
        return (struct str){ NULL, 0 };
    memcpy(at, head.ptr, head.len);
    memcpy(at + head.len, key.ptr, key.len);
    memcpy(at + head.len + key.len, value.ptr, value.len);
    return (struct str){ at, head.len + key.len + value.len };
}

/* Fill in the error from a finding about the line that was made. */
static lubb_status
error_fill(lubb_error *error, const struct rule_findings *findings)
{
    const uint32_t shift = sizeof line_head - 1;
    uint32_t column = findings->items[0].column;

    file_error(error, "", "");
    if (error) {
        error->column = column > shift ? column - shift : 0;
        rule_finding_message(&findings->items[0], error->message,
                             sizeof error->message);
    }
    return LUBB_E_RULE;
}

static lubb_status
compile(struct trial *t, const char *value, lubb_error *error)
{
    struct rule_findings findings = { .store = t->store };
    struct str text;
    bool ok;

    if (!is_one_line(str_of(value))) {
        file_error(error, "", "a value is one line");
        return LUBB_E_RULE;
    }
    text = make_text(t->store, str_of(value));
    t->set = rule_set_new(t->store);
    if (!text.ptr || !t->set)
        return LUBB_E_NOMEM;
    ok = rule_set_add_file(t->set, "", text, false, &findings) &&
         rule_set_freeze(t->set, &findings);
    if (findings.n_errors > 0)
        return error_fill(error, &findings);
    if (!ok || findings.no_memory)
        return LUBB_E_NOMEM;
    t->file = t->set->files[0];
    return LUBB_OK;
}

/* -- hits ------------------------------------------------------------------ */

/* Count lines and columns up to a byte of the page; hits mostly come in page
 * order. */
static void
count_to(struct trial *t, uint32_t beg)
{
    if (beg < t->at || t->line == 0) {
        t->at = 0;
        t->line = t->column = 1;
    }
    for (; t->at < beg; t->at++) {
        unsigned char c = (unsigned char)t->text.ptr[t->at];

        t->column += (c & 0xC0) != 0x80;
        if (c == '\n') {
            t->line++;
            t->column = 1;
        }
    }
}

static void
add_hit(struct trial *t, uint32_t block, struct str place, struct str text)
{
    uint32_t beg = (uint32_t)(place.ptr - t->text.ptr);
    struct str copy = store_str(t->store, text);

    if (!copy.ptr || (t->n == t->cap &&
                      !store_grow(t->store, &t->hits, t->n, &t->cap,
                                  sizeof *t->hits))) {
        t->no_memory = true;
        return;
    }
    count_to(t, beg);
    t->hits[t->n++] = (lubb_hit){
        .block = block, .beg = beg, .end = beg + (uint32_t)place.len,
        .line = t->line, .column = t->column, .text = str_out(copy)
    };
}

/* An element by its attribute, or one without a text by its start tag. */
static void
add_element(struct trial *t, struct rule_page *page,
            const struct rule_entry *e, uint32_t node)
{
    uint32_t src = page->doc->nodes[node].src;
    struct str place = { t->text.ptr, 0 }, value = { NULL, 0 };

    if (selector_attribute(e->match.selector).len > 0) {
        value = hits_element_value(page, e, node);
        if (value.len == 0 || !hits_attribute(page, e, node, &place))
            return;
    } else if (src != NO_OFFSET) {
        place = str_slice(t->text, src, src);
    }
    add_hit(t, NO_BLOCK, place, value);
}

static void
add_entry(struct trial *t, struct rule_page *page, const struct rule_entry *e)
{
    const struct rule_hits *hits = hits_of(page, e);
    bool by_element = e->match.selector &&
                      (hits->n == 0 ||
                       selector_attribute(e->match.selector).len > 0);

    for (uint32_t i = 0; by_element && i < hits->elements.n; i++)
        add_element(t, page, e, hits->elements.nodes[i]);
    for (uint32_t i = 0; !by_element && i < hits->n; i++) {
        const struct block *b = &page->blocks->items[hits->blocks[i]];
        struct str value = hits_block_value(page, e, hits->blocks[i]);

        if (value.len > 0)
            add_hit(t, hits->blocks[i], str_slice(t->text, b->beg, b->end),
                    value);
    }
}

static void
look(lubb_worker *worker, void *data)
{
    struct trial *t = data;
    struct rule_page *page = hits_page(worker, t->set, t->file);

    t->text = worker->text;
    for (size_t i = 0; i < t->file->n_entries; i++)
        add_entry(t, page, &t->file->entries[i]);
}

lubb_status
lubb_rules_try(lubb_rules *rules, const char *value, const char *bytes,
               size_t len, const lubb_hint *hint, const lubb_hit **hits,
               size_t *n, lubb_error *error)
{
    struct trial t = { .store = author_answer(rules, ASK_TRY) };
    const lubb_page *page;
    lubb_status status;

    *hits = NULL;
    *n = 0;
    if (!rules->is_ready) {
        file_error(error, "", "the rules have errors");
        return LUBB_E_RULE;
    }
    status = compile(&t, value, error);
    if (status == LUBB_OK)
        status = lubb_extract(&rules->engine, rules->worker, bytes, len,
                              hint, &page);
    if (status == LUBB_OK)
        status = worker_visit(rules->worker, look, &t);
    rule_set_free(t.set);
    if (status == LUBB_OK && t.no_memory)
        status = LUBB_E_NOMEM;
    if (status == LUBB_OK) {
        *hits = t.hits;
        *n = t.n;
    }
    return status;
}

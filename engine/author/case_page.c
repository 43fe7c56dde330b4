#include "author/case_page.h"

#include "base/limits.h"

/* -- paths ----------------------------------------------------------------- */

/* The bytes of a path up to its last slash, that one included. */
static size_t
folder_len(struct str path)
{
    while (path.len > 0 && path.ptr[path.len - 1] != '/')
        path.len--;
    return path.len;
}

/* Make the folder in `at` the one above: "rules/site/", "rules/", "", "../",
 * "../../". The root stays. */
static size_t
folder_up(char *at, size_t len)
{
    struct str folder = { at, len };

    if (len == 0 || str_ends(folder, STR("../"))) {
        memcpy(at + len, "../", 3);
        return len + 3;
    }
    if (len == 1 && at[0] == '/')
        return len;
    return folder_len(str_slice(folder, 0, len - 1));
}

/* What is looked for, and from where. */
struct search {
    struct str near;            /* a file in the folder to begin with */
    struct str name;
    int levels;                 /* folders above it to look in */
    const char *path;           /* set: the last that was tried */
    struct str text;            /* set: of the file found */
};

static lubb_status
search_read(struct store *s, struct search *search)
{
    struct str name = search->name;
    bool is_whole = name.len > 0 && name.ptr[0] == '/';
    size_t len = is_whole ? 0 : folder_len(search->near);
    size_t size = len + 3 * (size_t)(search->levels + 1) + name.len + 1;
    char *at = store_alloc(s, size, 1);
    lubb_status status = LUBB_E_FILE;

    if (!at)
        return LUBB_E_NOMEM;
    search->path = at;
    memcpy(at, search->near.ptr, len);
    for (int i = 0; i <= search->levels && status == LUBB_E_FILE; i++) {
        if (i > 0 && is_whole)
            break;
        if (i > 0)
            len = folder_up(at, len);
        memcpy(at + len, name.ptr, name.len);
        at[len + name.len] = '\0';
        status = file_read(s, at, MAX_INPUT, &search->text, NULL);
    }
    return status;
}

/* -- pages ----------------------------------------------------------------- */

/* The first site that a file is for: "el-massa.com/dz"; empty for a theme. */
static bool
find_site(struct case_page *page)
{
    const struct rule_file *f = page->file;
    char *out;

    for (size_t i = 0; i < f->n_sites; i++) {
        struct str host = f->sites[i].host, path = f->sites[i].path;

        if (f->sites[i].is_not)
            continue;
        out = store_alloc(&page->store, host.len + path.len + 1, 1);
        if (!out)
            return false;
        memcpy(out, host.ptr, host.len);
        if (path.len > 0)
            memcpy(out + host.len, path.ptr, path.len);
        page->site = (struct str){ out, host.len + path.len };
        return true;
    }
    return true;
}

lubb_status
case_page_open(const struct rule_file *file,
               const struct rule_section *section, struct case_page *page)
{
    struct search search = { .near = str_of(file->name),
                             .name = section->name, .levels = CASE_LEVELS };
    lubb_status status;

    *page = (struct case_page){ .file = file, .section = section };
    if (!find_site(page))
        return LUBB_E_NOMEM;
    status = search_read(&page->store, &search);
    page->path = search.path;
    page->bytes = search.text;
    return status;
}

void
case_page_free(struct case_page *page)
{
    store_free(&page->store);
}

lubb_status
case_text_read(struct case_page *page, struct str name, struct str *text)
{
    struct search search = { .near = str_of(page->path), .name = name };
    lubb_status status = search_read(&page->store, &search);

    *text = search.text;
    return status;
}

lubb_status
case_page_extract(const struct case_page *page, const lubb_engine *engine,
                  lubb_worker *worker)
{
    const lubb_hint hint = { .size = sizeof hint,
                             .site = str_out(page->site) };
    const lubb_page *unused;

    return lubb_extract(engine, worker, page->bytes.ptr, page->bytes.len,
                        &hint, &unused);
}

struct str
case_value(const struct rule_entry *e)
{
    struct str s = e->source;
    size_t beg = str_find(s, STR("\""), 0), end;

    if (beg > 1 || beg == s.len ||
        (beg == 1 && s.ptr[0] != '*' && s.ptr[0] != '='))
        return s;
    end = str_find(s, STR("\""), beg + 1);
    return end < s.len ? str_slice(s, beg + 1, end) : s;
}

bool
case_line_is_none(const struct rule_entry *entry)
{
    return entry->key == RULE_KEY_text && str_eq(entry->source, STR("none"));
}

bool
case_wants_none(const struct rule_file *file,
                const struct rule_section *section)
{
    for (uint32_t i = section->beg; i < section->end; i++)
        if (case_line_is_none(&file->entries[i]))
            return true;
    return false;
}

/* test_skeleton_pages.c - the skeleton's tree has the text of the whole page's.
 *
 * For each file, and each file of each folder, named on the command line (the
 * fixtures when none is) the text of the tree is compared with that of Gumbo's
 * tree of the whole decoded page: text in document order, references decoded,
 * white space collapsed; what is emptied is left out on both sides. A page that
 * differs is printed with the first difference.
 */
#include <dirent.h>
#include <gumbo.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/limits.h"
#include "page/html_references.h"
#include "page/html_tree.h"
#include "tests/check.h"
#include "text/decode.h"
#include "text/utf8.h"

static struct arena arena;
static jmp_buf is_full;

/* -- files --------------------------------------------------------------- */

static bool
bytes_of_file(const char *path, struct str *bytes)
{
    FILE *f = fopen(path, "rb");
    size_t cap = (size_t)MAX_INPUT + 1;
    char *p = malloc(cap);

    if (!f || !p)
        return false;
    *bytes = (struct str){ p, fread(p, 1, cap, f) };
    fclose(f);
    return true;
}

/* -- text of both trees -------------------------------------------------- */

/* What Gumbo makes U+FFFD, against the standard. */
static bool
is_replaced(uint32_t cp)
{
    return cp < 0x20 || (cp >= 0x7F && cp <= 0x9F) ||
           (cp >= 0xFDD0 && cp <= 0xFDEF) || (cp & 0xFFFE) == 0xFFFE;
}

/* Append with white space collapsed. */
static void
text_put(struct buf *b, struct str s)
{
    size_t at = 0;

    while (at < s.len) {
        uint32_t cp = utf8_next(s, &at);
        bool is_blank = cp < 0x80 && is_space((char)cp);

        if (is_blank && (b->len == 0 || b->ptr[b->len - 1] == ' '))
            continue;
        if (is_blank)
            cp = ' ';
        else if (is_replaced(cp))
            cp = UTF8_REPLACEMENT;
        b->len += utf8_put(buf_room(b, 4), cp);
    }
}

static void
run_put(struct buf *b, struct str text, const struct html_run *run)
{
    struct str s = str_slice(text, 0, run->end);
    char out[REFERENCE_MAX_BYTES];
    size_t at = run->beg, len, n_out;

    if (run->has_space)
        text_put(b, STR(" "));
    while (at < s.len) {
        size_t stop = run->is_raw ? s.len : str_find(s, STR("&"), at);

        text_put(b, str_slice(s, at, stop));
        at = stop;
        if (at == s.len)
            break;
        if (html_reference(s, at, false, &len, out, &n_out)) {
            text_put(b, (struct str){ out, n_out });
            at += len;
        } else {
            text_put(b, STR("&"));
            at++;
        }
    }
    if (run->space_after)
        text_put(b, STR(" "));
}

static struct str
tree_text(const struct html_doc *doc)
{
    struct buf b = buf_new(&arena, doc->text.len + 16);

    for (uint32_t r = 0; r < doc->n_runs; r++)
        run_put(&b, doc->text, &doc->runs[r]);
    return str_trim(buf_str(&b));
}

static bool
is_emptied(const GumboNode *node)
{
    enum tag tag =
        tag_of_name(str_of(gumbo_normalized_tagname(node->v.element.tag)));

    return (tag_traits(tag) & TRAIT_EMPTIED) != 0;
}

static const GumboVector *
children_of(const GumboNode *node)
{
    static const GumboVector none;

    if (node->type == GUMBO_NODE_ELEMENT && !is_emptied(node))
        return &node->v.element.children;
    return &none;
}

/* In document order, by parent pointers. */
static struct str
gumbo_text(const GumboNode *root, size_t len)
{
    struct buf b = buf_new(&arena, len + 16);
    const GumboNode *node = root;

    for (;;) {
        const GumboVector *below = children_of(node);

        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
            node->type == GUMBO_NODE_WHITESPACE)
            text_put(&b, str_of(node->v.text.text));
        if (below->length > 0) {
            node = below->data[0];
            continue;
        }
        for (;;) {
            size_t next = node->index_within_parent + 1;

            if (node == root)
                return str_trim(buf_str(&b));
            node = node->parent;
            if (next < children_of(node)->length) {
                node = children_of(node)->data[next];
                break;
            }
        }
    }
}

/* -- pages --------------------------------------------------------------- */

static void *
gumbo_take(void *unused, size_t size)
{
    (void)unused;
    return arena_alloc_raw(&arena, size, 1);
}

static void
gumbo_leave(void *unused, void *p)
{
    (void)unused;
    (void)p;
}

static struct str
gumbo_page_text(struct str text)
{
    GumboOptions options = kGumboDefaultOptions;

    options.allocator = gumbo_take;
    options.deallocator = gumbo_leave;
    options.max_errors = 0;
    return gumbo_text(gumbo_parse_with_options(&options, text.ptr,
                                               text.len)->root, text.len);
}

static void
difference_print(const char *path, struct str got, struct str want)
{
    size_t at = 0, beg;

    while (at < got.len && at < want.len && got.ptr[at] == want.ptr[at])
        at++;
    beg = at < 40 ? 0 : at - 40;
    printf("%s: differs at byte %zu\n  skeleton: [%.*s]\n  whole:    [%.*s]\n",
           path, at, (int)(got.len - beg < 120 ? got.len - beg : 120),
           got.ptr + beg, (int)(want.len - beg < 120 ? want.len - beg : 120),
           want.ptr + beg);
}

static void
page_compare(const char *path, struct str bytes)
{
    struct fuel fuel = { 0, UINT64_MAX };
    struct decoded decoded;
    struct html_doc doc;
    struct str got, want;

    decode_bytes(&arena, bytes, STR(""), &decoded);
    html_parse(&arena, decoded.text, &fuel, &doc);
    got = tree_text(&doc);
    want = gumbo_page_text(decoded.text);
    if (!CHECK(str_eq(got, want)))
        difference_print(path, got, want);
}

static void
file_compare(const char *path)
{
    struct str bytes;
    char *region;
    size_t size;

    if (!CHECK(bytes_of_file(path, &bytes)))
        return;
    size = ((size_t)256 << 20) + 256 * bytes.len;
    region = malloc(size);
    if (!region)
        abort();
    arena_reset(&arena, region, size);
    arena.on_full = &is_full;
    if (setjmp(is_full) == 0)
        page_compare(path, bytes);
    else
        check_that(false, "the page fits the arena", __FILE__, __LINE__);
    arena_reset(&arena, region, 0);
    free(region);
    free((char *)bytes.ptr);
}

static void
path_compare(const char *path)
{
    DIR *dir = opendir(path);
    struct dirent *entry;

    if (!dir) {
        file_compare(path);
        return;
    }
    while ((entry = readdir(dir))) {
        char inner[4096];
        struct stat st;

        if (entry->d_name[0] == '.')
            continue;
        snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name);
        if (stat(inner, &st) == 0 && S_ISREG(st.st_mode))
            file_compare(inner);
        else
            snprintf(inner, sizeof inner, "%s/%s/source.html", path,
                     entry->d_name);
        if (S_ISDIR(st.st_mode) && stat(inner, &st) == 0)
            file_compare(inner);
    }
    closedir(dir);
}

int
main(int argc, char **argv)
{
    if (argc == 1)
        path_compare("fixtures/html");
    for (int i = 1; i < argc; i++)
        path_compare(argv[i]);
    return check_summary();
}

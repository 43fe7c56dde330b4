/* test_skeleton_soup.c - on random pages the skeleton's tree is Gumbo's.
 *
 * Pages of random tags without attributes, where nearly nothing nests as it
 * should: each node's tag and depth, and all text, must be those of Gumbo's
 * tree of the same page. Left out are the elements for which skeleton.h lists a
 * difference. The pages are the same in every run.
 */
#include <gumbo.h>

#include "tests/check.h"
#include "tests/page/tree_dump.h"

enum { N_PAGES = 4000, N_STEPS = 50, MAX_PAGE = 1024 };

static const char *const names[] = {
    "a", "b", "div", "em", "h1", "i", "li", "p", "span", "table", "td", "tr",
    "ul", "address", "blockquote", "br", "button", "caption", "code", "dd",
    "dl", "dt", "font", "form", "h2", "hr", "img", "input", "label", "link",
    "nobr", "object", "ol", "option", "pre", "q", "rp", "rt", "ruby", "script",
    "small", "strong", "tbody", "textarea", "th", "thead", "title", "u", "x",
    "noscript", "center", "body", "head"
};

enum { N_NAMES = sizeof names / sizeof *names };

static uint32_t
random_below(uint64_t *state, uint32_t n)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33) % n;
}

/* A page of a few elements, so that they meet often. */
static void
page_make(uint64_t seed, char page[MAX_PAGE])
{
    uint64_t state = seed * 7919;
    uint32_t first = random_below(&state, N_NAMES), n_text = 0;
    size_t n = 0;

    if (random_below(&state, 2))
        n += (size_t)snprintf(page, MAX_PAGE, "<!doctype html>");
    for (int i = 0; i < N_STEPS; i++) {
        uint32_t pick = random_below(&state, 8);
        const char *name = names[(first * (pick + 1) + pick * pick) % N_NAMES];
        const char *format = random_below(&state, 2) ? "<%s>" : "</%s>";

        if (random_below(&state, 6) == 0)
            n += (size_t)snprintf(page + n, MAX_PAGE - n, "%u", n_text++);
        else
            n += (size_t)snprintf(page + n, MAX_PAGE - n, format, name);
    }
}

/* -- Gumbo's tree of the page as it is ----------------------------------- */

static struct arena *arena;

static void *
gumbo_take(void *unused, size_t size)
{
    (void)unused;
    return arena_alloc_raw(arena, size, 1);
}

static void
gumbo_leave(void *unused, void *p)
{
    (void)unused;
    (void)p;
}

static const char *
name_of(const GumboElement *element)
{
    if (element->tag == GUMBO_TAG_UNKNOWN)
        return tag_name(TAG_UNKNOWN);
    return gumbo_normalized_tagname(element->tag);
}

static void
place_write(struct buf *b, unsigned depth, const char *name)
{
    buf_add_int(b, depth);
    buf_add(b, str_of(name));
    buf_add_char(b, ' ');
}

/* The text of a script is no text. */
static bool
is_inner(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT &&
           node->v.element.tag != GUMBO_TAG_SCRIPT &&
           node->v.element.children.length > 0;
}

/* "depth name" of each element, and the text apart. */
static void
gumbo_write(const GumboNode *root, struct buf *elements, struct buf *text)
{
    const GumboNode *node = root;
    unsigned depth = 0;

    for (;;) {
        if (node->type == GUMBO_NODE_ELEMENT)
            place_write(elements, depth, name_of(&node->v.element));
        else if (node->type == GUMBO_NODE_TEXT)
            buf_add(text, str_of(node->v.text.text));
        if (is_inner(node)) {
            node = node->v.element.children.data[0];
            depth++;
            continue;
        }
        while (node != root &&
               node->index_within_parent + 1 ==
               node->parent->v.element.children.length) {
            node = node->parent;
            depth--;
        }
        if (node == root)
            return;
        node = node->parent->v.element.children
                   .data[node->index_within_parent + 1];
    }
}

/* -- ours ---------------------------------------------------------------- */

static void
tree_write(const struct html_doc *doc, struct buf *elements, struct buf *text)
{
    for (uint32_t i = 0; i < doc->n_nodes; i++)
        place_write(elements, doc->nodes[i].depth,
                    tag_name((enum tag)doc->nodes[i].tag));
    for (uint32_t r = 0; r < doc->n_runs; r++)
        buf_add(text, str_slice(doc->text, doc->runs[r].beg,
                                doc->runs[r].end));
}

static void
random_pages_have_the_same_tree(void)
{
    GumboOptions options = kGumboDefaultOptions;

    options.allocator = gumbo_take;
    options.deallocator = gumbo_leave;
    options.max_errors = 0;
    for (uint64_t seed = 1; seed <= N_PAGES; seed++) {
        char page[MAX_PAGE];
        struct tree t;
        struct buf elements[2], text[2];

        page_make(seed, page);
        t = tree_of(str_of(page));
        arena = t.arena;
        for (int i = 0; i < 2; i++) {
            elements[i] = buf_new(arena, MAX_PAGE);
            text[i] = buf_new(arena, MAX_PAGE);
        }
        tree_write(&t.doc, &elements[0], &text[0]);
        gumbo_write(gumbo_parse_with_options(&options, t.doc.text.ptr,
                                             t.doc.text.len)->root,
                    &elements[1], &text[1]);
        if (!CHECK(str_eq(buf_str(&elements[0]), buf_str(&elements[1]))) ||
            !CHECK(str_eq(buf_str(&text[0]), buf_str(&text[1]))))
            printf("    page %u: %s\n", (unsigned)seed, page);
    }
}

int
main(void)
{
    random_pages_have_the_same_tree();
    return check_summary();
}

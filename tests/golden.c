/* golden.c - the pages of fixtures/ give the text they gave before.
 *
 * usage: golden [--bless] [FOLDER]
 *
 * Text is compared byte for byte with expected.txt, the record with
 * expected.json where there is one. --bless shows what differs, then takes it
 * for expected; the author's text stays beside it as truth.txt until the engine
 * gives it. Words are scored against the truth, a split at a time.
 */
#include "lubb.h"
#include "tests/check.h"
#include "tests/fixtures.h"
#include "tests/line_diff.h"

enum { DIFF_LINES = 12, DIFF_ALL = 100000 };

/* Words of a split: in the output, in the truth, in both. */
struct score {
    const char *split;
    size_t n_pages, n_exact;
    size_t n_got, n_true, n_both;
};

struct golden {
    lubb_engine *engine;
    lubb_worker *worker;
    size_t diff_lines;
    struct score scores[2];
};

/* What the engine made of one fixture, in the worker's memory. */
struct result {
    struct str text, json;
};

static struct str
str_in(lubb_str s)
{
    return (struct str){ s.ptr, s.len };
}

static struct result
fixture_extract(struct golden *g, const struct fixture *f)
{
    lubb_hint hint = { .size = sizeof hint, .url = { f->url.ptr, f->url.len } };
    lubb_str id = { f->slug.ptr, f->slug.len }, json = { NULL, 0 };
    const lubb_page *page;
    lubb_status status;

    status = lubb_extract(g->engine, g->worker, f->source.ptr, f->source.len,
                          &hint, &page);
    if (status == LUBB_OK)
        status = lubb_page_write(g->worker, LUBB_JSON, id, &json);
    if (status != LUBB_OK) {
        printf("%s: %s\n", f->folder, lubb_status_text(status));
        exit(2);
    }
    return (struct result){ str_in(page->text), str_in(json) };
}

/* -- score --------------------------------------------------------------- */

struct words {
    struct str *items;
    size_t n;
};

static int
word_compare(const void *a, const void *b)
{
    const struct str *x = a, *y = b;
    int order = memcmp(x->ptr, y->ptr, x->len < y->len ? x->len : y->len);

    return order ? order : (x->len > y->len) - (x->len < y->len);
}

/* The words of a text between white space, sorted. */
static struct words
words_of(struct str text)
{
    struct words w = { diff_alloc(text.len, sizeof *w.items), 0 };
    struct str line, word;

    while (str_next_line(&text, &line))
        while (str_next_field(&line, ' ', &word))
            w.items[w.n++] = word;
    qsort(w.items, w.n, sizeof *w.items, word_compare);
    return w;
}

static size_t
words_in_both(const struct words *a, const struct words *b)
{
    size_t n = 0, i = 0, j = 0;

    while (i < a->n && j < b->n) {
        int order = word_compare(&a->items[i], &b->items[j]);

        n += order == 0;
        i += order <= 0;
        j += order >= 0;
    }
    return n;
}

static void
score_add(struct golden *g, const struct fixture *f, struct str got,
          struct str truth)
{
    size_t i = str_eq(f->split, STR("held-out"));
    struct words a = words_of(got), b = words_of(truth);
    struct score *s = &g->scores[i];

    CHECK_STR(f->split, s->split);
    s->n_pages++;
    s->n_exact += str_eq(got, truth);
    s->n_got += a.n;
    s->n_true += b.n;
    s->n_both += words_in_both(&a, &b);
    free(a.items);
    free(b.items);
}

static void
score_print(const struct score *s)
{
    size_t precision = s->n_got ? s->n_both * 1000 / s->n_got : 1000;
    size_t recall = s->n_true ? s->n_both * 1000 / s->n_true : 1000;

    printf("%-8s %3zu pages, %zu exact; of words: precision %zu.%zu %%, "
           "recall %zu.%zu %%\n", s->split, s->n_pages, s->n_exact,
           precision / 10, precision % 10, recall / 10, recall % 10);
}

/* -- compare ------------------------------------------------------------- */

static void
compare(const struct golden *g, const struct fixture *f, const char *name,
        struct str expected, struct str got)
{
    bool ok = expected.ptr && str_eq(expected, got);

    if (ok) {
        check_n_passed++;
        return;
    }
    check_n_failed++;
    printf("%s/%s: %s\n", f->folder, name,
           expected.ptr ? "differs" : "is not there");
    line_diff(expected, got, g->diff_lines);
}

static void
fixture_compare(struct golden *g, const struct fixture *f)
{
    struct result got = fixture_extract(g, f);
    struct str text = fixture_read(f, "expected.txt");
    struct str json = fixture_read(f, "expected.json");
    struct str truth = fixture_read(f, "truth.txt");

    compare(g, f, "expected.txt", text, got.text);
    if (json.ptr)
        compare(g, f, "expected.json", json, got.json);
    score_add(g, f, got.text, truth.ptr ? truth : text);
    free((char *)text.ptr);
    free((char *)json.ptr);
    free((char *)truth.ptr);
}

/* -- bless --------------------------------------------------------------- */

static const char *
fixture_path(const struct fixture *f, const char *name,
             char path[FIXTURE_PATH + 32])
{
    snprintf(path, FIXTURE_PATH + 32, "%s/%s", f->folder, name);
    return path;
}

static void
fixture_write(const struct fixture *f, const char *name, struct str bytes)
{
    char path[FIXTURE_PATH + 32];
    FILE *out = fopen(fixture_path(f, name, path), "wb");

    if (!out || fwrite(bytes.ptr, 1, bytes.len, out) != bytes.len ||
        fclose(out) != 0) {
        perror(path);
        exit(2);
    }
    printf("blessed %s\n", path);
}

static void
text_bless(const struct fixture *f, struct str got)
{
    char from[FIXTURE_PATH + 32], to[FIXTURE_PATH + 32];
    struct str expected = fixture_read(f, "expected.txt");
    struct str truth = fixture_read(f, "truth.txt");
    bool is_new = !expected.ptr || !str_eq(expected, got);

    fixture_path(f, "expected.txt", from);
    fixture_path(f, "truth.txt", to);
    if (is_new && expected.ptr && !truth.ptr && rename(from, to) != 0)
        perror(to);
    if (is_new)
        fixture_write(f, "expected.txt", got);
    if (truth.ptr && str_eq(truth, got) && remove(to) == 0)
        printf("reached %s\n", to);
    free((char *)expected.ptr);
    free((char *)truth.ptr);
}

static void
fixture_bless(struct golden *g, const struct fixture *f)
{
    struct result got = fixture_extract(g, f);
    struct str json = fixture_read(f, "expected.json");

    text_bless(f, got.text);
    if (json.ptr && !str_eq(json, got.json))
        fixture_write(f, "expected.json", got.json);
    free((char *)json.ptr);
}

int
main(int argc, char **argv)
{
    bool bless = argc > 1 && strcmp(argv[1], "--bless") == 0;
    struct golden g = { .diff_lines = bless ? DIFF_ALL : DIFF_LINES,
                        .scores = { { .split = "tune" },
                                    { .split = "held-out" } } };
    const char *root = argc > 1 + bless ? argv[1 + bless] : "fixtures";
    struct fixtures all = fixtures_read(root);
    int failed;

    if (lubb_engine_new(NULL, &g.engine, NULL) != LUBB_OK ||
        lubb_worker_new(g.engine, &g.worker) != LUBB_OK)
        return 2;
    for (size_t i = 0; i < all.n; i++)
        fixture_compare(&g, &all.items[i]);
    score_print(&g.scores[0]);
    score_print(&g.scores[1]);
    failed = check_summary();
    for (size_t i = 0; bless && i < all.n; i++)
        fixture_bless(&g, &all.items[i]);
    lubb_worker_free(g.worker);
    lubb_engine_free(g.engine);
    fixtures_free(&all);
    return bless ? 0 : failed;
}

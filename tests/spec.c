/* spec.c - runs the readable examples in tests/spec/, from the top of the tree.
 *
 * An example is input lines, a line that is one '.', and the expected lines; a
 * blank line ends it. Lines that start with '#' are comments. Both parts know
 * the escapes \uXXXX, \UXXXXXXXX, \n, \t and \\, for what cannot be seen. The
 * file's name picks the function. `spec FILE...` runs these only.
 */
#include "check.h"
#include "scratch.h"
#include "text/arabic.h"
#include "text/dates.h"
#include "text/normalize.h"
#include "text/stopwords.h"
#include "text/utf8.h"
#include "text/words.h"

enum { ARENA_SIZE = 1 << 20, FILE_MAX = 1 << 20 };

/* Run one example: append what the function makes of `in` to `out`. */
typedef void (*spec_function)(const struct stopwords *set, struct str in,
                              struct buf *out);

static void
run_fold(const struct stopwords *set, struct str in, struct buf *out)
{
    (void)set;
    buf_add(out, fold_in_arena(out->arena, in));
}

static void
run_normalize(const struct stopwords *set, struct str in, struct buf *out)
{
    (void)set;
    normalize_text(out, in, NORMALIZE_LINE);
}

/* The folded words, one a line; '*' marks function words. */
static void
run_words(const struct stopwords *set, struct str in, struct buf *out)
{
    struct words it = words_begin(fold_in_arena(out->arena, in));
    struct str word;

    while (words_next(&it, &word)) {
        if (out->len > 0)
            buf_add_char(out, '\n');
        buf_add(out, word);
        if (stopwords_has(set, word))
            buf_add(out, STR(" *"));
    }
}

/* "date", "month", both or "none". */
static void
run_dates(const struct stopwords *set, struct str in, struct buf *out)
{
    struct str folded = fold_in_arena(out->arena, in);
    bool is_date = dates_is_date_line(in, folded, words_count(folded));
    bool has_month = dates_has_month(folded);

    (void)set;
    if (is_date)
        buf_add(out, STR("date"));
    if (is_date && has_month)
        buf_add_char(out, ' ');
    if (has_month)
        buf_add(out, STR("month"));
    if (!is_date && !has_month)
        buf_add(out, STR("none"));
}

static const struct spec {
    const char *file;
    spec_function run;
} specs[] = {
    { "tests/spec/fold.txt", run_fold },
    { "tests/spec/normalize.txt", run_normalize },
    { "tests/spec/words.txt", run_words },
    { "tests/spec/dates.txt", run_dates },
};

enum { N_SPECS = sizeof specs / sizeof specs[0] };

/* The file's bytes, until the next file is read; a failed check without it. */
static struct str
read_file(const char *path)
{
    static char bytes[FILE_MAX];
    FILE *file = fopen(path, "rb");
    size_t len = 0;

    if (file) {
        len = fread(bytes, 1, FILE_MAX, file);
        fclose(file);
    }
    check_that(len > 0 && len < FILE_MAX, "file can be read", path, 0);
    return (struct str){ bytes, len };
}

/* The value of n hexadecimal digits at s.ptr + at; -1 where they are not. */
static int64_t
hex_value(struct str s, size_t at, size_t n)
{
    int64_t value = 0;

    if (at + n > s.len)
        return -1;
    for (size_t i = at; i < at + n; i++) {
        char c = to_lower(s.ptr[i]);

        if (!is_digit(c) && (c < 'a' || c > 'f'))
            return -1;
        value = value * 16 + (is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return value;
}

/* Add the character of the escape at s.ptr[at], a backslash; returns the
 * escape's length, 0 when there is none of that name. */
static size_t
add_escape(struct buf *b, struct str s, size_t at)
{
    char name = at + 1 < s.len ? s.ptr[at + 1] : '\0';
    size_t n_digits = name == 'u' ? 4 : name == 'U' ? 8 : 0;
    int64_t cp = hex_value(s, at + 2, n_digits);
    char bytes[4];

    if (n_digits > 0 && cp >= 0 && cp <= 0x10FFFF) {
        buf_add(b, (struct str){ bytes, utf8_put(bytes, (uint32_t)cp) });
        return 2 + n_digits;
    }
    if (name != 'n' && name != 't' && name != '\\')
        return 0;
    buf_add_char(b, name == 'n' ? '\n' : name == 't' ? '\t' : '\\');
    return 2;
}

/* Add a line without its escapes; false where one is malformed. */
static bool
add_line(struct buf *b, struct str line)
{
    for (size_t at = 0; at < line.len;) {
        size_t n = 1;

        if (line.ptr[at] == '\\')
            n = add_escape(b, line, at);
        else
            buf_add_char(b, line.ptr[at]);
        if (n == 0)
            return false;
        at += n;
    }
    return true;
}

/* A file that is being read. */
struct reader {
    const char *path;
    struct str rest;
    int line;           /* number of the last line read */
};

/* The next line that is no comment; false at the end. */
static bool
next_line(struct reader *r, struct str *line)
{
    while (str_next_line(&r->rest, line)) {
        r->line++;
        if (line->len == 0 || line->ptr[0] != '#')
            return true;
    }
    return false;
}

/* Move to the next example; false when there is none. */
static bool
skip_blank_lines(struct reader *r)
{
    struct reader ahead = *r;
    struct str line;

    while (next_line(&ahead, &line)) {
        if (line.len > 0)
            return true;
        *r = ahead;
    }
    return false;
}

/* Read lines up to the one that is `end`, joined by '\n'. False where the file
 * ends first. */
static bool
read_part(struct reader *r, struct str end, struct buf *b)
{
    struct str line;
    bool is_first = true;

    while (next_line(r, &line)) {
        if (str_eq(line, end))
            return true;
        if (!is_first)
            buf_add_char(b, '\n');
        is_first = false;
        if (!add_line(b, line))
            check_that(false, "escapes are known", r->path, r->line);
    }
    return false;
}

static void
run_example(struct reader *r, spec_function run, const struct stopwords *set)
{
    struct arena *a = scratch_arena(ARENA_SIZE);
    struct buf in = buf_new(a, 256), want = buf_new(a, 256);
    struct buf got = buf_new(a, 256);

    if (!read_part(r, STR("."), &in))
        check_that(false, "example has a '.' line", r->path, r->line);
    read_part(r, STR(""), &want);
    buf_add_char(&want, '\0');
    run(set, buf_str(&in), &got);
    check_str(buf_str(&got), want.ptr, "example above", r->path, r->line);
}

static void
run_spec(const struct spec *spec, const struct stopwords *set)
{
    struct reader r = { spec->file, read_file(spec->file), 0 };

    while (skip_blank_lines(&r))
        run_example(&r, spec->run, set);
}

/* Whether the spec's file is among the arguments, or there are none. */
static bool
is_wanted(const struct spec *spec, int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (str_eq(str_of(argv[i]), str_of(spec->file)))
            return true;
    return argc == 1;
}

int
main(int argc, char **argv)
{
    struct store store = { 0 };
    struct stopwords set;

    if (!CHECK(stopwords_load(&store, read_file("rules/stopwords.txt"), &set)))
        return check_summary();
    for (int i = 0; i < N_SPECS; i++)
        if (is_wanted(&specs[i], argc, argv))
            run_spec(&specs[i], &set);
    store_free(&store);
    return check_summary();
}

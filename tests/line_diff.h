/* line_diff.h - what differs between two texts, by line, for people.
 *
 * Lines in common are found by the longest common subsequence; of the rest the
 * first few are shown, '-' what was expected and '+' what came. Of two lines
 * that begin alike only what follows shortly before the difference is shown.
 */
#ifndef LUBB_TESTS_LINE_DIFF_H
#define LUBB_TESTS_LINE_DIFF_H

#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"

enum {
    DIFF_WIDTH = 100,       /* characters of a line shown */
    DIFF_LEAD = 20          /* bytes shown before the difference */
};

struct diff_lines {
    struct str *items;
    size_t n;
};

/* Two texts and the lines still to be shown. */
struct diff {
    struct diff_lines a, b;
    unsigned *common;       /* [i * (b.n + 1) + j]: of a's and b's rests */
    size_t n_left;
};

static inline void *
diff_alloc(size_t n, size_t size)
{
    void *p = calloc(n + 1, size);

    if (!p)
        abort();
    return p;
}

static inline struct diff_lines
diff_split(struct str text)
{
    struct diff_lines l = { diff_alloc(text.len, sizeof *l.items), 0 };

    while (str_next_line(&text, &l.items[l.n]))
        l.n++;
    return l;
}

static inline bool
is_inside_char(struct str s, size_t at)
{
    return at < s.len && ((unsigned char)s.ptr[at] & 0xC0) == 0x80;
}

/* Show a line from about byte `from` on. */
static inline void
diff_print(struct diff *d, char mark, struct str line, size_t from)
{
    size_t end, n_chars = 0;

    if (d->n_left == 0)
        return;
    if (--d->n_left == 0) {
        puts("    ...");
        return;
    }
    while (is_inside_char(line, from))
        from--;
    for (end = from; end < line.len && n_chars < DIFF_WIDTH; n_chars++)
        for (end++; is_inside_char(line, end); end++)
            ;
    printf("    %c %s%.*s%s\n", mark, from > 0 ? "..." : "",
           (int)(end - from), line.ptr + from, end < line.len ? "..." : "");
}

/* Where to begin showing two lines: at the start when they soon differ. */
static inline size_t
diff_from(struct str x, struct str y)
{
    size_t n = 0;

    while (n < x.len && n < y.len && x.ptr[n] == y.ptr[n])
        n++;
    return n > 2 * DIFF_LEAD ? n - DIFF_LEAD : 0;
}

/* Lines [i, i_end) of a stand where lines [j, j_end) of b do. */
static inline void
diff_hunk(struct diff *d, size_t i, size_t i_end, size_t j, size_t j_end)
{
    while (i < i_end || j < j_end) {
        size_t from = 0;

        if (i < i_end && j < j_end)
            from = diff_from(d->a.items[i], d->b.items[j]);
        if (i < i_end)
            diff_print(d, '-', d->a.items[i++], from);
        if (j < j_end)
            diff_print(d, '+', d->b.items[j++], from);
    }
}

static inline void
diff_measure(struct diff *d)
{
    size_t width = d->b.n + 1;

    d->common = diff_alloc((d->a.n + 1) * width, sizeof *d->common);
    for (size_t i = d->a.n; i-- > 0;)
        for (size_t j = d->b.n; j-- > 0;) {
            unsigned *at = &d->common[i * width + j];
            unsigned down = at[width], right = at[1];

            if (str_eq(d->a.items[i], d->b.items[j]))
                *at = at[width + 1] + 1;
            else
                *at = down > right ? down : right;
        }
}

static inline bool
diff_is_common(const struct diff *d, size_t i, size_t j)
{
    return i < d->a.n && j < d->b.n &&
           str_eq(d->a.items[i], d->b.items[j]);
}

/* Whether the way that keeps most lines goes on by leaving out line i of a. */
static inline bool
diff_is_removed(const struct diff *d, size_t i, size_t j)
{
    size_t width = d->b.n + 1;

    if (i == d->a.n || j == d->b.n)
        return j == d->b.n;
    return d->common[(i + 1) * width + j] >= d->common[i * width + j + 1];
}

/* Print the first max_lines lines that differ. */
static inline void
line_diff(struct str expected, struct str got, size_t max_lines)
{
    struct diff d = { .a = diff_split(expected), .b = diff_split(got),
                      .n_left = max_lines + 1 };
    size_t i = 0, j = 0;

    diff_measure(&d);
    while (i < d.a.n || j < d.b.n) {
        size_t i_beg, j_beg;

        for (; diff_is_common(&d, i, j); i++)
            j++;
        i_beg = i;
        j_beg = j;
        while ((i < d.a.n || j < d.b.n) && !diff_is_common(&d, i, j)) {
            if (diff_is_removed(&d, i, j))
                i++;
            else
                j++;
        }
        diff_hunk(&d, i_beg, i, j_beg, j);
    }
    free(d.common);
    free(d.a.items);
    free(d.b.items);
}

#endif

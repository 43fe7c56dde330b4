/* fixtures.h - the pages of fixtures/, as its index.tsv lists them.
 *
 * A test reads all of them at once and gives them back at its end. What cannot
 * be read ends the test: fixtures are part of the project.
 */
#ifndef LUBB_TESTS_FIXTURES_H
#define LUBB_TESTS_FIXTURES_H

#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"

enum { FIXTURE_COLUMNS = 7, FIXTURE_PATH = 512 };

struct fixture {
    struct str form;            /* "html" or "plain" */
    struct str slug;
    struct str split;           /* "tune" or "held-out" */
    struct str url;
    struct str source;          /* the page's bytes */
    char folder[FIXTURE_PATH];
};

struct fixtures {
    struct fixture *items;
    size_t n;
    char *index;                /* what the slices of items point into */
};

/* The bytes of a file, to be freed; {NULL, 0} when it cannot be opened. */
static inline struct str
bytes_of_file(const char *path)
{
    FILE *f = fopen(path, "rb");
    char *bytes;
    long size;

    if (!f)
        return (struct str){ NULL, 0 };
    if (fseek(f, 0, SEEK_END) != 0 || (size = ftell(f)) < 0 ||
        fseek(f, 0, SEEK_SET) != 0 || !(bytes = malloc((size_t)size + 1)) ||
        fread(bytes, 1, (size_t)size, f) != (size_t)size) {
        perror(path);
        exit(2);
    }
    fclose(f);
    return (struct str){ bytes, (size_t)size };
}

static inline struct str
fixture_read(const struct fixture *f, const char *name)
{
    char path[FIXTURE_PATH + 32];

    snprintf(path, sizeof path, "%s/%s", f->folder, name);
    return bytes_of_file(path);
}

/* Fill f from a line of the index; false for one with other columns. */
static inline bool
fixture_of_line(struct fixture *f, const char *root, struct str line)
{
    struct str column[FIXTURE_COLUMNS];

    for (size_t i = 0; i < FIXTURE_COLUMNS; i++) {
        size_t tab = str_find(line, STR("\t"), 0);

        if ((tab == line.len) != (i == FIXTURE_COLUMNS - 1))
            return false;
        column[i] = str_slice(line, 0, tab);
        line = str_slice(line, tab == line.len ? tab : tab + 1, line.len);
    }
    *f = (struct fixture){ .form = column[0], .slug = column[1],
                           .split = column[2], .url = column[5] };
    snprintf(f->folder, sizeof f->folder, "%s/%.*s/%.*s", root,
             (int)f->form.len, f->form.ptr, (int)f->slug.len, f->slug.ptr);
    f->source = fixture_read(f, str_eq(f->form, STR("html")) ? "source.html"
                                                             : "source.txt");
    return f->source.ptr != NULL;
}

static inline struct fixtures
fixtures_read(const char *root)
{
    char path[FIXTURE_PATH];
    struct fixtures all = { 0 };
    struct str index, rest, line;
    size_t n_lines = 0;

    snprintf(path, sizeof path, "%s/index.tsv", root);
    index = bytes_of_file(path);
    for (rest = index; str_next_line(&rest, &line); n_lines++)
        ;
    all.index = (char *)index.ptr;
    all.items = calloc(n_lines + 1, sizeof *all.items);
    for (rest = index; all.items && str_next_line(&rest, &line); all.n++)
        if (!fixture_of_line(&all.items[all.n], root, line)) {
            fprintf(stderr, "%s:%zu: seven columns and a source are due\n",
                    path, all.n + 1);
            exit(2);
        }
    if (all.n == 0) {
        fprintf(stderr, "%s: no fixtures\n", path);
        exit(2);
    }
    return all;
}

static inline void
fixtures_free(struct fixtures *all)
{
    for (size_t i = 0; i < all->n; i++)
        free((char *)all->items[i].source.ptr);
    free(all->items);
    free(all->index);
}

#endif

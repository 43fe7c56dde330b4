#define _POSIX_C_SOURCE 200809L

#include "rule_files.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/limits.h"

static void
text_copy(char *out, size_t size, const char *text)
{
    struct str s = str_of(text);
    size_t n = s.len < size - 1 ? s.len : size - 1;

    memcpy(out, s.ptr, n);
    out[n] = '\0';
}

lubb_status
file_error(lubb_error *error, const char *file, const char *message)
{
    if (error) {
        error->line = 0;
        error->column = 0;
        text_copy(error->file, sizeof error->file, file);
        text_copy(error->message, sizeof error->message, message);
    }
    return LUBB_E_FILE;
}

/* How much to reserve for a file: what it holds, where that can be told. */
static size_t
room_of(const char *path, size_t max)
{
    struct stat st;

    if (stat(path, &st) != 0 || !S_ISREG(st.st_mode) ||
        (uintmax_t)st.st_size > max)
        return max;
    return (size_t)st.st_size;
}

lubb_status
file_read(struct store *s, const char *path, size_t max, struct str *text,
          lubb_error *error)
{
    FILE *f = fopen(path, "rb");
    size_t n, room = room_of(path, max);
    char *bytes;
    bool failed;

    if (!f)
        return file_error(error, path, "cannot be opened");
    bytes = store_alloc(s, room + 1, 1);
    if (!bytes) {
        fclose(f);
        return LUBB_E_NOMEM;
    }
    n = fread(bytes, 1, room + 1, f);
    failed = ferror(f) != 0;
    fclose(f);
    if (failed)
        return file_error(error, path, "cannot be read");
    if (n > room)
        return file_error(error, path,
                          room == max ? "is larger than a file may be"
                                      : "changes while it is read");
    *text = (struct str){ bytes, n };
    return LUBB_OK;
}

/* -- folders --------------------------------------------------------------- */

/* Folders that are still to be read. */
struct folders {
    struct store *store;
    struct pending {
        const char *path;
        int depth;
    } *items;
    size_t n, cap;
    lubb_error *error;
};

static const char *
path_join(struct store *s, const char *folder, const char *name)
{
    struct str a = str_of(folder), b = str_of(name);
    char *out = store_alloc(s, a.len + b.len + 2, 1);
    size_t n = a.len;

    if (!out)
        return NULL;
    memcpy(out, a.ptr, a.len);
    if (n > 0 && out[n - 1] != '/')
        out[n++] = '/';
    memcpy(out + n, b.ptr, b.len);
    return out;
}

static lubb_status
folders_add(struct folders *f, const char *path, int depth)
{
    if (depth > MAX_RULE_DEPTH)
        return file_error(f->error, path, "folders are nested too deep");
    if (f->n == f->cap && !store_grow(f->store, &f->items, f->n, &f->cap,
                                      sizeof *f->items))
        return LUBB_E_NOMEM;
    f->items[f->n++] = (struct pending){ path, depth };
    return LUBB_OK;
}

static lubb_status
texts_add(struct folders *f, const char *path, struct rule_texts *out)
{
    if (out->n == MAX_RULE_FILES)
        return file_error(f->error, path, "more than 65,536 files of rules");
    if (out->n == out->cap && !store_grow(f->store, &out->items, out->n,
                                          &out->cap, sizeof *out->items))
        return LUBB_E_NOMEM;
    out->items[out->n++] = (struct rule_text){ path, { NULL, 0 } };
    return LUBB_OK;
}

static lubb_status
entry_take(struct folders *f, const char *folder, int depth,
           const struct dirent *entry, struct rule_texts *out)
{
    const char *path;
    struct stat st;

    if (entry->d_name[0] == '.')
        return LUBB_OK;
    path = path_join(f->store, folder, entry->d_name);
    if (!path)
        return LUBB_E_NOMEM;
    if (stat(path, &st) != 0)
        return file_error(f->error, path, "cannot be opened");
    if (S_ISDIR(st.st_mode))
        return folders_add(f, path, depth + 1);
    if (!str_ends(str_of(path), STR(".rule")))
        return LUBB_OK;
    if (!S_ISREG(st.st_mode))
        return file_error(f->error, path, "is not a file");
    return texts_add(f, path, out);
}

static lubb_status
folder_list(struct folders *f, struct pending at, struct rule_texts *out)
{
    DIR *dir = opendir(at.path);
    lubb_status status = LUBB_OK;
    const struct dirent *entry;

    if (!dir)
        return file_error(f->error, at.path, "cannot be opened");
    while (status == LUBB_OK && (entry = readdir(dir)))
        status = entry_take(f, at.path, at.depth, entry, out);
    closedir(dir);
    return status;
}

static int
name_order(const void *a, const void *b)
{
    const struct rule_text *x = a, *y = b;
    struct str s = str_of(x->name), t = str_of(y->name);
    int order = memcmp(s.ptr, t.ptr, s.len < t.len ? s.len : t.len);

    return order ? order : (s.len > t.len) - (s.len < t.len);
}

static lubb_status
list_all(struct folders *f, const char *path, struct rule_texts *out)
{
    lubb_status status;
    struct stat st;

    if (stat(path, &st) != 0)
        return file_error(f->error, path, "cannot be opened");
    if (!S_ISDIR(st.st_mode))
        return texts_add(f, path, out);
    status = folders_add(f, path, 0);
    while (status == LUBB_OK && f->n > 0)
        status = folder_list(f, f->items[--f->n], out);
    return status;
}

lubb_status
rule_texts_read(struct store *s, const char *path, struct rule_texts *out,
                lubb_error *error)
{
    struct folders f = { .store = s, .error = error };
    lubb_status status = list_all(&f, path, out);

    if (status == LUBB_OK && out->n > 1)
        qsort(out->items, out->n, sizeof *out->items, name_order);
    for (size_t i = 0; status == LUBB_OK && i < out->n; i++)
        status = file_read(s, out->items[i].name, MAX_RULE_FILE,
                           &out->items[i].text, error);
    return status;
}

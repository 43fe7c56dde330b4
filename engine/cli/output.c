#define _POSIX_C_SOURCE 200809L

#include "cli/output.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
output_fail(struct output *out)
{
    if (out->state != OUTPUT_FINE)
        return;
    out->error = errno;
    out->state = errno == EPIPE ? OUTPUT_UNWANTED : OUTPUT_FAILED;
}

void
output_open(struct output *out, const char *path)
{
    *out = (struct output){ .file = stdout, .name = "standard output" };
    signal(SIGPIPE, SIG_IGN);
    if (!path || strcmp(path, "-") == 0)
        return;
    out->name = path;
    out->file = fopen(path, "wb");
    if (!out->file)
        output_fail(out);
}

static bool
is_same_file(const struct stat *a, const char *path)
{
    struct stat b;
    int failed = strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, &b)
                                        : stat(path, &b);

    return !failed && a->st_dev == b.st_dev && a->st_ino == b.st_ino;
}

bool
output_is_input(const char *path, char **inputs, int n_inputs)
{
    struct stat st;

    if (!path || stat(path, &st) != 0 || !S_ISREG(st.st_mode))
        return false;
    for (int i = 0; i < n_inputs; i++)
        if (is_same_file(&st, inputs[i]))
            return true;
    return n_inputs == 0 && is_same_file(&st, "-");
}

void
output_write(struct output *out, lubb_str bytes)
{
    if (out->state != OUTPUT_FINE)
        return;
    if ((bytes.len > 0 &&
         fwrite(bytes.ptr, 1, bytes.len, out->file) != bytes.len) ||
        fflush(out->file) != 0)
        output_fail(out);
}

void
output_close(struct output *out)
{
    if (out->file && fclose(out->file) != 0)
        output_fail(out);
    out->file = NULL;
}

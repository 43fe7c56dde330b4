#define _POSIX_C_SOURCE 200809L

#include "cli/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { INPUT_START = 64 << 10 };    /* bytes; most pages need no more */

/* Make room for one byte more, INPUT_MAX + 1 at most: the byte over the
 * maximum shows that there is one. */
static bool
make_room(struct input *in)
{
    size_t cap = in->cap < INPUT_START ? INPUT_START : in->cap * 2;
    char *bytes;

    if (in->len < in->cap)
        return true;
    if (cap > INPUT_MAX)
        cap = INPUT_MAX + 1;
    bytes = realloc(in->bytes, cap);
    if (!bytes)
        return false;
    in->bytes = bytes;
    in->cap = cap;
    return true;
}

static const char *
read_all(struct input *in, int fd)
{
    in->len = 0;
    for (;;) {
        ssize_t n;

        if (!make_room(in))
            return "out of memory";
        n = read(fd, in->bytes + in->len, in->cap - in->len);
        if (n == 0)
            return NULL;
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return strerror(errno);
        in->len += (size_t)n;
        if (in->len > INPUT_MAX)
            return "larger than 16 MiB";
    }
}

const char *
input_read(struct input *in, const char *path)
{
    bool is_stdin = strcmp(path, "-") == 0;
    int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    const char *problem;
    struct stat st;

    if (fd < 0)
        return strerror(errno);
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode))
        problem = "is a directory; directories are read by 'lubb run', "
                  "which is not there yet";
    else
        problem = read_all(in, fd);
    if (!is_stdin)
        close(fd);
    return problem;
}

void
input_free(struct input *in)
{
    free(in->bytes);
    *in = (struct input){ 0 };
}

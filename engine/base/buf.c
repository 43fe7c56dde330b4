#include "base/buf.h"

struct buf
buf_new(struct arena *a, size_t cap)
{
    return (struct buf){ a, arena_raw(a, char, cap), 0, cap };
}

char *
buf_room(struct buf *b, size_t more)
{
    if (more > b->cap - b->len) {
        size_t cap = b->cap + (more > b->cap ? more : b->cap);

        if (!arena_resize(b->arena, b->ptr, b->cap, cap)) {
            char *moved = arena_raw(b->arena, char, cap);

            if (b->len > 0)
                memcpy(moved, b->ptr, b->len);
            b->ptr = moved;
        }
        b->cap = cap;
    }
    return b->ptr + b->len;
}

void
buf_add(struct buf *b, struct str s)
{
    if (s.len == 0)
        return;
    memcpy(buf_room(b, s.len), s.ptr, s.len);
    b->len += s.len;
}

void
buf_add_char(struct buf *b, char c)
{
    *buf_room(b, 1) = c;
    b->len++;
}

void
buf_add_int(struct buf *b, int64_t v)
{
    char digits[20];
    size_t n = sizeof digits;
    uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;

    do {
        digits[--n] = (char)('0' + u % 10);
        u /= 10;
    } while (u > 0);
    if (v < 0)
        buf_add_char(b, '-');
    buf_add(b, (struct str){ digits + n, sizeof digits - n });
}

struct str
buf_done(struct buf *b)
{
    if (arena_resize(b->arena, b->ptr, b->cap, b->len))
        b->cap = b->len;
    return buf_str(b);
}

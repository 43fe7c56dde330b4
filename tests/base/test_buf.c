/* test_buf.c - a buffer keeps what was appended, wherever it has to move. */
#include "base/buf.h"

#include "tests/check.h"
#include "tests/scratch.h"

enum { ARENA_SIZE = 1 << 16 };

static void
an_empty_buffer_is_empty(void)
{
    struct buf b = buf_new(scratch_arena(ARENA_SIZE), 32);

    CHECK_INT(buf_str(&b).len, 0);
    CHECK_INT(b.cap, 32);
    CHECK_STR(buf_done(&b), "");
}

static void
pieces_stand_behind_each_other(void)
{
    struct buf b = buf_new(scratch_arena(ARENA_SIZE), 64);

    buf_add(&b, STR("عاد "));
    buf_add(&b, STR("الصيادون"));
    buf_add_char(&b, ' ');
    buf_add_int(&b, 12);
    buf_add_char(&b, '.');
    CHECK_STR(buf_str(&b), "عاد الصيادون 12.");
}

static void
nothing_adds_nothing(void)
{
    struct buf b = buf_new(scratch_arena(ARENA_SIZE), 0);

    buf_add(&b, (struct str){ NULL, 0 });
    buf_add(&b, STR(""));
    CHECK_INT(b.len, 0);
    CHECK_INT(b.cap, 0);
}

static void
a_buffer_of_no_room_grows(void)
{
    struct buf b = buf_new(scratch_arena(ARENA_SIZE), 0);

    buf_add_char(&b, 'a');
    buf_add(&b, STR("bcdefg"));
    CHECK_STR(buf_str(&b), "abcdefg");
}

static void
bytes_of_all_values_are_kept(void)
{
    struct buf b = buf_new(scratch_arena(ARENA_SIZE), 1);
    bool is_same = true;

    for (int i = 0; i < 256; i++)
        buf_add_char(&b, (char)i);
    CHECK_INT(b.len, 256);
    for (int i = 0; i < 256; i++)
        is_same = is_same && b.ptr[i] == (char)i;
    CHECK(is_same);
}

static void
numbers_are_written_to_their_ends(void)
{
    static const struct { int64_t v; const char *digits; } numbers[] = {
        { 0, "0" }, { 7, "7" }, { 10, "10" }, { -1, "-1" }, { -10, "-10" },
        { 1203, "1203" }, { INT32_MIN, "-2147483648" },
        { UINT32_MAX, "4294967295" },
        { INT64_MAX, "9223372036854775807" },
        { INT64_MIN, "-9223372036854775808" }
    };

    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        struct buf b = buf_new(scratch_arena(ARENA_SIZE), 0);

        buf_add_int(&b, numbers[i].v);
        CHECK_STR(buf_str(&b), numbers[i].digits);
    }
}

/* -- room ------------------------------------------------------------------ */

static void
room_is_not_counted_until_it_is_used(void)
{
    struct buf b = buf_new(scratch_arena(ARENA_SIZE), 4);
    char *room;

    buf_add(&b, STR("abc"));
    room = buf_room(&b, 10);
    CHECK(room == b.ptr + 3);
    CHECK(b.cap >= 13);
    CHECK_STR(buf_str(&b), "abc");
    memcpy(room, "0123456789", 10);
    b.len += 10;
    CHECK_STR(buf_str(&b), "abc0123456789");
}

static void
room_that_is_there_costs_nothing(void)
{
    struct arena *a = scratch_arena(ARENA_SIZE);
    struct buf b = buf_new(a, 8);
    char *ptr = b.ptr;
    size_t used = arena_used(a);

    CHECK(buf_room(&b, 8) == ptr);
    buf_add(&b, STR("12345678"));
    CHECK(buf_room(&b, 0) == ptr + 8);
    CHECK_INT(b.cap, 8);
    CHECK_INT(arena_used(a), used);

    buf_add_char(&b, '9');
    CHECK(b.cap > 8);
    CHECK_STR(buf_str(&b), "123456789");
}

static void
the_newest_buffer_grows_in_place(void)
{
    struct arena *a = scratch_arena(ARENA_SIZE);
    struct buf b = buf_new(a, 4);
    char *ptr = b.ptr;

    for (int i = 0; i < 5000; i++)
        buf_add_char(&b, 'x');
    CHECK(b.ptr == ptr);
    CHECK_INT(b.len, 5000);
    CHECK(arena_used(a) < 2 * 5000 + 100);
}

static void
another_buffer_moves_and_keeps_its_text(void)
{
    struct arena *a = scratch_arena(ARENA_SIZE);
    struct buf b = buf_new(a, 4), c;
    char *ptr = b.ptr;

    buf_add(&b, STR("سوق"));
    c = buf_new(a, 4);
    for (int i = 0; i < 100; i++) {
        buf_add(&b, STR("ab"));
        buf_add(&c, STR("cd"));
    }
    CHECK(b.ptr != ptr);
    CHECK_INT(b.len, 6 + 200);
    CHECK(str_starts(buf_str(&b), STR("سوقabab")));
    CHECK(str_ends(buf_str(&b), STR("abab")));
    CHECK(str_find(buf_str(&b), STR("c"), 0) == b.len);
    CHECK_INT(c.len, 200);
    CHECK(str_find(buf_str(&c), STR("a"), 0) == c.len);
}

static void
one_large_piece_fits_whatever_the_room_was(void)
{
    struct buf b = buf_new(scratch_arena(ARENA_SIZE), 8);
    static char piece[10000];

    memset(piece, 'p', sizeof piece);
    buf_add(&b, STR("12"));
    buf_add(&b, (struct str){ piece, sizeof piece });
    CHECK_INT(b.len, 10002);
    CHECK(str_eq(str_slice(buf_str(&b), 2, b.len),
                 (struct str){ piece, sizeof piece }));
}

/* -- the end --------------------------------------------------------------- */

static void
what_is_over_goes_back_to_the_arena(void)
{
    struct arena *a = scratch_arena(ARENA_SIZE);
    struct buf b = buf_new(a, 10000);
    struct str s;
    char *next;

    buf_add(&b, STR("قصير"));
    s = buf_done(&b);
    CHECK(arena_used(a) < 100);
    next = arena_new(a, char, 16);
    CHECK(next >= s.ptr + s.len);
    memset(next, 'n', 16);
    CHECK_STR(s, "قصير");
}

static void
what_is_no_longer_the_newest_gives_nothing_back(void)
{
    struct arena *a = scratch_arena(ARENA_SIZE);
    struct buf b = buf_new(a, 1000);
    size_t used;

    buf_add(&b, STR("abc"));
    arena_new(a, char, 16);
    used = arena_used(a);
    CHECK_STR(buf_done(&b), "abc");
    CHECK_INT(arena_used(a), used);
    CHECK_INT(b.cap, 1000);
}

static void
a_buffer_goes_on_after_it_was_done(void)
{
    struct buf b = buf_new(scratch_arena(ARENA_SIZE), 1000);

    buf_add(&b, STR("abc"));
    buf_done(&b);
    buf_add(&b, STR("def"));
    CHECK_STR(buf_done(&b), "abcdef");
}

/* -- full ------------------------------------------------------------------ */

/* Append `piece` until the arena jumps; bytes that fitted. */
static size_t
fill(struct arena *a, struct buf *b, struct str piece)
{
    jmp_buf full;

    if (setjmp(full) == 0) {
        a->on_full = &full;
        for (;;)
            buf_add(b, piece);
    }
    return b->len;
}

static void
a_full_arena_jumps_and_the_text_so_far_is_whole(void)
{
    struct arena *a = scratch_arena(4096);
    struct buf b = buf_new(a, 16);
    size_t n = fill(a, &b, STR("1234567"));

    CHECK(n >= 1024);
    CHECK(n < 4096);
    CHECK_INT(n % 7, 0);
    CHECK(n <= b.cap);
    CHECK(str_ends(buf_str(&b), STR("12345671234567")));
    CHECK_STR(str_slice(buf_str(&b), 0, 8), "12345671");
}

int
main(void)
{
    an_empty_buffer_is_empty();
    pieces_stand_behind_each_other();
    nothing_adds_nothing();
    a_buffer_of_no_room_grows();
    bytes_of_all_values_are_kept();
    numbers_are_written_to_their_ends();
    room_is_not_counted_until_it_is_used();
    room_that_is_there_costs_nothing();
    the_newest_buffer_grows_in_place();
    another_buffer_moves_and_keeps_its_text();
    one_large_piece_fits_whatever_the_room_was();
    what_is_over_goes_back_to_the_arena();
    what_is_no_longer_the_newest_gives_nothing_back();
    a_buffer_goes_on_after_it_was_done();
    a_full_arena_jumps_and_the_text_so_far_is_whole();
    return check_summary();
}

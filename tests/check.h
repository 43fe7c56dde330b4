/* check.h - the test harness: checks that count and go on, and a summary.
 *
 * A test program is a main() that calls its test functions and returns
 * check_summary(). A failed check prints file, line and both sides; the runner
 * adds up the "N passed, N failed" lines.
 */
#ifndef LUBB_TESTS_CHECK_H
#define LUBB_TESTS_CHECK_H

#include <inttypes.h>
#include <stdio.h>

#include "base/str.h"

static int check_n_passed;
static int check_n_failed;

#define CHECK(cond) check_that((cond), #cond, __FILE__, __LINE__)
#define CHECK_STR(got, want) check_str((got), (want), #got, __FILE__, __LINE__)
#define CHECK_INT(got, want) \
    check_int((int64_t)(got), (int64_t)(want), #got, __FILE__, __LINE__)

static inline bool
check_that(bool ok, const char *what, const char *file, int line)
{
    if (ok) {
        check_n_passed++;
    } else {
        check_n_failed++;
        printf("%s:%d: failed: %s\n", file, line, what);
    }
    return ok;
}

static inline bool
check_str(struct str got, const char *want, const char *what,
          const char *file, int line)
{
    bool ok = str_eq(got, str_of(want));

    check_that(ok, what, file, line);
    if (!ok)
        printf("    got:  [%.*s]\n    want: [%s]\n", (int)got.len,
               got.ptr ? got.ptr : "", want);
    return ok;
}

static inline bool
check_int(int64_t got, int64_t want, const char *what, const char *file,
          int line)
{
    bool ok = got == want;

    check_that(ok, what, file, line);
    if (!ok)
        printf("    got:  %" PRId64 "\n    want: %" PRId64 "\n", got, want);
    return ok;
}

static inline int
check_summary(void)
{
    printf("%d passed, %d failed\n", check_n_passed, check_n_failed);
    return check_n_failed > 0;
}

#endif

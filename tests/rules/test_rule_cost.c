/* test_rule_cost.c - a thousand rules that do not hit a page cost little more
 * than ten.
 *
 * Instructions are counted, not time: the program runs itself under callgrind
 * with a kind and a number of rules, and only lubb_extract() counts. Without
 * valgrind, or built with a sanitizer, it says SKIPPED.
 */
#define _POSIX_C_SOURCE 200809L

#include <stdlib.h>
#include <unistd.h>

#include "check.h"
#include "lubb.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || \
    __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED 1
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED 0
#endif

/* 1,000 rules may cost half as much again as 10. Loading tries each pattern on
 * long subjects, which takes callgrind a minute: a fifth of them, for a fifth
 * of the half. */
enum { FEW = 10 };

static const struct {
    const char *name;
    int n_rules;
    unsigned percent;       /* of the instructions of FEW, at most */
} kinds[] = {
    { "phrases", 1000, 150 }, { "patterns", 200, 110 },
    { "selectors", 1000, 150 }, { "children", 1000, 150 },
    { "parts of classes", 1000, 150 }
};

/* -- what is counted: one page under n rules ------------------------------- */

static char rules_text[256 << 10], page[256 << 10];

enum kind { PHRASES, PATTERNS, SELECTORS, CHILDREN, PARTS };

/* A rule of words and classes that are not on the page. */
static size_t
write_rule(char *out, size_t size, enum kind kind, int i)
{
    if (kind == PHRASES)
        return (size_t)snprintf(out, size, "drop: \"عناوين الباب %d هنا\"\n",
                                i);
    if (kind == PATTERNS)
        return (size_t)snprintf(out, size,
                                "drop: /^عدد القراء \\d+ من %d$/\n", i);
    if (kind == CHILDREN)
        return (size_t)snprintf(out, size, "drop: div.box-%d > p\n", i);
    if (kind == PARTS)
        return (size_t)snprintf(out, size, "drop: [class*=\"box-%d\"]\n", i);
    return (size_t)snprintf(out, size, "drop: div.box-%d, #side-%d\n", i, i);
}

static void
write_rules(const char *path, enum kind kind, int n_rules)
{
    size_t n = (size_t)snprintf(rules_text, sizeof rules_text,
                                "#!rule 1\nsite: a.example\n");
    FILE *f = fopen(path, "wb");

    for (int i = 0; i < n_rules; i++)
        n += write_rule(rules_text + n, sizeof rules_text - n, kind, i);
    if (!f || fwrite(rules_text, 1, n, f) != n || fclose(f) != 0)
        exit(2);
}

static size_t
write_page(void)
{
    size_t n = (size_t)snprintf(page, sizeof page,
                                "<!DOCTYPE html><title>عنوان الخبر</title>"
                                "<nav><ul>");

    for (int i = 0; i < 40; i++)
        n += (size_t)snprintf(page + n, sizeof page - n,
                              "<li class='item item-%d'><a href=/%d>قسم"
                              "</a></li>", i, i);
    n += (size_t)snprintf(page + n, sizeof page - n,
                          "</ul></nav><article id=main><h1>عنوان الخبر</h1>");
    for (int i = 0; i < 60; i++)
        n += (size_t)snprintf(page + n, sizeof page - n,
                              "<div class='par box'><p class=text>أعلنت "
                              "الوزارة في اليوم %d عن خطة لبناء المدارس في "
                              "القرى البعيدة، وقالت إن العمل يبدأ قبل نهاية "
                              "هذا العام، وإن عدد التلاميذ سيرتفع.</p>"
                              "</div>\n", i);
    n += (size_t)snprintf(page + n, sizeof page - n, "</article>");
    return n;
}

static int
extract_once(const char *rules_path)
{
    lubb_options options = { .size = sizeof options,
                             .rules_path = rules_path };
    lubb_hint hint = { .size = sizeof hint,
                       .url = { "http://a.example/1", 18 } };
    const lubb_page *result;
    lubb_engine *engine;
    lubb_worker *worker;
    size_t len = write_page();

    if (lubb_engine_new(&options, &engine, NULL) != LUBB_OK ||
        lubb_worker_new(engine, &worker) != LUBB_OK ||
        lubb_extract(engine, worker, page, len, &hint, &result) != LUBB_OK ||
        result->n_kept < 60)
        return 2;
    if (!str_starts((struct str){ result->extracted_by.ptr,
                                  result->extracted_by.len }, STR("rule:")))
        return 2;
    lubb_worker_free(worker);
    lubb_engine_free(engine);
    return 0;
}

/* The same here, with a file of its own. */
static int
run_plainly(void)
{
    char path[] = "/tmp/lubb-cost-XXXXXX";
    int file = mkstemp(path), status;

    if (file < 0)
        return 2;
    close(file);
    write_rules(path, SELECTORS, FEW);
    status = extract_once(path);
    remove(path);
    return status;
}

/* -- counting -------------------------------------------------------------- */

/* The instructions that callgrind collects in a run of this program; 0 when
 * there is none. */
static uint64_t
count_instructions(const char *program, enum kind kind, int n_rules)
{
    char path[] = "/tmp/lubb-cost-XXXXXX", command[1024], line[256];
    int file = mkstemp(path);
    uint64_t n = 0;
    FILE *pipe;

    if (file < 0)
        return 0;
    close(file);
    write_rules(path, kind, n_rules);
    snprintf(command, sizeof command,
             "valgrind --tool=callgrind --callgrind-out-file=/dev/null "
             "--toggle-collect=lubb_extract '%s' '%s' 2>&1", program, path);
    pipe = popen(command, "r");
    while (pipe && fgets(line, sizeof line, pipe)) {
        struct str s = str_of(line);
        size_t at = str_find(s, STR("Collected : "), 0);

        if (at < s.len)
            n = strtoull(line + at + 12, NULL, 10);
    }
    if (!pipe || pclose(pipe) != 0)
        n = 0;
    remove(path);
    return n;
}

int
main(int argc, char **argv)
{
    uint64_t few;

    if (argc > 1)
        return extract_once(argv[1]);
    CHECK_INT(run_plainly(), 0);
    if (IS_SANITIZED || system("valgrind --version >/dev/null 2>&1") != 0) {
        puts("SKIPPED: test_rule_cost: no valgrind, or a sanitizer");
        return check_summary();
    }
    few = count_instructions(argv[0], SELECTORS, FEW);
    if (few == 0) {
        /* valgrind 3.19 gives up on the debug data of clang 14 */
        puts("SKIPPED: test_rule_cost: valgrind cannot run this program");
        return check_summary();
    }
    for (int k = PHRASES; k <= PARTS; k++) {
        int n = kinds[k].n_rules;
        uint64_t many = count_instructions(argv[0], (enum kind)k, n);

        if (!CHECK(many > 0 && many * 100 <= few * kinds[k].percent))
            printf("    %s: %" PRIu64 " instructions for %d, %" PRIu64
                   " for %d\n", kinds[k].name, many, n, few, FEW);
    }
    return check_summary();
}

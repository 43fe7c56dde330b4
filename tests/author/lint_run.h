/* lint_run.h - the lint run on one file of rules, and what it found of a kind.
 */
#ifndef LUBB_TESTS_AUTHOR_LINT_RUN_H
#define LUBB_TESTS_AUTHOR_LINT_RUN_H

#include "tests/author/rules_folder.h"

/* One folder with the pages, and the newest run. */
struct lint_run {
    struct folder folder;
    lubb_rules *rules;
    const char *today;          /* or NULL */
    const lubb_finding *findings;
    size_t n;
    char places[512];           /* the newest answer of lint_places() */
};

static inline void
lint_open(struct lint_run *run)
{
    folder_open(&run->folder);
    run->rules = NULL;
    run->today = NULL;
    folder_write(&run->folder, "page.html", PAGE_HEAD PAGE_TEXT PAGE_TAIL);
}

static inline void
lint_close(struct lint_run *run)
{
    lubb_rules_close(run->rules);
    folder_close(&run->folder);
}

/* Lint what a name in the folder is; "" for all of it. */
static inline void
lint_path(struct lint_run *run, const char *name)
{
    lubb_rules_close(run->rules);
    run->rules = folder_rules(&run->folder, name);
    CHECK_INT(lubb_rules_lint(run->rules, run->today, &run->findings,
                              &run->n), LUBB_OK);
}

/* Lint a file of this text. */
static inline void
lint_text(struct lint_run *run, const char *text)
{
    folder_write(&run->folder, "press.rule", text);
    lint_path(run, "press.rule");
}

/* Lint a right file with these lines added from line 4 on. */
static inline void
lint_lines(struct lint_run *run, const char *lines)
{
    static char text[1 << 20];

    snprintf(text, sizeof text, "%s%s%s", RULE_HEAD, lines, RULE_CASE);
    lint_text(run, text);
}

/* "4:11 7:1", where the findings of a code are; of all for NULL, then with
 * their codes, "W20 4:11". */
static inline struct str
lint_places(struct lint_run *run, const char *code)
{
    size_t at = 0;

    run->places[0] = '\0';
    for (size_t i = 0; i < run->n && at < sizeof run->places; i++) {
        const lubb_finding *f = &run->findings[i];

        if (code && strcmp(f->code, code) != 0)
            continue;
        at += (size_t)snprintf(run->places + at, sizeof run->places - at,
                               "%s%s%s%u:%u", at > 0 ? " " : "",
                               code ? "" : f->code, code ? "" : " ",
                               (unsigned)f->line, (unsigned)f->column);
    }
    return str_of(run->places);
}

/* Both at once: where added lines have a finding of a code. */
static inline struct str
lint_added(struct lint_run *run, const char *lines, const char *code)
{
    lint_lines(run, lines);
    return lint_places(run, code);
}

/* The first finding of a code. */
static inline const lubb_finding *
lint_first(const struct lint_run *run, const char *code)
{
    static const lubb_finding none = { .code = "", .message = "?",
                                       .word = "?", .hint = "?",
                                       .source = "?", .file = "?" };

    for (size_t i = 0; i < run->n; i++)
        if (strcmp(run->findings[i].code, code) == 0)
            return &run->findings[i];
    return &none;
}

#endif

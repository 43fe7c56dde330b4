/* lubb_rules.h - for those who write rules: findings, tests, hits, choices.
 *
 * A lubb_rules is the built-in pack together with the files at some paths, as
 * lubb_options.rules_path would add them. It is read once; every question is
 * answered from it. One thread at a time. Strings are UTF-8 and NUL-terminated,
 * and live as long as the lubb_rules, or to the next question of the same kind
 * where that is said. Nothing here prints.
 */
#ifndef LUBB_RULES_H
#define LUBB_RULES_H

#include "lubb.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lubb_rules lubb_rules;

/* Something wrong, or worth a look, in a file of rules. */
typedef struct lubb_finding {
    const char *code;           /* "E01", "W24", ... */
    int is_error;               /* the file is not used; W.. are advice */
    const char *file;
    uint32_t line, column;      /* from 1, columns in code points; 0: the
                                   whole file */
    const char *message;        /* one line, without the word */
    const char *word;           /* what it is about, as written; or "" */
    const char *hint;           /* what to do, or "" */
    const char *source;         /* the line as it stands in the file, or "" */
} lubb_finding;

/* Read the built-in pack and the *.rule files at `paths`, files or folders,
 * each in place of the built-in one with the same name, site or theme. Wrong
 * rules are findings (lubb_rules_lint), not errors: LUBB_OK, LUBB_E_FILE with
 * *error where a path cannot be read, or LUBB_E_NOMEM. */
LUBB_API lubb_status lubb_rules_open(const char *const *paths, size_t n_paths,
                                     lubb_rules **rules, lubb_error *error);

/* NULL is allowed. */
LUBB_API void lubb_rules_close(lubb_rules *rules);

/* All findings: of the files at the paths, or of the built-in pack where no
 * path was given; in order of files and lines. The cases of files without
 * errors are run, for what only pages show. today: "YYYY-MM-DD" to be told of
 * rules that were not checked for a year, or NULL. `# lint-off W20` on the line
 * above silences a code. To the next lint. */
LUBB_API lubb_status lubb_rules_lint(lubb_rules *rules, const char *today,
                                     const lubb_finding **findings,
                                     size_t *n);

typedef enum lubb_outcome {
    LUBB_PASSED = 0,
    LUBB_FAILED,
    LUBB_TODO,                  /* failed, as a todo- line says it does */
    LUBB_TODO_PASSED            /* a todo- line that holds: take "todo-" off */
} lubb_outcome;

/* One line of a [case], or the case itself. */
typedef struct lubb_case_result {
    const char *file;           /* of the rules */
    uint32_t line;
    const char *page;           /* the case's page, as written */
    const char *field;          /* "has", "title", ...; "rule" for whether the
                                   file's rule was what extracted the page */
    lubb_outcome outcome;
    const char *wanted, *got;   /* of a failure, or "" */
} lubb_case_result;

/* Run the cases of the files at the paths, or of the pack. A page is looked for
 * from the folder of its rule file upwards. A rule that misses fails its case,
 * whatever another finds. host: only files of this host or theme, or NULL.
 * LUBB_E_RULE when a file has errors: see lubb_rules_lint. To the next test. */
LUBB_API lubb_status lubb_rules_test(lubb_rules *rules, const char *host,
                                     const lubb_case_result **results,
                                     size_t *n);

/* A place in a page that a value hits. */
typedef struct lubb_hit {
    uint32_t block;             /* number, as in lubb_page.blocks; UINT32_MAX
                                   for an element or attribute in none */
    uint32_t beg, end;          /* bytes of the decoded page */
    uint32_t line, column;      /* of beg, from 1 */
    lubb_str text;              /* of the block, or an attribute's value */
} lubb_hit;

/* What one value, as it stands behind a key ("\"phrase\"", "/pattern/f",
 * ".selector"), hits on a page. LUBB_E_RULE with *error where it is none. To
 * the next try. */
LUBB_API lubb_status lubb_rules_try(lubb_rules *rules, const char *value,
                                    const char *bytes, size_t len,
                                    const lubb_hint *hint,
                                    const lubb_hit **hits, size_t *n,
                                    lubb_error *error);

/* A file that could speak of a page. */
typedef struct lubb_candidate {
    const char *file;
    const char *theme;          /* its theme, or "" */
    int is_chosen;
    const char *why;            /* it was, or was not */
} lubb_candidate;

/* Which files speak of a page: by its URL or host alone (len 0), or by the page
 * too. To the next such question. */
LUBB_API lubb_status lubb_rules_which(lubb_rules *rules, const char *bytes,
                                      size_t len, const lubb_hint *hint,
                                      const lubb_candidate **candidates,
                                      size_t *n);

/* One file of rules. */
typedef struct lubb_rule_info {
    const char *file;
    const char *sites;          /* hosts, with a space between; or "" */
    const char *theme, *use;    /* names, or "" */
    const char *label, *country, *checked;
    uint32_t n_entries, n_cases;
    int is_builtin;
} lubb_rule_info;

/* All files, built-in ones included, in order of their names. LUBB_E_RULE when
 * one has errors. */
LUBB_API lubb_status lubb_rules_list(lubb_rules *rules,
                                     const lubb_rule_info **files, size_t *n);

/* One key of the language. */
typedef struct lubb_key_doc {
    const char *name;           /* "drop" */
    const char *form;           /* "drop: drop+N:" */
    const char *where;          /* "top [layout] [text]" */
    const char *values;         /* "phrase pattern place selector" */
    const char *meaning, *example;
} lubb_key_doc;

/* The keys in the order of the language's table; NULL past the last. */
LUBB_API const lubb_key_doc *lubb_rules_key(size_t i);

/* The codes of findings likewise: name and meaning; false past the last. */
LUBB_API int lubb_rules_code(size_t i, const char **name,
                             const char **meaning);

#ifdef __cplusplus
}
#endif

#endif

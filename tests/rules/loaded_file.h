/* loaded_file.h - one file of rules loaded in a test, and what was found wrong.
 */
#ifndef LUBB_TESTS_RULES_LOADED_FILE_H
#define LUBB_TESTS_RULES_LOADED_FILE_H

#include "check.h"
#include "ruled_page.h"

/* Load a text; all findings are as they are written here. */
static inline const struct rule_file *
check_load(const char *text, const char *findings)
{
    bool is_right = *findings == '\0' || *findings == 'W';
    bool added;

    rules_begin();
    added = rules_add("x.rule", text, false);
    if (!CHECK_STR(rules_findings_text(false), findings) ||
        !CHECK_INT(added, is_right) || !CHECK_INT(rules->n_files, is_right))
        printf("    text: [%s]\n", text);
    return is_right && added ? rules->files[0] : NULL;
}

/* The same with an entry or a section in a file that is right otherwise. */
static inline const struct rule_file *
check_line(const char *line, const char *findings)
{
    char text[4096];
    int n = snprintf(text, sizeof text, "site: a.ly\n%s\n", line);

    if (n < 0 || (size_t)n >= sizeof text)
        abort();
    return check_load(text, findings);
}

static inline const struct rule_entry *
only_entry(const char *line)
{
    const struct rule_file *f = check_line(line, "");

    if (!f || f->n_entries != 1) {
        fprintf(stderr, "not one entry: %s\n", line);
        abort();
    }
    return &f->entries[0];
}

#endif

/* case_page.h - the page of one [case], found, read and extracted.
 *
 * A case names its page as the author thinks of it: "fixtures/x/source.html"
 * from rules/site/x.rule. So it is looked for from the folder of the rule file
 * upwards.
 */
#ifndef LUBB_AUTHOR_CASE_PAGE_H
#define LUBB_AUTHOR_CASE_PAGE_H

#include "author/author.h"

/* Folders above that of the rule file that a page is looked for from. */
enum { CASE_LEVELS = 4 };

struct case_page {
    struct store store;             /* owns what follows */
    const struct rule_file *file;
    const struct rule_section *section;
    const char *path;               /* where it was found */
    struct str bytes;
    struct str site;                /* the file's first, with its path */
};

/* Find and read a case's page: LUBB_OK, LUBB_E_FILE where it is nowhere, or
 * LUBB_E_NOMEM. case_page_free() in any case. */
lubb_status case_page_open(const struct rule_file *file,
                           const struct rule_section *section,
                           struct case_page *page);
void case_page_free(struct case_page *page);

/* Read the file that a text: line names, which lies beside the page. */
lubb_status case_text_read(struct case_page *page, struct str name,
                           struct str *text);

/* Extract the page with an engine, as one of the file's site. */
lubb_status case_page_extract(const struct case_page *page,
                              const lubb_engine *engine,
                              lubb_worker *worker);

/* What a value of a case says: between its quotes, or as it stands. */
struct str case_value(const struct rule_entry *entry);

/* Whether a text: line says that the page has no main text. */
bool case_wants_none(const struct rule_file *file,
                     const struct rule_section *section);
bool case_line_is_none(const struct rule_entry *entry);

#endif

/* findings.h - findings in rules, shown to people or as JSON.
 *
 *     press.rule:9:1: error[E01]: a key that is not known ⟦strp⟧
 *        9 | strp:  .share
 *          | ^^^^
 *          = help: did you mean drop?
 *
 * Where the line holds right-to-left letters there is no row of carets: hardly
 * a terminal puts them below what they mean. The word in ⟦⟧ says it then.
 */
#ifndef LUBB_CLI_FINDINGS_H
#define LUBB_CLI_FINDINGS_H

#include <stdbool.h>
#include <stdio.h>

#include "lubb_rules.h"

void finding_print(FILE *out, const lubb_finding *finding);

void finding_print_json(FILE *out, const lubb_finding *finding);

/* Print the errors among the findings of opened rules to standard error. False
 * when there are none. */
bool findings_print_errors(lubb_rules *rules);

/* The same for rules at a path that could not be used. */
bool findings_print_errors_of(const char *path);

#endif

/* rules_job.h - one run of a verb of `lubb rules`: what all verbs have.
 */
#ifndef LUBB_CLI_RULES_JOB_H
#define LUBB_CLI_RULES_JOB_H

#include <stdbool.h>
#include <stdio.h>

#include "cli/input.h"
#include "cli/options.h"
#include "cli/output.h"
#include "lubb_rules.h"

enum rules_status { RULES_CLEAN, RULES_FINDINGS, RULES_ERROR };

struct rules_job {
    const struct options *options;
    enum rules_status status;   /* the worst so far */
    lubb_rules *rules;          /* NULL until opened */
    struct input input;
    struct output output;
    FILE *out;                  /* of output */
};

/* A verb: print, and note what the status is to be. */
typedef void rules_verb(struct rules_job *job);

rules_verb verb_lint, verb_test, verb_try, verb_which, verb_list,
           verb_doc;

void job_note(struct rules_job *job, enum rules_status status);

/* Print "lubb: name: reason" and note an error. */
void job_fail(struct rules_job *job, const char *name, const char *reason);

/* Read the rules at some paths; false where that failed, and it is said. */
bool job_open(struct rules_job *job, const char *const *paths,
              size_t n_paths);

/* The same with the arguments of the command line. */
bool job_open_arguments(struct rules_job *job);

/* The same for a verb that runs cases. The built-in pack's pages lie in lubb's
 * source tree: elsewhere a PATH is asked for. */
bool job_open_cases(struct rules_job *job);

/* Whether a question was answered; says why not. What is wrong in the rules
 * is printed, a finding each. */
bool job_answered(struct rules_job *job, lubb_status status);

/* Read a page into job->input; false where that failed, and it is said. */
bool job_read_page(struct rules_job *job, const char *path);

/* What to call a file: "-" is standard input. */
const char *job_page_name(const char *path);

/* Send on what was printed so far: an item is done. */
void job_flush(struct rules_job *job);

bool job_wants_json(const struct rules_job *job);

/* "1 error", "2 errors". */
void job_print_count(FILE *out, size_t n, const char *noun);

#endif

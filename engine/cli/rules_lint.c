/* rules_lint.c - `lubb rules lint`: what is wrong in files of rules. */
#include <string.h>

#include "cli/findings.h"
#include "cli/rules_job.h"

/* Findings come file by file. */
static void
print_sum(FILE *out, const lubb_finding *findings, size_t n)
{
    size_t n_errors = 0, n_files = 0;

    for (size_t i = 0; i < n; i++) {
        n_errors += findings[i].is_error != 0;
        n_files += i == 0 ||
                   strcmp(findings[i].file, findings[i - 1].file) != 0;
    }
    job_print_count(out, n_errors, "error");
    fputs(", ", out);
    job_print_count(out, n - n_errors, "warning");
    fputs(" in ", out);
    job_print_count(out, n_files, "file");
    fputc('\n', out);
}

void
verb_lint(struct rules_job *job)
{
    const lubb_finding *findings;
    size_t n;

    if (!job_open_cases(job) ||
        !job_answered(job, lubb_rules_lint(job->rules, job->options->today,
                                           &findings, &n)))
        return;
    for (size_t i = 0; i < n; i++) {
        if (job_wants_json(job))
            finding_print_json(job->out, &findings[i]);
        else
            finding_print(job->out, &findings[i]);
        job_flush(job);
    }
    if (!job_wants_json(job))
        print_sum(job->out, findings, n);
    if (n > 0)
        job_note(job, RULES_FINDINGS);
}

/* rules_test.c - `lubb rules test`: which lines of cases do not hold.
 *
 * A todo- line is expected to fail. One that holds counts as failed, so that it
 * is made a test before it is forgotten.
 */
#include "cli/characters.h"
#include "cli/json_print.h"
#include "cli/rules_job.h"

enum { TEXT_WIDTH = 160 };      /* characters of a text that are shown */

static const char *const outcomes[] = {
    [LUBB_PASSED] = "passed",
    [LUBB_FAILED] = "failed",
    [LUBB_TODO] = "todo",
    [LUBB_TODO_PASSED] = "todo_passed",
};

static void
print_json(FILE *out, const lubb_case_result *r)
{
    struct json j = json_print_begin(out);

    json_print_str(&j, "file", text_of(r->file));
    json_print_uint(&j, "line", r->line);
    json_print_str(&j, "page", text_of(r->page));
    json_print_str(&j, "field", text_of(r->field));
    json_print_str(&j, "outcome", text_of(outcomes[r->outcome]));
    json_print_str(&j, "wanted", text_of(r->wanted));
    json_print_str(&j, "got", text_of(r->got));
    json_print_end(&j);
}

static void
print_text(FILE *out, const char *label, const char *text)
{
    fputs(label, out);
    text_print(out, text_of(text[0] ? text : "(nothing)"), TEXT_WIDTH);
    fputc('\n', out);
}

static void
print_result(FILE *out, const lubb_case_result *r)
{
    text_print(out, text_of(r->file), 0);
    fprintf(out, ":%lu: %s: ", (unsigned long)r->line,
            r->outcome == LUBB_TODO ? "todo" : "failed");
    text_print(out, text_of(r->page), 0);
    fputs(": ", out);
    text_print(out, text_of(r->field), 0);
    fputc('\n', out);
    if (r->outcome == LUBB_TODO_PASSED) {
        fputs("    it holds: take \"todo-\" off\n", out);
        return;
    }
    print_text(out, "    wanted: ", r->wanted);
    print_text(out, "    got:    ", r->got);
}

void
verb_test(struct rules_job *job)
{
    const lubb_case_result *results;
    size_t n, count[sizeof outcomes / sizeof *outcomes] = { 0 };
    size_t n_failed;

    if (!job_open_cases(job) ||
        !job_answered(job, lubb_rules_test(job->rules, job->options->host,
                                           &results, &n)))
        return;
    for (size_t i = 0; i < n; i++) {
        count[results[i].outcome]++;
        if (job_wants_json(job))
            print_json(job->out, &results[i]);
        else if (results[i].outcome != LUBB_PASSED)
            print_result(job->out, &results[i]);
        job_flush(job);
    }
    n_failed = count[LUBB_FAILED] + count[LUBB_TODO_PASSED];
    if (!job_wants_json(job)) {
        fprintf(job->out, "%zu passed, %zu failed", count[LUBB_PASSED],
                n_failed);
        if (count[LUBB_TODO] > 0)
            fprintf(job->out, ", %zu todo", count[LUBB_TODO]);
        fputc('\n', job->out);
    }
    if (n_failed > 0)
        job_note(job, RULES_FINDINGS);
    if (n == 0 && job->options->host)
        job_fail(job, job->options->host, "no file of it has a case");
}

/* rules_which.c - `lubb rules which`: the file that speaks of a page, and those
 * that could.
 */
#include "cli/characters.h"
#include "cli/json_print.h"
#include "cli/rules_job.h"

static void
print_json(FILE *out, const lubb_candidate *c)
{
    struct json j = json_print_begin(out);

    json_print_str(&j, "file", text_of(c->file));
    json_print_str(&j, "theme", text_of(c->theme));
    json_print_bool(&j, "chosen", c->is_chosen != 0);
    json_print_str(&j, "why", text_of(c->why));
    json_print_end(&j);
}

static void
print_candidate(FILE *out, const lubb_candidate *c)
{
    text_print(out, text_of(c->file), 0);
    fprintf(out, ": %s: ", c->is_chosen ? "chosen" : "not chosen");
    text_print(out, text_of(c->why), 0);
    if (c->theme[0]) {
        fputs(" (theme ", out);
        text_print(out, text_of(c->theme), 0);
        fputc(')', out);
    }
    fputc('\n', out);
}

/* Print the chosen ones, or the others; return how many there are. */
static size_t
print_those(struct rules_job *job, const lubb_candidate *all, size_t n,
            bool are_chosen)
{
    size_t n_printed = 0;

    for (size_t i = 0; i < n; i++) {
        if ((all[i].is_chosen != 0) != are_chosen)
            continue;
        if (job_wants_json(job))
            print_json(job->out, &all[i]);
        else
            print_candidate(job->out, &all[i]);
        n_printed++;
    }
    return n_printed;
}

void
verb_which(struct rules_job *job)
{
    const struct options *o = job->options;
    const char *where = o->files[0];
    lubb_hint hint = o->hint;
    const lubb_candidate *all;
    size_t n, n_chosen;

    hint.url = text_of(where);
    if (o->n_files > 1 && !job_read_page(job, o->files[1]))
        return;
    if (!job_open(job, &o->engine.rules_path, o->engine.rules_path != NULL))
        return;
    if (!job_answered(job, lubb_rules_which(job->rules, job->input.bytes,
                                            job->input.len, &hint, &all, &n)))
        return;
    n_chosen = print_those(job, all, n, true);
    if (n_chosen == 0 && !job_wants_json(job)) {
        fputs("no file of rules speaks of ", job->out);
        text_print(job->out, text_of(where), 0);
        fputc('\n', job->out);
    }
    print_those(job, all, n, false);
    if (n_chosen == 0)
        job_note(job, RULES_FINDINGS);
}

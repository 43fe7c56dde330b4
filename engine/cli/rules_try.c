/* rules_try.c - `lubb rules try`: what one value hits on pages. */
#include "cli/characters.h"
#include "cli/json_print.h"
#include "cli/rules_job.h"

enum { TEXT_WIDTH = 80 };       /* characters of a hit that are shown */

static void
print_json(FILE *out, const char *name, const lubb_hit *hit)
{
    struct json j = json_print_begin(out);

    json_print_str(&j, "file", text_of(name));
    json_print_uint(&j, "line", hit->line);
    json_print_uint(&j, "column", hit->column);
    json_print_uint(&j, "beg", hit->beg);
    json_print_uint(&j, "end", hit->end);
    if (hit->block == UINT32_MAX)
        json_print_null(&j, "block");
    else
        json_print_uint(&j, "block", hit->block);
    json_print_str(&j, "text", hit->text);
    json_print_end(&j);
}

static void
print_hit(FILE *out, const char *name, const lubb_hit *hit)
{
    text_print(out, text_of(name), 0);
    fprintf(out, ":%lu:%lu: ", (unsigned long)hit->line,
            (unsigned long)hit->column);
    text_print(out, hit->text, TEXT_WIDTH);
    fputc('\n', out);
}

static void
print_hits(struct rules_job *job, const char *name, const lubb_hit *hits,
           size_t n)
{
    if (!job_wants_json(job)) {
        text_print(job->out, text_of(name), 0);
        fputs(": ", job->out);
        job_print_count(job->out, n, "hit");
        fputc('\n', job->out);
    }
    for (size_t i = 0; i < n; i++) {
        if (job_wants_json(job))
            print_json(job->out, name, &hits[i]);
        else
            print_hit(job->out, name, &hits[i]);
        job_flush(job);
    }
}

static void
fail_value(struct rules_job *job, const lubb_error *error)
{
    char reason[sizeof error->message + 32] = "";
    size_t n = 0;

    if (error->column > 0)
        n = (size_t)snprintf(reason, 32, "column %lu: ",
                             (unsigned long)error->column);
    snprintf(reason + n, sizeof reason - n, "%s", error->message);
    job_fail(job, job->options->files[0], reason);
}

/* Whether the value hits the page; false too where that is not known. */
static bool
try_page(struct rules_job *job, const char *path)
{
    const char *name = job_page_name(path), *value = job->options->files[0];
    const lubb_hit *hits;
    lubb_error error;
    lubb_status status;
    size_t n = 0;

    if (!job_read_page(job, path))
        return false;
    status = lubb_rules_try(job->rules, value, job->input.bytes,
                            job->input.len, &job->options->hint, &hits, &n,
                            &error);
    if (status == LUBB_OK)
        print_hits(job, name, hits, n);
    else if (status == LUBB_E_RULE)
        fail_value(job, &error);
    else
        job_fail(job, name, lubb_status_text(status));
    job_flush(job);
    return status == LUBB_OK && n > 0;
}

void
verb_try(struct rules_job *job)
{
    bool has_hit = false;

    if (!job->options->files[0][0]) {
        job_fail(job, "VALUE", "is empty");
        return;
    }
    if (!job_open(job, NULL, 0))
        return;
    for (int i = 1; i < job->options->n_files; i++)
        has_hit = try_page(job, job->options->files[i]) || has_hit;
    if (!has_hit)
        job_note(job, RULES_FINDINGS);
}

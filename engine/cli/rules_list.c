/* rules_list.c - `lubb rules list`: a line for each file of rules.
 *
 * What may be Arabic, the label, stands last: it cannot push other columns
 * about.
 */
#include <stdio.h>

#include "cli/characters.h"
#include "cli/json_print.h"
#include "cli/rules_job.h"

enum { MAX_WIDTH = 48 };        /* characters of a cell */

/* One row as it is printed. */
struct row {
    lubb_str file, about, use;
    char theme[MAX_WIDTH + 8];  /* holds `about` of a theme */
};

struct widths {
    size_t file, about, use;
};

static lubb_str
or_dash(const char *text)
{
    return text_of(text[0] ? text : "-");
}

static void
row_fill(struct row *row, const lubb_rule_info *info)
{
    row->file = text_of(info->file);
    row->use = or_dash(info->use);
    row->about = or_dash(info->sites);
    if (info->theme[0]) {
        snprintf(row->theme, sizeof row->theme, "theme/%s", info->theme);
        row->about = text_of(row->theme);
    }
}

static void
widen(size_t *width, lubb_str cell)
{
    size_t n = text_count(cell);

    if (n > *width)
        *width = n < MAX_WIDTH ? n : MAX_WIDTH;
}

static struct widths
measure(const lubb_rule_info *files, size_t n)
{
    struct widths w = { sizeof "file" - 1, sizeof "site or theme" - 1,
                        sizeof "use" - 1 };
    struct row row;

    for (size_t i = 0; i < n; i++) {
        row_fill(&row, &files[i]);
        widen(&w.about, row.about);
        widen(&w.use, row.use);
        if (text_count(row.file) > w.file)
            w.file = text_count(row.file);
    }
    return w;
}

static void
print_cell(FILE *out, lubb_str cell, size_t width)
{
    size_t n = text_count(cell);

    text_print(out, cell, n > width ? width - 1 : 0);
    fprintf(out, "%*s  ", n < width ? (int)(width - n) : 0, "");
}

static void
print_row(FILE *out, const lubb_rule_info *info, const struct widths *w)
{
    struct row row;

    row_fill(&row, info);
    print_cell(out, row.file, w->file);
    print_cell(out, row.about, w->about);
    print_cell(out, row.use, w->use);
    fprintf(out, "%7lu  %5lu  ", (unsigned long)info->n_entries,
            (unsigned long)info->n_cases);
    print_cell(out, or_dash(info->checked), sizeof "YYYY-MM-DD" - 1);
    text_print(out, or_dash(info->label), MAX_WIDTH);
    fputc('\n', out);
}

static void
print_table(struct rules_job *job, const lubb_rule_info *files, size_t n)
{
    struct widths w = measure(files, n);

    print_cell(job->out, text_of("file"), w.file);
    print_cell(job->out, text_of("site or theme"), w.about);
    print_cell(job->out, text_of("use"), w.use);
    fputs("entries  cases  checked     label\n", job->out);
    for (size_t i = 0; i < n; i++) {
        print_row(job->out, &files[i], &w);
        job_flush(job);
    }
}

static void
print_json(FILE *out, const lubb_rule_info *info)
{
    struct json j = json_print_begin(out);

    json_print_str(&j, "file", text_of(info->file));
    json_print_words(&j, "sites", text_of(info->sites));
    json_print_str(&j, "theme", text_of(info->theme));
    json_print_str(&j, "use", text_of(info->use));
    json_print_uint(&j, "entries", info->n_entries);
    json_print_uint(&j, "cases", info->n_cases);
    json_print_str(&j, "checked", text_of(info->checked));
    json_print_str(&j, "label", text_of(info->label));
    json_print_str(&j, "country", text_of(info->country));
    json_print_bool(&j, "builtin", info->is_builtin != 0);
    json_print_end(&j);
}

void
verb_list(struct rules_job *job)
{
    const lubb_rule_info *files;
    size_t n;

    if (!job_open_arguments(job) ||
        !job_answered(job, lubb_rules_list(job->rules, &files, &n)))
        return;
    if (!job_wants_json(job)) {
        print_table(job, files, n);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        print_json(job->out, &files[i]);
        job_flush(job);
    }
}

#define _POSIX_C_SOURCE 200809L

#include "cli/rules.h"

#include <string.h>
#include <sys/stat.h>

#include "cli/findings.h"
#include "cli/guess.h"
#include "cli/messages.h"
#include "cli/rules_job.h"

/* ---- the verbs ---------------------------------------------------------- */

struct verb {
    const char *name;
    const char *summary;        /* in the list of verbs */
    struct command command;
    int min, max;               /* arguments; max 0: any number */
    rules_verb *run;
};

static const struct verb verbs[] = {
    { "lint", "what is wrong in files of rules",
      { FOR_LINT, "lubb rules lint", "[PATH...]",
        "Print what is wrong in files of rules, and what is worth a look.\n"
        "A PATH is a file or a folder of *.rule files; without one: the "
        "built-in rules.\n",
        "Exit status: 0 nothing found, 1 findings, 2 an error.\n" },
      0, 0, verb_lint },
    { "test", "whether the cases of files of rules hold",
      { FOR_TEST, "lubb rules test", "[PATH...]",
        "Run the [case] sections of files of rules and print what fails.\n"
        "A PATH is a file or a folder of *.rule files; without one: the "
        "built-in rules.\n",
        "Exit status: 0 all hold, 1 some do not, or a todo- line does, 2 an "
        "error.\n" },
      0, 0, verb_test },
    { "try", "what a phrase, pattern or selector hits on pages",
      { FOR_TRY, "lubb rules try", "VALUE FILE...",
        "Print what a value hits on each page: how often, where, and the "
        "text.\n"
        "VALUE is as behind a key of a rule: '\"phrase\"', '/pattern/f' or "
        "'.selector'.\n",
        "Exit status: 0 some hit, 1 none, 2 an error.\n" },
      2, 0, verb_try },
    { "which", "which file of rules speaks of a page, and why",
      { FOR_WHICH, "lubb rules which", "URL|HOST [FILE]",
        "Print which file of rules speaks of a page, which others could, and "
        "why.\n"
        "FILE is the page itself, for marks and guards that only it shows.\n",
        "Exit status: 0 one was chosen, 1 none, 2 an error.\n" },
      1, 2, verb_which },
    { "list", "all files of rules, with entries and cases",
      { FOR_LIST, "lubb rules list", "[PATH...]",
        "Print a line for each file of rules, built in or at a PATH.\n",
        "Exit status: 0, or 2 for an error.\n" },
      0, 0, verb_list },
    { "doc", "a key of the rule language, or the code of a finding",
      { FOR_DOC, "lubb rules doc", "[KEY|CODE]",
        "Print what a key of the rule language is for, what it takes, and an "
        "example;\nor what the code of a finding stands for. Without one: all "
        "in short.\n",
        "Exit status: 0, or 2 for an error.\n" },
      0, 1, verb_doc },
    { .name = "new" }, { .name = "learn" }, { .name = "explain" },
    { .name = "preview" }, { .name = "fmt" }, { .name = "accept" },
    { .name = "diff" }, { .name = "health" }, { .name = "import" },
};

enum { N_VERBS = sizeof verbs / sizeof *verbs };

/* ---- what verbs share ---------------------------------------------------- */

void
job_note(struct rules_job *job, enum rules_status status)
{
    if (status > job->status)
        job->status = status;
}

void
job_fail(struct rules_job *job, const char *name, const char *reason)
{
    message_print(name, reason);
    job_note(job, RULES_ERROR);
}

bool
job_open(struct rules_job *job, const char *const *paths, size_t n_paths)
{
    lubb_error error;
    lubb_status status = lubb_rules_open(paths, n_paths, &job->rules, &error);

    if (status == LUBB_OK)
        return true;
    message_status(status, &error);
    job_note(job, RULES_ERROR);
    return false;
}

bool
job_open_arguments(struct rules_job *job)
{
    return job_open(job, (const char *const *)job->options->files,
                    (size_t)job->options->n_files);
}

bool
job_open_cases(struct rules_job *job)
{
    struct stat st;

    if (job->options->n_files == 0 && stat("fixtures/index.tsv", &st) != 0) {
        job_fail(job, "no PATH",
                 "the cases of the built-in rules lie in lubb's source tree");
        return false;
    }
    return job_open_arguments(job);
}

bool
job_answered(struct rules_job *job, lubb_status status)
{
    if (status == LUBB_OK)
        return true;
    if (status != LUBB_E_RULE || !findings_print_errors(job->rules))
        message_print("cannot go on", lubb_status_text(status));
    job_note(job, RULES_ERROR);
    return false;
}

const char *
job_page_name(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

bool
job_read_page(struct rules_job *job, const char *path)
{
    const char *problem = input_read(&job->input, path);

    if (problem)
        job_fail(job, job_page_name(path), problem);
    return !problem;
}

void
job_flush(struct rules_job *job)
{
    output_write(&job->output, (lubb_str){ "", 0 });
}

bool
job_wants_json(const struct rules_job *job)
{
    return job->options->form == FORM_JSON;
}

void
job_print_count(FILE *out, size_t n, const char *noun)
{
    fprintf(out, "%zu %s%s", n, noun, n == 1 ? "" : "s");
}

/* ---- dispatch ----------------------------------------------------------- */

static int
fail_usage(const char *problem)
{
    message_usage(problem);
    return RULES_ERROR;
}

static void
print_help(struct rules_job *job)
{
    fputs("Usage: lubb rules VERB [OPTION...] [ARGUMENT...]\n"
          "For those who write rules: 'lubb rules VERB -h' tells more.\n\n",
          job->out);
    for (int i = 0; i < N_VERBS; i++)
        if (verbs[i].run)
            fprintf(job->out, "  %-6s %-16s  %s\n", verbs[i].name,
                    verbs[i].command.arguments, verbs[i].summary);
    fputs("\nNot there yet:", job->out);
    for (int i = 0; i < N_VERBS; i++)
        if (!verbs[i].run)
            fprintf(job->out, " %s", verbs[i].name);
    fputs("\n\nExit status: 0 clean, 1 something was found wrong, 2 an "
          "error.\n", job->out);
}

/* Run a verb with standard output open, or print help for none. */
static int
run(const struct verb *verb, const struct options *options)
{
    struct rules_job job = { .options = options };

    output_open(&job.output, NULL);
    job.out = job.output.file;
    if (!verb)
        print_help(&job);
    else if (options->task != TASK_RUN)
        options_print_help(&verb->command, job.out, false);
    else
        verb->run(&job);
    job_flush(&job);
    output_close(&job.output);
    if (job.output.state == OUTPUT_FAILED)
        job_fail(&job, job.output.name, strerror(job.output.error));
    lubb_rules_close(job.rules);
    input_free(&job.input);
    return (int)job.status;
}

static int
fail_verb(const char *name)
{
    struct guess guess = guess_begin(name);
    char problem[256];

    for (int i = 0; i < N_VERBS; i++)
        guess_try(&guess, verbs[i].name);
    if (guess.best)
        snprintf(problem, sizeof problem,
                 "unknown verb '%.64s'; did you mean 'lubb rules %s'? See "
                 "lubb rules -h", name, guess.best);
    else
        snprintf(problem, sizeof problem,
                 "unknown verb '%.64s'; see lubb rules -h", name);
    return fail_usage(problem);
}

static int
run_verb(const struct verb *verb, int argc, char **argv)
{
    struct options o;
    char problem[256];
    const char *wrong = NULL;

    if (!verb->run) {
        snprintf(problem, sizeof problem, "'lubb rules %s' is not there yet",
                 verb->name);
        return fail_usage(problem);
    }
    if (!options_parse(&verb->command, argc, argv, &o))
        return fail_usage(o.problem);
    if (o.task == TASK_RUN && o.n_files < verb->min)
        wrong = "needs";
    if (o.task == TASK_RUN && verb->max > 0 && o.n_files > verb->max)
        wrong = "takes no more than";
    if (wrong) {
        snprintf(problem, sizeof problem, "'%s' %s %s; see %s -h",
                 verb->command.name, wrong, verb->command.arguments,
                 verb->command.name);
        return fail_usage(problem);
    }
    return run(verb, &o);
}

int
rules_main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "";

    if (strcmp(name, "-h") == 0 || strcmp(name, "--help") == 0)
        return run(NULL, NULL);
    if (name[0] == '\0' || name[0] == '-')
        return fail_usage("rules: a VERB comes first; see lubb rules -h");
    for (int i = 0; i < N_VERBS; i++)
        if (strcmp(name, verbs[i].name) == 0)
            return run_verb(&verbs[i], argc - 1, argv + 1);
    return fail_verb(name);
}

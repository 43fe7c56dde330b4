/* main.c - lubb: what to do, in which order, and the exit status.
 *
 * Status 0: some page has a main text; 1: none has; 2: something went wrong,
 * and what could be done was done all the same. Messages are
 * `lubb: path: reason` on standard error, a line each.
 */
#define _POSIX_C_SOURCE 200809L

#include <string.h>
#include <unistd.h>

#include "cli/findings.h"
#include "cli/input.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/rules.h"

enum { EXIT_TEXT, EXIT_NO_TEXT, EXIT_ERROR };

/* One run of the program. */
struct job {
    const struct options *options;
    lubb_engine *engine;
    lubb_worker *worker;
    struct input input;
    struct output output;
    bool has_text;          /* some page so far */
    bool has_error;
};

static void
report(struct job *job, const char *name, const char *reason)
{
    message_print(name, reason);
    job->has_error = true;
}

/* Of wrong rules each finding is told, of anything else the one error. */
static void
report_engine(struct job *job, lubb_status status, const lubb_error *error)
{
    const char *rules = job->options->engine.rules_path;

    job->has_error = true;
    if (status == LUBB_E_RULE && rules && findings_print_errors_of(rules))
        return;
    message_status(status, error);
}

static bool
start_engine(struct job *job)
{
    lubb_error error;
    lubb_status status = lubb_engine_new(&job->options->engine, &job->engine,
                                         &error);

    if (status == LUBB_OK)
        status = lubb_worker_new(job->engine, &job->worker);
    if (status != LUBB_OK)
        report_engine(job, status, &error);
    return status == LUBB_OK;
}

static lubb_status
write_page(struct job *job, const char *path, const lubb_page *page)
{
    static const lubb_format formats[] = {
        [FORM_JSON] = LUBB_JSON,
        [FORM_EXPLAIN] = LUBB_EXPLAIN,
        [FORM_EXPLAIN_JSONL] = LUBB_EXPLAIN_JSONL,
    };
    const lubb_str line_end = { "\n", 1 };
    lubb_str id = { path, strlen(path) };
    lubb_str bytes = page->text;
    lubb_status status = LUBB_OK;

    if (job->options->form != FORM_TEXT)
        status = lubb_page_write(job->worker, formats[job->options->form], id,
                                 &bytes);
    if (status == LUBB_OK)
        output_write(&job->output, bytes);
    if (job->options->form == FORM_TEXT && page->comments.len > 0) {
        output_write(&job->output, line_end);
        output_write(&job->output, page->comments);
    }
    return status;
}

static void
do_file(struct job *job, const char *path)
{
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    const char *problem = input_read(&job->input, path);
    const lubb_page *page;
    lubb_status status;

    if (problem) {
        report(job, name, problem);
        return;
    }
    status = lubb_extract(job->engine, job->worker, job->input.bytes,
                          job->input.len, &job->options->hint, &page);
    if (status == LUBB_OK) {
        job->has_text = job->has_text || page->text.len > 0;
        status = write_page(job, path, page);
    }
    if (status != LUBB_OK)
        report(job, name, lubb_status_text(status));
}

static void
do_files(struct job *job)
{
    const struct options *o = job->options;

    if (o->n_files == 0) {
        if (isatty(STDIN_FILENO))
            fputs("lubb: reading from the terminal (lubb -h for help)\n",
                  stderr);
        do_file(job, "-");
    }
    for (int i = 0; i < o->n_files && job->output.state == OUTPUT_FINE; i++)
        do_file(job, o->files[i]);
}

static int
exit_status(const struct job *job)
{
    if (job->has_error)
        return EXIT_ERROR;
    if (job->has_text || job->output.state == OUTPUT_UNWANTED)
        return EXIT_TEXT;
    return EXIT_NO_TEXT;
}

static int
extract(const struct options *o)
{
    struct job job = { .options = o };

    if (output_is_input(o->output, o->files, o->n_files)) {
        report(&job, o->output, "is both input and output");
        return EXIT_ERROR;
    }
    if (start_engine(&job)) {
        output_open(&job.output, o->output);
        if (job.output.state == OUTPUT_FINE)
            do_files(&job);
        output_close(&job.output);
        if (job.output.state == OUTPUT_FAILED)
            report(&job, job.output.name, strerror(job.output.error));
    }
    input_free(&job.input);
    lubb_worker_free(job.worker);
    lubb_engine_free(job.engine);
    return exit_status(&job);
}

static const struct command lubb = {
    .taker = FOR_EXTRACT,
    .name = "lubb",
    .arguments = "[FILE...]",
    .help =
        "       lubb rules VERB [OPTION...] [ARGUMENT...]   (lubb rules -h)\n"
        "Print the main text of Arabic web pages and plain-text dumps of "
        "them.\n"
        "Standard input is read where no FILE is named, and for \"-\".\n",
    .status =
        "Exit status: 0 some page has a main text, 1 none has, 2 an error.\n"
};

/* Help and version: what the user asked for, so it goes to standard output. */
static int
tell(enum task task)
{
    struct job job = { 0 };

    output_open(&job.output, NULL);
    if (task == TASK_VERSION)
        printf("lubb %s\n", lubb_version());
    else
        options_print_help(&lubb, stdout, task == TASK_HELP_ALL);
    output_close(&job.output);
    if (job.output.state == OUTPUT_FAILED)
        report(&job, job.output.name, strerror(job.output.error));
    return job.has_error ? EXIT_ERROR : EXIT_TEXT;
}

int
main(int argc, char **argv)
{
    const char *word = argc > 1 ? argv[1] : "";
    struct options options;

    if (strcmp(word, "rules") == 0)
        return rules_main(argc - 1, argv + 1);
    if (strcmp(word, "run") == 0 || strcmp(word, "site") == 0) {
        fprintf(stderr, "lubb: 'lubb %s' is not there yet\n", word);
        return EXIT_ERROR;
    }
    if (!options_parse(&lubb, argc, argv, &options)) {
        message_usage(options.problem);
        return EXIT_ERROR;
    }
    if (options.task != TASK_RUN)
        return tell(options.task);
    return extract(&options);
}

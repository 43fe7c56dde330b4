#include "cli/options.h"

#include <string.h>

#include "cli/guess.h"
#include "cli/options_table.h"

/* ---- help --------------------------------------------------------------- */

enum { HELP_COLUMN = 24 };

/* "  -o, --output FILE", padded to HELP_COLUMN. */
static void
print_names(FILE *out, const struct option *o)
{
    int width = 2;

    fputs("  ", out);
    if (o->letter)
        width += fprintf(out, "-%c", o->letter);
    if (o->letter && o->name)
        width += fprintf(out, ", ");
    if (o->name)
        width += fprintf(out, "--%s", o->name);
    if (o->value_is_optional)
        width += fprintf(out, "[=%s]", o->value);
    else if (o->value)
        width += fprintf(out, " %s", o->value);
    fprintf(out, "%*s", HELP_COLUMN - width, "");
}

static void
print_option(FILE *out, const struct option *o, bool all)
{
    if (!o->parse) {
        if (all)
            fprintf(out, "\n%s:\n", o->help);
        return;
    }
    if (!all && !o->is_common)
        return;
    print_names(out, o);
    fprintf(out, "%s\n", o->help);
    if (all && o->more)
        fprintf(out, "%*s%s\n", HELP_COLUMN, "", o->more);
}

void
options_print_help(const struct command *command, FILE *out, bool all)
{
    fprintf(out, "Usage: %s [OPTION...] %s\n%s", command->name,
            command->arguments, command->help);
    if (!all)
        fputc('\n', out);
    for (int i = 0; i < options_table_len; i++)
        if (options_table[i].takers & command->taker)
            print_option(out, &options_table[i], all);
    if (all)
        fputs("\n"
              "A value follows as --name=value or --name value. \"--\" ends "
              "the options.\n"
              "Of options that contradict one another the last counts.\n"
              "Other files are still done after an error.\n", out);
    fprintf(out, "\n%s", command->status);
}

/* ---- parsing ------------------------------------------------------------ */

static bool
fail_unknown(struct options *o, const char *name)
{
    struct guess guess = guess_begin(name);
    const char *self = o->command->name;

    for (int i = 0; i < options_table_len; i++)
        if (options_table[i].name &&
            (options_table[i].takers & o->command->taker))
            guess_try(&guess, options_table[i].name);
    if (guess.best)
        snprintf(o->problem, sizeof o->problem,
                 "unknown option --%.64s; did you mean --%s? See %s -h",
                 name, guess.best, self);
    else
        snprintf(o->problem, sizeof o->problem,
                 "unknown option --%.64s; see %s -h", name, self);
    return false;
}

static bool
fail_value(struct options *o, const char *arg, const char *what)
{
    snprintf(o->problem, sizeof o->problem, "%.64s %s; see %s -h", arg, what,
             o->command->name);
    return false;
}

/* The option of that name or else that letter which the command takes, or
 * NULL. */
static const struct option *
find(const struct command *command, const char *name, char letter)
{
    for (int i = 0; i < options_table_len; i++) {
        const struct option *o = &options_table[i];

        if (!(o->takers & command->taker))
            continue;
        if (name ? o->name && strcmp(name, o->name) == 0
                 : o->letter && letter == o->letter)
            return o;
    }
    return NULL;
}

/* The command line under way. */
struct line {
    char **args;
    int n, at;
};

/* One argument that starts with "--"; its value may be the next one. */
static bool
parse_long(struct options *o, struct line *line)
{
    char *arg = line->args[line->at];
    char *equals = strchr(arg, '=');
    const char *value = equals ? equals + 1 : NULL;
    const struct option *found;

    if (equals)
        *equals = '\0';
    found = find(o->command, arg + 2, 0);
    if (!found)
        return fail_unknown(o, arg + 2);
    if (found->is_later)
        return found->parse(o, found, value);
    if (value && !found->value)
        return fail_value(o, arg, "takes no value");
    if (!value && found->value && !found->value_is_optional) {
        if (line->at + 1 == line->n)
            return fail_value(o, arg, "needs a value");
        value = line->args[++line->at];
    }
    return found->parse(o, found, value);
}

/* One argument that starts with "-": a letter, and its value behind it or
 * next. */
static bool
parse_short(struct options *o, struct line *line)
{
    const char *arg = line->args[line->at];
    const char *value = arg[2] ? arg + 2 : NULL;
    const struct option *found = find(o->command, NULL, arg[1]);

    if (!found || (value && !found->value)) {
        snprintf(o->problem, sizeof o->problem,
                 "unknown option %.64s; see %s -h", arg, o->command->name);
        return false;
    }
    if (!value && found->value) {
        if (line->at + 1 == line->n)
            return fail_value(o, arg, "needs a value");
        value = line->args[++line->at];
    }
    return found->parse(o, found, value);
}

bool
options_parse(const struct command *command, int argc, char **argv,
              struct options *o)
{
    struct line line = { argv, argc, 1 };
    bool is_over = false;

    *o = (struct options){ .command = command, .files = argv };
    o->engine.size = sizeof o->engine;
    o->hint.size = sizeof o->hint;
    for (; line.at < argc && o->task == TASK_RUN; line.at++) {
        char *arg = argv[line.at];

        if (is_over || arg[0] != '-' || arg[1] == '\0')
            argv[o->n_files++] = arg;
        else if (strcmp(arg, "--") == 0)
            is_over = true;
        else if (arg[1] == '-' ? !parse_long(o, &line)
                               : !parse_short(o, &line))
            return false;
    }
    return true;
}

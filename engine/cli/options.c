#include "cli/options.h"

#include <string.h>

#include "cli/edit_distance.h"

struct option;

typedef bool parser(struct options *o, const struct option *option,
                    const char *value);

/* A row of the table. A row without parser is a heading of --help. */
struct option {
    const char *name;           /* without the dashes */
    char letter;                /* short form, or 0 */
    bool is_common;             /* shown by -h */
    bool value_is_optional;     /* then only as --name=value */
    const char *value;          /* the value's name in help; NULL for none */
    const char *help;
    const char *more;           /* further lines of --help, or NULL */
    parser *parse;
    unsigned number;            /* what the parser sets */
};

static lubb_str
str_of(const char *z)
{
    return (lubb_str){ z, strlen(z) };
}

static bool
parse_task(struct options *o, const struct option *option, const char *value)
{
    (void)value;
    o->task = (enum task)option->number;
    return true;
}

static bool
parse_form(struct options *o, const struct option *option, const char *value)
{
    o->form = (enum output_form)option->number;
    if (!value)
        return true;
    if (strcmp(value, "jsonl") != 0) {
        snprintf(o->problem, sizeof o->problem,
                 "--explain=%.64s: only jsonl is known; see lubb -h", value);
        return false;
    }
    o->form = FORM_EXPLAIN_JSONL;
    return true;
}

static bool
parse_taste(struct options *o, const struct option *option, const char *value)
{
    unsigned sides = LUBB_PRECISION | LUBB_RECALL;

    (void)value;
    if (option->number & sides)
        o->engine.taste &= ~sides;
    o->engine.taste |= option->number;
    return true;
}

static bool
parse_input(struct options *o, const struct option *option, const char *value)
{
    (void)value;
    o->hint.input = (lubb_input)option->number;
    return true;
}

static bool
parse_weights(struct options *o, const struct option *option,
              const char *value)
{
    (void)option;
    o->engine.weights_file = value;
    return true;
}

static bool
parse_rules(struct options *o, const struct option *option, const char *value)
{
    (void)option;
    o->engine.rules_path = value;
    return true;
}

static bool
parse_url(struct options *o, const struct option *option, const char *value)
{
    (void)option;
    o->hint.url = str_of(value);
    return true;
}

static bool
parse_site(struct options *o, const struct option *option, const char *value)
{
    (void)option;
    o->hint.site = str_of(value);
    return true;
}

static bool
parse_content_type(struct options *o, const struct option *option,
                   const char *value)
{
    (void)option;
    o->hint.content_type = str_of(value);
    return true;
}

static bool
parse_output(struct options *o, const struct option *option,
             const char *value)
{
    (void)option;
    o->output = value;
    return true;
}

static bool
parse_later(struct options *o, const struct option *option, const char *value)
{
    (void)value;
    snprintf(o->problem, sizeof o->problem, "--%s is not there yet",
             option->name);
    return false;
}

static const struct option table[] = {
    { .help = "Output" },
    { .name = "json", .is_common = true,
      .help = "one JSON record a page: text, title, date, verdict",
      .parse = parse_form, .number = FORM_JSON },
    { .name = "explain", .is_common = true,
      .value_is_optional = true, .value = "jsonl",
      .help = "why each block was kept or dropped",
      .more = "=jsonl: a JSON object a block, with every feature",
      .parse = parse_form, .number = FORM_EXPLAIN },
    { .name = "with-title", .is_common = true,
      .help = "the headline is the text's first line",
      .parse = parse_taste, .number = LUBB_WITH_TITLE },
    { .name = "output", .letter = 'o', .is_common = true, .value = "FILE",
      .help = "write to FILE instead of standard output",
      .parse = parse_output },

    { .help = "Input" },
    { .name = "html", .is_common = true,
      .help = "take the input for HTML, whatever it looks like",
      .parse = parse_input, .number = LUBB_INPUT_HTML },
    { .name = "text", .is_common = true,
      .help = "take the input for plain text",
      .parse = parse_input, .number = LUBB_INPUT_TEXT },
    { .name = "content-type", .is_common = true, .value = "TYPE",
      .help = "what HTTP said: text/html; charset=windows-1256",
      .more = "a charset alone will do",
      .parse = parse_content_type },
    { .name = "url", .is_common = true, .value = "U",
      .help = "where the page is from",
      .parse = parse_url },
    { .name = "site", .is_common = true, .value = "HOST",
      .help = "the page's host, where no URL is known",
      .parse = parse_site },

    { .help = "Taste and knowledge" },
    { .name = "precision", .is_common = true,
      .help = "rather lose a line than keep boilerplate",
      .parse = parse_taste, .number = LUBB_PRECISION },
    { .name = "recall", .is_common = true,
      .help = "rather keep boilerplate than lose a line",
      .parse = parse_taste, .number = LUBB_RECALL },
    { .name = "no-tables", .is_common = true,
      .help = "leave table rows out of the text",
      .parse = parse_taste, .number = LUBB_NO_TABLES },
    { .name = "no-rules", .is_common = true,
      .help = "judge without rules and lexicon",
      .parse = parse_taste, .number = LUBB_NO_RULES },
    { .name = "rules", .is_common = true, .value = "DIR",
      .help = "rules of your own, beside or instead of those built in",
      .more = "a folder of *.rule files, or one such file",
      .parse = parse_rules },
    { .name = "weights", .is_common = true, .value = "FILE",
      .help = "judge by the points in FILE",
      .parse = parse_weights },

    { .help = "Other" },
    { .name = "version", .is_common = true,
      .help = "print the version",
      .parse = parse_task, .number = TASK_VERSION },
    { .name = NULL, .letter = 'h', .is_common = true,
      .help = "this screen",
      .parse = parse_task, .number = TASK_HELP },
    { .name = "help", .is_common = true,
      .help = "all options and how they work",
      .parse = parse_task, .number = TASK_HELP_ALL },

    { .help = "Not there yet" },
    { .name = "metadata", .help = "all that the page says of itself",
      .parse = parse_later },
    { .name = "site-model", .value = "FILE",
      .help = "what other pages of the site share",
      .parse = parse_later },
    { .name = "comments", .help = "keep readers' comments",
      .parse = parse_later },
    { .name = "links", .help = "keep link targets",
      .parse = parse_later },
    { .name = "images", .help = "keep images",
      .parse = parse_later },
    { .name = "jsonl", .help = "read and write streams of records",
      .parse = parse_later },
};

enum {
    N_OPTIONS = sizeof table / sizeof *table,
    MAX_SLIPS = 2       /* letters off for which a name is suggested */
};

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

void
options_print_help(FILE *out, bool all)
{
    fputs("Usage: lubb [OPTION...] [FILE...]\n"
          "Print the main text of Arabic web pages and plain-text dumps of "
          "them.\n"
          "Standard input is read where no FILE is named, and for \"-\".\n",
          out);
    if (!all)
        fputc('\n', out);
    for (int i = 0; i < N_OPTIONS; i++) {
        if (!table[i].parse && all)
            fprintf(out, "\n%s:\n", table[i].help);
        if (!table[i].parse || (!all && !table[i].is_common))
            continue;
        print_names(out, &table[i]);
        fprintf(out, "%s\n", table[i].help);
        if (all && table[i].more)
            fprintf(out, "%*s%s\n", HELP_COLUMN, "", table[i].more);
    }
    if (all)
        fputs("\n"
              "A value follows as --name=value or --name value. \"--\" ends "
              "the options.\n"
              "Of options that contradict one another the last counts.\n"
              "Other files are still done after an error.\n", out);
    fputs("\nExit status: 0 some page has a main text, 1 none has, 2 an "
          "error.\n", out);
}

/* ---- parsing ------------------------------------------------------------ */

/* The option that `name` may be a slip of, or NULL. */
static const char *
nearest_name(const char *name)
{
    const char *best = NULL;
    int least = MAX_SLIPS + 1;

    for (int i = 0; i < N_OPTIONS; i++) {
        int distance = table[i].name ? edit_distance(name, table[i].name)
                                     : least;

        if (distance < least && distance < (int)strlen(name)) {
            least = distance;
            best = table[i].name;
        }
    }
    return best;
}

static bool
fail_unknown(struct options *o, const char *name)
{
    const char *meant = nearest_name(name);

    if (meant)
        snprintf(o->problem, sizeof o->problem,
                 "unknown option --%.64s; did you mean --%s? See lubb -h",
                 name, meant);
    else
        snprintf(o->problem, sizeof o->problem,
                 "unknown option --%.64s; see lubb -h", name);
    return false;
}

static bool
fail_value(struct options *o, const char *arg, const char *what)
{
    snprintf(o->problem, sizeof o->problem, "%.64s %s; see lubb -h", arg,
             what);
    return false;
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
    const struct option *found = NULL;

    if (equals)
        *equals = '\0';
    for (int i = 0; i < N_OPTIONS && !found; i++)
        if (table[i].name && strcmp(arg + 2, table[i].name) == 0)
            found = &table[i];
    if (!found)
        return fail_unknown(o, arg + 2);
    if (found->parse == parse_later)
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
    const struct option *found = NULL;

    for (int i = 0; i < N_OPTIONS && !found; i++)
        if (table[i].letter && arg[1] == table[i].letter)
            found = &table[i];
    if (!found || (value && !found->value)) {
        snprintf(o->problem, sizeof o->problem,
                 "unknown option %.64s; see lubb -h", arg);
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
options_parse(int argc, char **argv, struct options *o)
{
    struct line line = { argv, argc, 1 };
    bool is_over = false;

    *o = (struct options){ .files = argv };
    o->engine.size = sizeof o->engine;
    o->hint.size = sizeof o->hint;
    for (; line.at < argc && o->task == TASK_EXTRACT; line.at++) {
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

#include "cli/options_table.h"

#include <string.h>

#include "cli/characters.h"

/* ---- parsers ------------------------------------------------------------ */

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
    o->hint.url = text_of(value);
    return true;
}

static bool
parse_site(struct options *o, const struct option *option, const char *value)
{
    (void)option;
    o->hint.site = text_of(value);
    return true;
}

static bool
parse_content_type(struct options *o, const struct option *option,
                   const char *value)
{
    (void)option;
    o->hint.content_type = text_of(value);
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

/* YYYY-MM-DD, with no care for short months. */
static bool
is_day(const char *value)
{
    static const char shape[] = "dddd-dd-dd";
    int month, day;

    for (size_t i = 0; i < sizeof shape; i++)
        if (shape[i] == 'd' ? value[i] < '0' || value[i] > '9'
                            : value[i] != shape[i])
            return false;
    month = (value[5] - '0') * 10 + value[6] - '0';
    day = (value[8] - '0') * 10 + value[9] - '0';
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static bool
parse_today(struct options *o, const struct option *option, const char *value)
{
    (void)option;
    o->today = value;
    if (is_day(value))
        return true;
    snprintf(o->problem, sizeof o->problem,
             "--today=%.64s: not a day like 2026-11-21; see %s -h", value,
             o->command->name);
    return false;
}

static bool
parse_host(struct options *o, const struct option *option, const char *value)
{
    (void)option;
    o->host = value;
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

/* ---- the table ---------------------------------------------------------- */

const struct option options_table[] = {
    { FOR_EXTRACT, .help = "Output" },
    { FOR_EXTRACT, "json", .is_common = true,
      .help = "one JSON record a page: text, title, date, verdict",
      .parse = parse_form, .number = FORM_JSON },
    { FOR_EXTRACT, "explain", .is_common = true,
      .value_is_optional = true, .value = "jsonl",
      .help = "why each block was kept or dropped",
      .more = "=jsonl: a JSON object a block, with every feature",
      .parse = parse_form, .number = FORM_EXPLAIN },
    { FOR_EXTRACT, "with-title", .is_common = true,
      .help = "the headline is the text's first line",
      .parse = parse_taste, .number = LUBB_WITH_TITLE },
    { FOR_EXTRACT, "links",
      .help = "links as in Markdown: [text](url)",
      .more = "complete URLs: relative ones want <base> or --url",
      .parse = parse_taste, .number = LUBB_WITH_LINKS },
    { FOR_EXTRACT, "images",
      .help = "images in the text, a line each: ![alt](url)",
      .parse = parse_taste, .number = LUBB_WITH_IMAGES },
    { FOR_EXTRACT, "comments",
      .help = "readers' comments below the text, or in the record",
      .more = "of HTML only",
      .parse = parse_taste, .number = LUBB_WITH_COMMENTS },
    { FOR_EXTRACT, "output", .letter = 'o', .is_common = true, .value = "FILE",
      .help = "write to FILE instead of standard output",
      .parse = parse_output },

    { FOR_LINT, "today", .is_common = true, .value = "DATE",
      .help = "tell of rules that were not checked for a year",
      .parse = parse_today },
    { FOR_TEST, .letter = 'k', .is_common = true, .value = "HOST",
      .help = "only files of this host or theme",
      .parse = parse_host },

    { FOR_EXTRACT, .help = "Input" },
    { FOR_EXTRACT | FOR_TRY | FOR_WHICH, "html", .is_common = true,
      .help = "take the input for HTML, whatever it looks like",
      .parse = parse_input, .number = LUBB_INPUT_HTML },
    { FOR_EXTRACT | FOR_TRY | FOR_WHICH, "text", .is_common = true,
      .help = "take the input for plain text",
      .parse = parse_input, .number = LUBB_INPUT_TEXT },
    { FOR_EXTRACT, "content-type", .is_common = true, .value = "TYPE",
      .help = "what HTTP said: text/html; charset=windows-1256",
      .more = "a charset alone will do",
      .parse = parse_content_type },
    { FOR_EXTRACT | FOR_TRY, "url", .is_common = true, .value = "U",
      .help = "where the page is from",
      .parse = parse_url },
    { FOR_EXTRACT | FOR_TRY, "site", .is_common = true, .value = "HOST",
      .help = "the page's host, where no URL is known",
      .parse = parse_site },

    { FOR_EXTRACT, .help = "Taste and knowledge" },
    { FOR_EXTRACT, "precision", .is_common = true,
      .help = "rather lose a line than keep boilerplate",
      .parse = parse_taste, .number = LUBB_PRECISION },
    { FOR_EXTRACT, "recall", .is_common = true,
      .help = "rather keep boilerplate than lose a line",
      .parse = parse_taste, .number = LUBB_RECALL },
    { FOR_EXTRACT, "no-tables", .is_common = true,
      .help = "leave table rows out of the text",
      .parse = parse_taste, .number = LUBB_NO_TABLES },
    { FOR_EXTRACT, "no-rules", .is_common = true,
      .help = "judge without rules and lexicon",
      .parse = parse_taste, .number = LUBB_NO_RULES },
    { FOR_EXTRACT | FOR_WHICH, "rules", .is_common = true, .value = "DIR",
      .help = "rules of your own, beside or instead of those built in",
      .more = "a folder of *.rule files, or one such file",
      .parse = parse_rules },
    { FOR_EXTRACT, "weights", .is_common = true, .value = "FILE",
      .help = "judge by the points in FILE",
      .parse = parse_weights },

    { FOR_DOC, "markdown", .is_common = true,
      .help = "as a section of Markdown",
      .parse = parse_form, .number = FORM_MARKDOWN },
    { FOR_RULES, "json", .is_common = true,
      .help = "a JSON object a line instead of text",
      .parse = parse_form, .number = FORM_JSON },
    { FOR_RULES, "help", .letter = 'h', .is_common = true,
      .help = "this screen",
      .parse = parse_task, .number = TASK_HELP },

    { FOR_EXTRACT, .help = "Other" },
    { FOR_EXTRACT, "version",
      .help = "print the version",
      .parse = parse_task, .number = TASK_VERSION },
    { FOR_EXTRACT, .letter = 'h', .is_common = true,
      .help = "this screen",
      .parse = parse_task, .number = TASK_HELP },
    { FOR_EXTRACT, "help", .is_common = true,
      .help = "all options and how they work",
      .parse = parse_task, .number = TASK_HELP_ALL },

    { FOR_EXTRACT, .help = "Not there yet" },
    { FOR_EXTRACT, "metadata", .is_later = true,
      .help = "all that the page says of itself", .parse = parse_later },
    { FOR_EXTRACT, "site-model", .is_later = true, .value = "FILE",
      .help = "what other pages of the site share", .parse = parse_later },
    { FOR_EXTRACT, "jsonl", .is_later = true,
      .help = "read and write streams of records", .parse = parse_later },
};

const int options_table_len = sizeof options_table / sizeof *options_table;

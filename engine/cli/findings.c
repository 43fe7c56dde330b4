#include "cli/findings.h"

#include "cli/characters.h"
#include "cli/json_print.h"

enum {
    LINE_WIDTH = 120,   /* characters of a line that are shown */
    LINE_BEFORE = 40,   /* of them, before the word in a longer line */
    WORD_WIDTH = 80
};

static const char *
severity_of(const lubb_finding *f)
{
    return f->is_error ? "error" : "warning";
}

static void
print_head(FILE *out, const lubb_finding *f)
{
    text_print(out, text_of(f->file), 0);
    if (f->line > 0)
        fprintf(out, ":%lu", (unsigned long)f->line);
    if (f->line > 0 && f->column > 0)
        fprintf(out, ":%lu", (unsigned long)f->column);
    fprintf(out, ": %s[%s]: ", severity_of(f), f->code);
    text_print(out, text_of(f->message), 0);
    if (f->word[0]) {
        fputs(" ⟦", out);
        text_print(out, text_of(f->word), WORD_WIDTH);
        fputs("⟧", out);
    }
    fputc('\n', out);
}

static void
print_carets(FILE *out, size_t n_before, size_t n)
{
    fprintf(out, "     | %*s", (int)n_before, "");
    while (n-- > 0)
        fputc('^', out);
    fputc('\n', out);
}

/* The line of the rules; of a long one the part that the finding is about. */
static void
print_source(FILE *out, const lubb_finding *f)
{
    lubb_str line = text_of(f->source);
    size_t n = text_count(line), word = text_count(text_of(f->word));
    size_t at = f->column > 0 ? f->column - 1 : 0, skipped = 0, room;

    if (at > n)
        at = n;
    if (n > LINE_WIDTH && at > LINE_BEFORE)
        skipped = at - LINE_BEFORE;
    fprintf(out, "%4lu | %s", (unsigned long)f->line, skipped ? "…" : "");
    text_print(out, text_skip(line, skipped), LINE_WIDTH);
    fputc('\n', out);
    if (f->column == 0 || text_is_rtl(line))
        return;
    room = (n - skipped < LINE_WIDTH ? n - skipped : LINE_WIDTH) -
           (at - skipped);
    if (word > room)
        word = room;
    print_carets(out, at - skipped + (skipped > 0), word > 0 ? word : 1);
}

void
finding_print(FILE *out, const lubb_finding *f)
{
    print_head(out, f);
    if (f->line > 0 && f->source[0])
        print_source(out, f);
    if (f->hint[0]) {
        fputs("     = help: ", out);
        text_print(out, text_of(f->hint), 0);
        fputc('\n', out);
    }
}

void
finding_print_json(FILE *out, const lubb_finding *f)
{
    struct json j = json_print_begin(out);

    json_print_str(&j, "code", text_of(f->code));
    json_print_str(&j, "severity", text_of(severity_of(f)));
    json_print_str(&j, "file", text_of(f->file));
    json_print_uint(&j, "line", f->line);
    json_print_uint(&j, "column", f->column);
    json_print_str(&j, "message", text_of(f->message));
    json_print_str(&j, "word", text_of(f->word));
    json_print_str(&j, "hint", text_of(f->hint));
    json_print_end(&j);
}

bool
findings_print_errors(lubb_rules *rules)
{
    const lubb_finding *findings;
    size_t n, n_errors = 0;

    if (lubb_rules_lint(rules, NULL, &findings, &n) != LUBB_OK)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (!findings[i].is_error)
            continue;
        finding_print(stderr, &findings[i]);
        n_errors++;
    }
    return n_errors > 0;
}

bool
findings_print_errors_of(const char *path)
{
    lubb_rules *rules;
    lubb_error error;
    bool found = false;

    if (lubb_rules_open(&path, 1, &rules, &error) == LUBB_OK) {
        found = findings_print_errors(rules);
        lubb_rules_close(rules);
    }
    return found;
}

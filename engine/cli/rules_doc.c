/* rules_doc.c - `lubb rules doc`: keys of the rule language and codes of
 * findings, one or all, as text, Markdown or JSON.
 */
#define _POSIX_C_SOURCE 200809L

#include <string.h>
#include <strings.h>

#include "cli/characters.h"
#include "cli/guess.h"
#include "cli/json_print.h"
#include "cli/messages.h"
#include "cli/rules_job.h"

enum { WIDTH = 80, KEY_COLUMN = 20, CODE_COLUMN = 7, INDENT = 4 };

/* ---- as text ------------------------------------------------------------ */

/* Print words up to WIDTH, further lines `indent` characters in, as the first
 * one is already. */
static void
print_wrapped(FILE *out, lubb_str text, size_t indent)
{
    size_t column = indent;

    while (text.len > 0) {
        const char *space = memchr(text.ptr, ' ', text.len);
        size_t n = space ? (size_t)(space - text.ptr) : text.len;
        lubb_str word = { text.ptr, n };
        size_t width = text_count(word);

        if (column > indent && column + 1 + width > WIDTH) {
            fprintf(out, "\n%*s", (int)indent, "");
            column = indent;
        } else if (column > indent) {
            fputc(' ', out);
            column++;
        }
        text_print(out, word, 0);
        column += width;
        text.ptr += n + (space != NULL);
        text.len -= n + (space != NULL);
    }
    fputc('\n', out);
}

static lubb_str
first_sentence(const char *text)
{
    const char *end = strstr(text, ". ");

    return end ? (lubb_str){ text, (size_t)(end - text) + 1 } : text_of(text);
}

static void
print_key_short(FILE *out, const lubb_key_doc *key)
{
    fprintf(out, "%-*s", KEY_COLUMN, key->form);
    if (strlen(key->form) >= KEY_COLUMN)
        fprintf(out, "\n%*s", KEY_COLUMN, "");
    print_wrapped(out, first_sentence(key->meaning), KEY_COLUMN);
}

static void
print_key(FILE *out, const lubb_key_doc *key)
{
    fprintf(out, "%s\n%*s", key->form, INDENT, "");
    print_wrapped(out, text_of(key->meaning), INDENT);
    fprintf(out, "\n%*swhere   ", INDENT, "");
    print_wrapped(out, text_of(key->where), INDENT + sizeof "where   " - 1);
    fprintf(out, "%*svalues  ", INDENT, "");
    print_wrapped(out, text_of(key->values), INDENT + sizeof "values  " - 1);
    fprintf(out, "\n%*s%s\n", INDENT, "", key->example);
}

static void
print_code(FILE *out, const char *name, const char *meaning)
{
    fprintf(out, "%-*s", CODE_COLUMN, name);
    print_wrapped(out, text_of(meaning), CODE_COLUMN);
}

/* ---- as Markdown -------------------------------------------------------- */

/* Text of a paragraph or cell, with a backslash before what is markup. */
static void
print_escaped(FILE *out, const char *text)
{
    for (; *text; text++) {
        if (strchr("\\`*_[<|", *text))
            fputc('\\', out);
        fputc(*text, out);
    }
}

static void
print_key_markdown(FILE *out, const lubb_key_doc *key)
{
    fprintf(out, "### %s\n\n`%s` in %s. Takes: %s.\n\n", key->name, key->form,
            key->where, key->values);
    print_escaped(out, key->meaning);
    fprintf(out, "\n\n    %s\n\n", key->example);
}

static void
print_code_markdown(FILE *out, const char *name, const char *meaning)
{
    fprintf(out, "| %s | ", name);
    print_escaped(out, meaning);
    fputs(" |\n", out);
}

/* ---- as JSON ------------------------------------------------------------ */

static void
print_key_json(FILE *out, const lubb_key_doc *key)
{
    struct json j = json_print_begin(out);

    json_print_str(&j, "key", text_of(key->name));
    json_print_str(&j, "form", text_of(key->form));
    json_print_str(&j, "where", text_of(key->where));
    json_print_str(&j, "values", text_of(key->values));
    json_print_str(&j, "meaning", text_of(key->meaning));
    json_print_str(&j, "example", text_of(key->example));
    json_print_end(&j);
}

static void
print_code_json(FILE *out, const char *name, const char *meaning)
{
    struct json j = json_print_begin(out);

    json_print_str(&j, "code", text_of(name));
    json_print_str(&j, "severity",
                   text_of(name[0] == 'E' ? "error" : "warning"));
    json_print_str(&j, "meaning", text_of(meaning));
    json_print_end(&j);
}

/* ---- all or one --------------------------------------------------------- */

/* How a form prints a key, a code, and what stands above them. */
struct style {
    void (*key)(FILE *out, const lubb_key_doc *key);
    void (*code)(FILE *out, const char *name, const char *meaning);
    const char *keys_head, *codes_head;
};

static struct style
style_of(enum output_form form, bool is_short)
{
    if (form == FORM_JSON)
        return (struct style){ print_key_json, print_code_json, "", "" };
    if (form == FORM_MARKDOWN)
        return (struct style){
            print_key_markdown, print_code_markdown, "## Keys\n\n",
            "## Codes of findings\n\n| code | what |\n|---|---|\n"
        };
    return (struct style){ is_short ? print_key_short : print_key, print_code,
                           "", "\n" };
}

static void
print_all(FILE *out, const struct style *style)
{
    const lubb_key_doc *key;
    const char *name, *meaning;

    fputs(style->keys_head, out);
    for (size_t i = 0; (key = lubb_rules_key(i)); i++)
        style->key(out, key);
    fputs(style->codes_head, out);
    for (size_t i = 0; lubb_rules_code(i, &name, &meaning); i++)
        style->code(out, name, meaning);
}

/* False for a word that is neither key nor code. */
static bool
print_one(FILE *out, const char *word, const struct style *style)
{
    const lubb_key_doc *key;
    const char *name, *meaning;

    for (size_t i = 0; (key = lubb_rules_key(i)); i++)
        if (strcmp(word, key->name) == 0) {
            style->key(out, key);
            return true;
        }
    for (size_t i = 0; lubb_rules_code(i, &name, &meaning); i++)
        if (strcasecmp(word, name) == 0) {
            style->code(out, name, meaning);
            return true;
        }
    return false;
}

static void
fail_unknown(struct rules_job *job, const char *word)
{
    struct guess guess = guess_begin(word);
    const lubb_key_doc *key;
    char problem[256];

    for (size_t i = 0; (key = lubb_rules_key(i)); i++)
        guess_try(&guess, key->name);
    if (guess.best)
        snprintf(problem, sizeof problem,
                 "no key or code '%.64s'; did you mean '%s'?", word,
                 guess.best);
    else
        snprintf(problem, sizeof problem,
                 "no key or code '%.64s'; 'lubb rules doc' lists them", word);
    message_usage(problem);
    job_note(job, RULES_ERROR);
}

void
verb_doc(struct rules_job *job)
{
    const struct options *o = job->options;
    struct style style = style_of(o->form, o->n_files == 0);

    if (o->n_files == 0)
        print_all(job->out, &style);
    else if (!print_one(job->out, o->files[0], &style))
        fail_unknown(job, o->files[0]);
}

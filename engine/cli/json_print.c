#include "cli/json_print.h"

#include <string.h>

#include "cli/characters.h"

struct json
json_print_begin(FILE *out)
{
    fputc('{', out);
    return (struct json){ .out = out };
}

void
json_print_end(struct json *j)
{
    fputs("}\n", j->out);
}

static void
print_string(FILE *out, lubb_str text)
{
    fputc('"', out);
    while (text.len > 0) {
        const char *beg = text.ptr;
        uint32_t c = character_take(&text);

        if (c == '"' || c == '\\')
            fprintf(out, "\\%c", (int)c);
        else if (c == '\n' || c == '\t')
            fputs(c == '\n' ? "\\n" : "\\t", out);
        else if (character_is_control(c))
            fprintf(out, "\\u%04x", (unsigned)c);
        else if (c == CHARACTER_UNKNOWN)
            fputs("\xEF\xBF\xBD", out);
        else
            fwrite(beg, 1, (size_t)(text.ptr - beg), out);
    }
    fputc('"', out);
}

static void
print_name(struct json *j, const char *name)
{
    fprintf(j->out, "%s\"%s\":", j->has_member ? "," : "", name);
    j->has_member = true;
}

void
json_print_str(struct json *j, const char *name, lubb_str value)
{
    print_name(j, name);
    print_string(j->out, value);
}

void
json_print_uint(struct json *j, const char *name, uint32_t value)
{
    print_name(j, name);
    fprintf(j->out, "%lu", (unsigned long)value);
}

void
json_print_null(struct json *j, const char *name)
{
    print_name(j, name);
    fputs("null", j->out);
}

void
json_print_bool(struct json *j, const char *name, bool value)
{
    print_name(j, name);
    fputs(value ? "true" : "false", j->out);
}

void
json_print_words(struct json *j, const char *name, lubb_str words)
{
    const char *before = "";

    print_name(j, name);
    fputc('[', j->out);
    while (words.len > 0) {
        const char *space = memchr(words.ptr, ' ', words.len);
        size_t n = space ? (size_t)(space - words.ptr) : words.len;

        fputs(before, j->out);
        print_string(j->out, (lubb_str){ words.ptr, n });
        before = ",";
        words.ptr += n + (space != NULL);
        words.len -= n + (space != NULL);
    }
    fputc(']', j->out);
}

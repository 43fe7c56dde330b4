#include "cli/messages.h"

#include "cli/characters.h"

void
message_print(const char *name, const char *reason)
{
    fputs("lubb: ", stderr);
    text_print(stderr, text_of(name), 0);
    fputs(": ", stderr);
    text_print(stderr, text_of(reason), 0);
    fputc('\n', stderr);
}

void
message_usage(const char *problem)
{
    fputs("lubb: ", stderr);
    text_print(stderr, text_of(problem), 0);
    fputc('\n', stderr);
}

void
message_status(lubb_status status, const lubb_error *error)
{
    if (status != LUBB_E_FILE && status != LUBB_E_RULE) {
        message_print("cannot start", lubb_status_text(status));
        return;
    }
    fputs("lubb: ", stderr);
    text_print(stderr, text_of(error->file), 0);
    if (error->line > 0)
        fprintf(stderr, ":%lu", (unsigned long)error->line);
    if (error->column > 0)
        fprintf(stderr, ":%lu", (unsigned long)error->column);
    fputs(": ", stderr);
    text_print(stderr, text_of(error->message), 0);
    fputc('\n', stderr);
}

/* rules_folder.h - a folder of files of rules and pages for one test program,
 * and the lubb_rules made of it.
 *
 * A test writes what it needs, opens the rules, asks, and closes; the folder
 * goes at the program's end. The first include of a test: it asks for
 * mkdtemp().
 */
#ifndef LUBB_TESTS_AUTHOR_RULES_FOLDER_H
#define LUBB_TESTS_AUTHOR_RULES_FOLDER_H

#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lubb_rules.h"
#include "tests/check.h"

enum { FOLDER_PATH = 256, FOLDER_FILES = 64 };

struct folder {
    char path[FOLDER_PATH];
    char names[FOLDER_FILES][FOLDER_PATH];  /* of all that it holds */
    size_t n;
};

/* A page of the site press.example: menu, headline, writer, text, footer. */
#define PAGE_HEAD \
    "<!DOCTYPE html>\n<html lang=\"ar\"><head><meta charset=\"utf-8\">" \
    "<title>مكتبة الحي تفتح أبوابها من جديد</title>\n" \
    "<meta property=\"og:type\" content=\"article\">\n" \
    "<meta property=\"og:site_name\" content=\"صحيفة المثال\"></head>\n" \
    "<body><ul class=\"menu\"><li><a href=\"/\">الرئيسية</a></li>\n" \
    "<li><a href=\"/news\">أخبار</a></li></ul>\n" \
    "<div class=\"content\"><h1>مكتبة الحي تفتح أبوابها من جديد</h1>\n" \
    "<p class=\"writer\">سالم الهادي</p>\n"
#define PAGE_TEXT \
    "<p>فتحت مكتبة الحي القديم أبوابها صباح اليوم أمام القراء بعد عامين من " \
    "أعمال الترميم، وقد حضر الافتتاح عدد كبير من الأهالي الذين انتظروا طويلا " \
    "عودة هذا المكان الذي ارتبط بذكريات طفولتهم.</p>\n" \
    "<p>وقالت مديرة المكتبة إن العمل شمل السقف والنوافذ ورفوف القاعة الكبرى، " \
    "وأضافت أن أكثر من عشرة آلاف كتاب نقلت إلى مخازن جافة حتى لا تصيبها " \
    "الرطوبة، ثم أعيدت إلى أماكنها في الأسابيع الأخيرة.</p>\n" \
    "<p>ومن المنتظر أن تنظم المكتبة لقاء أسبوعيا للأطفال تقرأ فيه القصص بصوت " \
    "عال، كما ستبقى القاعة مفتوحة حتى المساء في أيام الامتحانات.</p>\n"
#define PAGE_TAIL \
    "</div><div class=\"footer\"><a href=\"/about\">من نحن</a></div>" \
    "</body></html>\n"

/* The start of a file of rules that is right, is better than none, and has its
 * case on the page above. What a test adds begins on line 4. */
#define RULE_HEAD "#!rule 1\nsite: press.example\nbyline: .writer\n"
#define RULE_CASE "[case page.html]\nhas: \"مكتبة الحي القديم\"\n"

static inline void
folder_open(struct folder *f)
{
    const char *top = getenv("TMPDIR");

    *f = (struct folder){ .n = 0 };
    snprintf(f->path, sizeof f->path, "%.200s/lubb-XXXXXX",
             top ? top : "/tmp");
    if (!mkdtemp(f->path)) {
        perror(f->path);
        exit(2);
    }
}

/* The path of a name in the folder; good until the call after the next. */
static inline const char *
folder_at(const struct folder *f, const char *name)
{
    static char paths[2][2 * FOLDER_PATH];
    static int turn;

    turn = !turn;
    snprintf(paths[turn], sizeof paths[turn], "%s/%.200s", f->path, name);
    return paths[turn];
}

static inline void
folder_note(struct folder *f, const char *name)
{
    for (size_t i = 0; i < f->n; i++)
        if (strcmp(f->names[i], name) == 0)
            return;
    if (f->n == FOLDER_FILES)
        exit(2);
    snprintf(f->names[f->n++], FOLDER_PATH, "%.200s", name);
}

static inline void
folder_write(struct folder *f, const char *name, const char *text)
{
    FILE *out = fopen(folder_at(f, name), "wb");

    if (!out || fputs(text, out) == EOF || fclose(out) != 0) {
        perror(name);
        exit(2);
    }
    folder_note(f, name);
}

static inline void
folder_make(struct folder *f, const char *name)
{
    if (mkdir(folder_at(f, name), 0700) != 0)
        exit(2);
    folder_note(f, name);
}

/* Remove all that was written, newest first. */
static inline void
folder_empty(struct folder *f)
{
    while (f->n > 0)
        if (remove(folder_at(f, f->names[--f->n])) != 0)
            perror(f->names[f->n]);
}

static inline void
folder_close(struct folder *f)
{
    folder_empty(f);
    rmdir(f->path);
}

/* The rules at one name in the folder, "" for all of it. */
static inline lubb_rules *
folder_rules(const struct folder *f, const char *name)
{
    const char *path = name[0] ? folder_at(f, name) : f->path;
    lubb_rules *rules;
    lubb_error error;

    if (lubb_rules_open(&path, 1, &rules, &error) != LUBB_OK) {
        printf("%s: %s\n", error.file, error.message);
        exit(2);
    }
    return rules;
}

#endif

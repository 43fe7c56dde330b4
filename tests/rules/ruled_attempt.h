/* ruled_attempt.h - the first attempt of rules written in a test, on a page at
 * their site.
 */
#ifndef LUBB_TESTS_RULES_RULED_ATTEMPT_H
#define LUBB_TESTS_RULES_RULED_ATTEMPT_H

#include "check.h"
#include "ruled_page.h"

/* A set of one file of the site. */
static inline void
begin_file(const char *lines)
{
    char file[2048];

    snprintf(file, sizeof file, "site: a.ly\n%s", lines);
    rules_of(file);
}

/* The site's file a.rule, and the theme t.rule that it uses. */
static inline void
begin_chain(const char *site, const char *theme)
{
    char file[1024];

    rules_begin();
    snprintf(file, sizeof file, "site: a.ly\nuse: theme/t\n%s", site);
    CHECK(rules_add("a.rule", file, true));
    snprintf(file, sizeof file, "theme: t\n%s", theme);
    CHECK(rules_add("t.rule", file, true));
    rules_freeze();
}

static inline void
check_first_attempt(const char *words)
{
    if (!CHECK(rulings_begin(&rulings)))
        return;
    CHECK(rulings_next(&rulings));
    CHECK_STR(ruled_words(), words);
}

/* The words of the first attempt of a file with these lines. */
static inline void
check_text(const char *lines, const char *dump, const char *words)
{
    begin_file(lines);
    ruled_text(dump, "http://a.ly/");
    check_first_attempt(words);
    if (check_n_failed > 0 && !str_eq(ruled_words(), str_of(words)))
        printf("    lines: %s\n", lines);
}

static inline void
check_html(const char *lines, const char *html, const char *words)
{
    begin_file(lines);
    ruled_html(html, "http://a.ly/");
    check_first_attempt(words);
    if (check_n_failed > 0 && !str_eq(ruled_words(), str_of(words)))
        printf("    lines: %s\n", lines);
}

static inline void
check_chain_text(const char *site, const char *theme, const char *dump,
                 const char *words)
{
    begin_chain(site, theme);
    ruled_text(dump, "http://a.ly/");
    check_first_attempt(words);
}

static inline void
check_chain_html(const char *site, const char *theme, const char *html,
                 const char *words)
{
    begin_chain(site, theme);
    ruled_html(html, "http://a.ly/");
    check_first_attempt(words);
}

/* Blocks 0 to 5. */
#define HTML_6 \
    "<p>0<div class=b>1<p>2<div class=d>3</div></div><p>4<p class=b>5"

#endif

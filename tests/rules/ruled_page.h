/* ruled_page.h - a set of rule files written in a test, and a page they rule.
 *
 * One set and one page at a time. Findings are told as a text, a line each
 * ("E01 3:1 no such key ⟦x⟧"), rulings as one character a block: '.' the judge
 * decides, '-' out, '+' text.
 */
#ifndef LUBB_TESTS_RULES_RULED_PAGE_H
#define LUBB_TESTS_RULES_RULED_PAGE_H

#include "finding.h"
#include "judge/judge_page.h"
#include "rules/rulings.h"

static struct store rules_store;
static struct rule_findings rules_found;
static struct rule_set *rules;

static inline void
rules_begin(void)
{
    rule_set_free(rules);
    store_free(&rules_store);
    rules_found = (struct rule_findings){ .store = &rules_store };
    rules = rule_set_new(&rules_store);
    if (!rules)
        abort();
}

/* Add a file; the language's first line is put before it. */
static inline bool
rules_add(const char *name, const char *text, bool is_shipped)
{
    struct str t = str_of(text), head = STR("#!rule 1\n");
    char *copy = store_alloc(&rules_store, head.len + t.len + 1, 1);

    if (!copy)
        abort();
    memcpy(copy, head.ptr, head.len);
    if (t.len > 0)
        memcpy(copy + head.len, t.ptr, t.len);
    return rule_set_add_file(rules, name,
                             (struct str){ copy, head.len + t.len },
                             is_shipped, &rules_found);
}

/* All findings so far, with their files where more than one is there. */
static inline struct str
rules_findings_text(bool with_files)
{
    static char out[8192];
    size_t n = 0;

    for (size_t i = 0; i < rules_found.n; i++) {
        const struct rule_finding *f = &rules_found.items[i];
        struct str message = message_of(f);

        n += (size_t)snprintf(out + n, sizeof out - n, "%s%s%s %u:%u %.*s\n",
                              with_files ? f->file : "",
                              with_files ? " " : "", rule_code_name(f->code),
                              (unsigned)f->line, (unsigned)f->column,
                              (int)message.len, message.ptr);
        if (n >= sizeof out)
            abort();
    }
    return (struct str){ out, n };
}

/* A set of this one file, which must be right. */
static inline void
rules_of(const char *text)
{
    rules_begin();
    if (!rules_add("x.rule", text, false) ||
        !rule_set_freeze(rules, &rules_found)) {
        struct str s = rules_findings_text(true);

        fprintf(stderr, "%.*s", (int)s.len, s.ptr);
        abort();
    }
}

static inline void
rules_freeze(void)
{
    if (!rule_set_freeze(rules, &rules_found))
        abort();
}

/* -- a page under the set -------------------------------------------------- */

static struct page ruled;
static struct rulings rulings;
static struct fuel ruled_fuel;
static uint32_t ruled_limits;
static struct pattern_runner ruled_runner;

static inline void
ruled_begin(bool is_html, const char *url)
{
    ruled_fuel = (struct fuel){ .budget = UINT64_MAX };
    ruled_limits = 0;
    if (!ruled_runner.data && !pattern_runner_open(&ruled_runner))
        abort();
    rulings = (struct rulings){
        .page = { .arena = ruled.arena, .set = rules,
                  .runner = &ruled_runner, .fuel = &ruled_fuel,
                  .limits = &ruled_limits, .blocks = &ruled.blocks,
                  .doc = is_html ? &ruled.doc : NULL, .headline = NO_BLOCK,
                  .byline = NO_BLOCK, .url = str_of(url) }
    };
}

/* An HTML page, or a dump, at a URL, which may be empty. */
static inline void
ruled_html(const char *html, const char *url)
{
    page_of_html(&ruled, html);
    ruled_begin(true, url);
}

static inline void
ruled_text(const char *text, const char *url)
{
    page_of_text(&ruled, text);
    ruled_begin(false, url);
}

/* What the rules say of each block. */
static inline struct str
ruled_words(void)
{
    static char out[256];
    uint32_t n = ruled.blocks.n;

    if (n > sizeof out)
        abort();
    for (uint32_t i = 0; i < n; i++)
        out[i] = ".-+"[ruled.blocks.items[i].ruling->word];
    return (struct str){ out, n };
}

/* The misses so far, a line each: "x.rule body:0", ... */
static inline struct str
ruled_misses(void)
{
    static char out[4096];
    size_t n = 0;

    for (size_t i = 0; i < rulings.n_misses; i++) {
        const struct rule_miss *m = &rulings.misses[i];

        n += (size_t)snprintf(out + n, sizeof out - n, "%s %s%s%.*s\n",
                              m->file ? m->file->name : "-", m->what,
                              m->detail.len > 0 ? " " : "",
                              (int)m->detail.len,
                              m->detail.len > 0 ? m->detail.ptr : "");
        if (n >= sizeof out)
            abort();
    }
    return (struct str){ out, n };
}

static inline void
rules_done(void)
{
    pattern_runner_close(&ruled_runner);
    rule_set_free(rules);
    store_free(&rules_store);
    page_done();
    scratch_arena(1);
}

#endif

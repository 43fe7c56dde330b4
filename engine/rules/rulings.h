/* rulings.h - what the chosen files say of a page, attempt by attempt.
 *
 * A rule that misses must not make a page worse than no rule. So the judge asks
 * for one attempt after another: each layout of the site's file whose guards
 * hold, then the theme, then none; and accepts the first whose result is what
 * the rule promised. What missed is told in the record. Phrases and patterns of
 * drop: and cut: hold in every attempt: they do no harm.
 *
 * Order within an attempt: body, after and from, drop, lines of fields, score,
 * keep, hint; the path is found; until; the path once more; cuts.
 */
#ifndef LUBB_RULES_RULINGS_H
#define LUBB_RULES_RULINGS_H

#include "rules/rule_choose.h"
#include "rules/rule_expect.h"

/* Points for main text inside a body: a nat. With three, lines such as "read
 * also" stayed in the bodies of six themes. */
enum { RULE_BODY_POINTS = 20 };

/* A text under this many letters is a miss where the general judgement finds
 * three times as much. */
enum { RULE_MIN_LETTERS = 120, RULE_GENERAL_RATIO = 3 };

/* Misses told of a page, at most. */
enum { MAX_MISSES = 16 };

struct rule_miss {
    const struct rule_file *file;   /* NULL: of the choice */
    const char *what;               /* "body:0", "expect", ...; static */
    struct str detail;              /* "blocks>=2", a layout, or empty */
};

struct rule_field {
    struct str value;               /* in the arena; empty: not told */
    const struct rule_file *file;
    const struct rule_entry *entry;
};

enum { N_RULE_FIELDS = 4 };         /* title, date, byline, agency */

struct rulings {
    struct rule_page page;          /* the caller fills its first part */
    struct rule_choice choice;
    struct rule_miss misses[MAX_MISSES];
    size_t n_misses;

    /* the attempt at hand */
    size_t link;                    /* its file in the chain; n: none */
    uint32_t layouts[MAX_RULE_CHAIN];   /* section of each file, 0: none */
    bool is_barred[MAX_RULE_CHAIN];     /* by the guards of its top */
    bool has_body;                  /* a body: holds the text */
    bool is_final;                  /* score: off: no verdict is asked for */
    struct rule_field fields[N_RULE_FIELDS];
    bool is_begun;
};

/* Choose the files for a page. False when none speaks of it: the blocks then
 * have no rulings. */
bool rulings_begin(struct rulings *r);

/* Make the rulings of the next attempt; false when only the general judgement
 * is left, with what does no harm still ruled. */
bool rulings_next(struct rulings *r);

/* Rule out what stands behind an until:, given which blocks the path took for
 * main text. True when that changed anything. */
bool rulings_end_text(struct rulings *r, const bool *is_main);

/* Whether the result is what the attempt promised; otherwise the miss is noted.
 * n_general: letters that the general judgement keeps. */
bool rulings_accept(struct rulings *r, const struct rule_result *result,
                    uint32_t n_general);

/* Make the cuts of the attempt at hand, for all blocks. Last. */
void rulings_cut(struct rulings *r);

/* The file whose attempt is at hand, or NULL. */
const struct rule_file *rulings_file(const struct rulings *r);

/* What the rules say a field is. key: title, date, byline or agency. */
const struct rule_field *rulings_field(const struct rulings *r,
                                       enum rule_key key);

/* The country that a chosen file tells, or empty. */
struct str rulings_country(const struct rulings *r);

/* How often an entry of a chosen file hit the page; for lint. */
uint32_t rulings_count(struct rulings *r, size_t link,
                       const struct rule_entry *entry);

#endif

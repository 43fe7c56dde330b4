/* rule.h - a file of rules, compiled.
 *
 * A file describes one site or one theme. It is a list of entries in sections:
 * what stands above every section holds always, a [layout] where its guards
 * hold, [text] on dumps only; a [case] is a test. An entry has one value:
 * alternatives are entries that follow one another with the same line.
 * Everything lives in the rule set's store and never changes once loaded.
 */
#ifndef LUBB_RULES_RULE_H
#define LUBB_RULES_RULE_H

#include "page/selector.h"
#include "rules/pattern.h"
#include "rules/rule_keys.h"
#include "rules/rule_values.h"

/* A phrase that is no anchor ("*") hits a block that is it, or that begins with
 * it and has up to this many words: a heading or a teaser, not a sentence. */
enum { RULE_START_WORDS = 12 };

/* Letters of text that must stand above an `until` before it ends anything:
 * a menu names the comments too. */
enum { RULE_UNTIL_LETTERS = 200 };

enum rule_place {
    RULE_PLACE_title,
    RULE_PLACE_date,
    RULE_PLACE_byline,
    RULE_PLACE_start,
    RULE_PLACE_end,
    N_RULE_PLACES
};

/* What a value names: some blocks of a page. */
struct rule_match {
    enum rule_value_kind kind;
    bool is_literal;                    /* ="...": not folded */
    bool is_anywhere;                   /* *"...": anywhere in a block */
    bool is_folded;                     /* /.../f: on folded text */
    struct str phrase;                  /* folded, or as written */
    uint32_t n_words;                   /* of the phrase, folded */
    const struct pattern *pattern;
    const struct selector *selector;
    enum rule_place place;
    int32_t offset;                     /* blocks behind the place */
};

struct rule_entry {
    enum rule_key key;
    struct rule_match match;
    const struct pattern *step;         /* -> /pattern/, or NULL */
    struct str source;                  /* the value as it was written */
    int32_t count;                      /* drop+N, hint±N */
    bool is_last, is_hard;              /* "last"; until! */
    bool is_edge;                       /* a cut at a block's start or end */
    bool is_todo;                       /* of a case */
    uint32_t section;                   /* index; 0 is the top */
    uint32_t line, column;
};

/* A yes: or no: line, and the entries of the line above it. */
struct rule_proof {
    struct str text;
    bool is_yes;
    uint32_t line, column;
    uint32_t beg, end;                  /* entries [beg, end) */
};

struct rule_section {
    enum rule_where kind;
    struct str name;                    /* a layout's name, a case's file */
    uint32_t line;
    uint32_t beg, end;                  /* its entries */
};

/* One site: or not: line. */
struct rule_site {
    struct str host;                    /* lower case, without "www." */
    struct str path;                    /* "/dz", or empty */
    bool is_exact;                      /* =host: no subdomains */
    bool is_not;
    uint32_t line, column;
};

struct rule_file {
    const char *name;                   /* "rules/site/alwasat.ly.rule" */
    struct str text;                    /* its bytes */
    bool is_shipped;
    bool is_replaced;                   /* a user's files claim its sites */
    uint32_t index;                     /* in its set */
    struct str theme;                   /* its own name, or empty */
    struct str use;                     /* a theme's name, or empty */
    struct str label, country, checked;
    uint32_t use_line, theme_line;
    struct rule_site *sites;
    struct rule_section *sections;
    struct rule_entry *entries;
    struct rule_proof *proofs;
    size_t n_sites, cap_sites, n_sections, cap_sections;
    size_t n_entries, cap_entries, n_proofs, cap_proofs;
    const struct rule_file *parent;     /* the theme that `use` names */
    uint32_t first_id;                  /* its entries' ids in the set */
};

#endif

/* block.h - the record that travels through the engine.
 *
 * A block is a paragraph, heading, list item, table row, ... of an HTML page or
 * one line (or hard-wrapped paragraph) of a plain-text dump: the unit that is
 * kept or dropped. Every stage fills its own part and reads those above it;
 * none rewrites another's.
 */
#ifndef LUBB_PAGE_BLOCK_H
#define LUBB_PAGE_BLOCK_H

#include "base/arena.h"
#include "base/str.h"

enum block_kind {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,
    BLOCK_LIST_ITEM,
    BLOCK_TABLE_ROW,
    BLOCK_QUOTE,
    BLOCK_CODE,
    BLOCK_CAPTION,
    BLOCK_CONTROL,      /* label, button, option, legend */
    N_BLOCK_KINDS
};

/* A stretch of block text that was copied from the page. */
struct block_run {
    uint32_t at;        /* offset in the block's text */
    uint32_t src;       /* offset in the decoded text */
    uint32_t len;       /* bytes of block text it covers */
};

/* A linked stretch of block text, half open. */
struct link_span {
    uint32_t beg, end;
};

enum block_ending {
    ENDING_NONE,
    ENDING_SENTENCE,    /* . ؟ ! ? ۔ */
    ENDING_DOTS,        /* .. ... … */
    ENDING_COLON,
    ENDING_COMMA        /* ، ؛ , ; */
};

/* Counts of one block's text (page/features.c). Characters are code points. */
struct block_measure {
    struct str folded;          /* fold_in_arena of text */
    uint64_t hash;              /* words_hash of folded */
    uint32_t n_words;           /* words of folded */
    uint32_t n_digit_words;     /* words that are all digits */
    uint32_t n_function_words;
    uint32_t n_chars;           /* without white space and ignored ones */
    uint32_t n_letters;         /* letters of any script */
    uint32_t n_latin;           /* letters of the Latin script */
    uint32_t n_digits;
    uint32_t n_linked_letters;
    uint32_t n_links;
    uint32_t n_commas;          /* ، and ؛ */
    uint32_t n_ascii_commas;    /* , and ; */
    uint32_t n_stops;           /* sentence marks inside, before white space */
    uint32_t n_colons;          /* likewise */
    uint32_t n_separators;      /* | • / → ← · › » « between words */
    uint32_t n_code_chars;      /* {}<>=;()[]\$#_/+&* */
    enum block_ending ending;
    bool ends_in_quote;         /* last character closes a quotation/bracket */
    bool has_url;               /* URL or e-mail address */
    bool is_url;                /* one and no more */
    bool has_item_mark;         /* starts with a bullet or a list number */
    bool has_item_number;       /* the mark is a number */
    bool has_month;
    bool is_date_line;
};

struct block {
    /* page/html_blocks or page/lines */
    struct str text;            /* references decoded, white space collapsed */
    struct block_run *runs;     /* sorted, disjoint */
    struct link_span *links;    /* sorted, disjoint */
    uint32_t n_runs, n_links;
    uint32_t beg, end;          /* decoded text, first to last run */
    uint32_t node;              /* html: the element that holds it */
    enum block_kind kind;
    uint32_t n_blank_before;    /* text: empty lines above it */

    /* page/features */
    struct block_measure m;

    /* rules: see rules/ruling.h; NULL where no rule speaks of the page */
    struct ruling *ruling;

    /* judge: see judge/evidence.h and judge/path.h */
    struct evidence *evidence;
};

#define NO_BLOCK UINT32_MAX     /* index of none */

struct blocks {
    struct block *items;
    uint32_t n;
    uint32_t limits;            /* enum limit bits that were met */
};

#endif

/* html_tokens.h - the tokenizer of the HTML standard (13.2.5), in one pass.
 *
 * Finds where tags, text and raw text begin and end, exactly as the standard's
 * states do, script's escaped ones included, but makes nothing of them:
 * references are not decoded and attributes only stepped over
 * (html_attributes.h reads them). Comments are passed by, so two text tokens
 * may stand side by side. Searches are memchr's, so a byte of script or
 * text costs next to nothing, and no byte is looked at more than a few times.
 *
 * Knows nothing of tree construction but what it is told: is_foreign.
 */
#ifndef LUBB_PAGE_HTML_TOKENS_H
#define LUBB_PAGE_HTML_TOKENS_H

#include "base/str.h"
#include "page/tags.h"

enum html_token_kind {
    HTML_TEXT,          /* never empty */
    HTML_START_TAG,
    HTML_END_TAG,
    HTML_DOCTYPE
};

struct html_token {
    enum html_token_kind kind;
    enum tag tag;           /* of a tag; of text: the raw or RCDATA element it
                             * is the body of, or TAG_UNKNOWN */
    uint32_t beg, end;      /* all its bytes */
    struct str name;        /* of a tag, any case */
    uint32_t n_attributes;
    bool is_self_closing;   /* of a start tag: ends in "/>" */
    bool is_raw;            /* of text: references are not decoded in it */
};

struct html_tokens {
    struct str text;        /* with DECODED_PADDING NULs behind it */
    size_t at;
    bool is_at_markup;      /* the '<' at `at` is known to begin some */
    enum tag body;          /* its raw or RCDATA body comes next */
    bool is_foreign;        /* set by the caller between tokens: the current
                             * node is in svg or math, where CDATA sections
                             * count and no start tag brings a raw body */
};

/* Start on a text without NUL or CR. */
struct html_tokens html_tokens_begin(struct str text);

/* The next token; false at the end. A tag that the page ends in is dropped. */
bool html_tokens_next(struct html_tokens *t, struct html_token *token);

#endif

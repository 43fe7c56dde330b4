/* judge.h - which blocks of a page are its main text.
 *
 * The steps in order: lexicon, prose, features of the input's kind, one linear
 * pass over states (path.h), the page's verdict; then the same pass bound by
 * the page's rules, where there are any; selection. HTML and text differ in
 * their features and weights only.
 */
#ifndef LUBB_JUDGE_JUDGE_H
#define LUBB_JUDGE_JUDGE_H

#include "rules/lexicon.h"
#include "judge/verdict.h"
#include "rules/rulings.h"

/* What the judge leans on; all borrowed, all const. */
struct judge_knowledge {
    const struct lexicon *lexicon;
    const struct weights *weights;
    int32_t main_bias;          /* points added to main on every block */
    bool with_tables;           /* table rows may be text */
};

/* The page as the rooms below left it. */
struct judge_page {
    struct blocks *blocks;          /* evidence is made here */
    const struct html_doc *doc;     /* NULL for plain text */
    const struct page_facts *facts;
    struct rulings *rulings;        /* the caller filled rulings->page but for
                                     * headline, title and byline; NULL: no
                                     * rules */
    uint32_t headline;              /* set: index of its block, or NO_BLOCK */
    bool is_ruled;                  /* set: a rule's attempt was accepted */
};

/* Fill the evidence of every block and decide on the page. Cost: linear in
 * the page's text and nodes. */
struct verdict judge_decide(struct arena *a,
                            const struct judge_knowledge *know,
                            struct judge_page *page);

/* The feature table of the input's kind. */
const struct feature_table *judge_features(bool is_html);

#endif

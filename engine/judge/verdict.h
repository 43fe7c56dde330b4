/* verdict.h - whether the page has a main text at all.
 *
 * The path (path.h) always finds the best place a main text could be; deciding
 * "where" and "whether" by one score returned most failing articles empty. So a
 * few page facts decide afterwards, each with its threshold in weights.conf.
 */
#ifndef LUBB_JUDGE_VERDICT_H
#define LUBB_JUDGE_VERDICT_H

#include "judge/html_view.h"
#include "judge/weights.h"

struct verdict {
    bool has_text;
    const char *reason;     /* static, a few words */
    int32_t confidence;     /* per mille, growing with the distance from the
                               threshold; judge_decide() makes it the page's
                               (confidence.h) */
};

/* Of an HTML page, from the prose on the path: too little of it, too little for
 * a page whose text no title names, or mostly cards of a listing. is_ruled: a
 * rule says where the text is, which counts as the page calling itself an
 * article. */
struct verdict verdict_of_html(const struct model *model,
                               const struct html_view *view,
                               const struct page_facts *facts,
                               bool is_ruled, const struct blocks *blocks);

/* Of a dump, from its lines on the path: words of prose, or lines that at least
 * look like sentences, and not one date line to two of prose. */
struct verdict verdict_of_text(const struct model *model,
                               const struct blocks *blocks);

#endif

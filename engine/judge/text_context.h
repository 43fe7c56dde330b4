/* text_context.h - what stands around and above a line of a dump.
 *
 * Windows are counted with prefix sums; the history is one pass down.
 */
#ifndef LUBB_JUDGE_TEXT_CONTEXT_H
#define LUBB_JUDGE_TEXT_CONTEXT_H

#include "base/arena.h"
#include "judge/evidence.h"

/* The one group a line counts under, of all it hits. */
enum line_group {
    LINE_PLAIN,
    LINE_COMMENTS,
    LINE_RELATED,       /* related, most read, read more, ticker */
    LINE_NAVIGATION,    /* menus, tags, author boxes, forum boxes */
    LINE_SHARE,         /* share, follow, advertisement, notice, no page */
    LINE_FOOTER,
    LINE_BYLINE,        /* byline, date, source, caption */
    LINE_SECTION        /* the name of a section: a menu, or a label */
};

enum line_group text_line_group(uint32_t lexicon_groups);

#define LINES_NEVER UINT32_MAX

struct text_context {
    /* in the window around the line, itself left out */
    uint32_t n_prose;       /* of 5 lines on either side */
    uint32_t n_weak;        /* of 3 */
    uint32_t n_short;       /* of 5: short lines and lines of a group */
    uint32_t n_groups;      /* of 5: lines of a group other than byline */
    uint32_t n_dates;       /* of 6 */
    uint32_t n_headlines;   /* of 6: of a headline's length, no end mark */
    uint32_t n_short_below; /* short lines and lines of a group, to the end */
    uint32_t short_run;     /* length of the run of short lines it is in */
    uint32_t last_prose;    /* lines up to the last prose, or LINES_NEVER */
    uint32_t next_prose;    /* lines down to the next */

    /* above the line */
    uint32_t n_comments;    /* comment headings since the first prose */
    uint32_t n_footers;     /* likewise footer lines */
    uint32_t n_dates_seen;  /* likewise date lines: one heads each comment of a
                               thread and each teaser of a listing */
    uint32_t n_thread_dates;/* of them below a comment heading */
    uint32_t since_related; /* lines since a related heading, or LINES_NEVER */
    uint32_t since_date;    /* lines since a date line, or LINES_NEVER */
};

/* The context of every line, by index; in the arena. The blocks know is_good
 * and is_weak. Cost: linear. */
struct text_context *text_context_find(struct arena *a,
                                       const struct blocks *blocks);

#endif

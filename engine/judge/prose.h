/* prose.h - whether a block reads like running text, its neighbours aside.
 *
 * Arabic prose shows in function words and punctuation: every longer
 * sentence has some of في من على, a comma or a full stop; menus, lists of
 * headlines and tickers have neither. Lexicon hits and links speak against.
 */
#ifndef LUBB_JUDGE_PROSE_H
#define LUBB_JUDGE_PROSE_H

#include "judge/evidence.h"

/* Linked letters in per mille of letters. */
uint32_t prose_link_density(const struct block *b);

/* Full stops, question marks, colons and the like inside the block, before
 * white space; the mark of a list number is none. */
uint32_t prose_inner_stops(const struct block *b);

/* Commas, inner stops, and one for a mark at the end. */
uint32_t prose_punctuation(const struct block *b);

/* A plain-text line: ten words or more with function words and punctuation. */
bool prose_is_line(const struct block *b);

/* A plain-text line that looks like a sentence, if a short one. */
bool prose_is_weak_line(const struct block *b);

/* Dozens of headlines run together: 60 words or more with hardly a comma or
 * full stop, not Latin, no sentence end. */
bool prose_is_ticker(const struct block *b);

/* An HTML block's text: 7 words or more, few links, function words, and a
 * sentence mark or 15 words. Where it stands is for the caller to judge. */
bool prose_is_text(const struct block *b);

#endif

/* dates.h - whether a line looks like a date, from its folded words.
 *
 * Month names of every family in use (common, Levantine, Maghrebi, Moroccan,
 * Mauritanian, Coptic, Hijri, English, French), numeric dates, clock times and
 * "منذ ساعتين". The line is not parsed to a date here: the judge only asks for
 * its shape.
 */
#ifndef LUBB_TEXT_DATES_H
#define LUBB_TEXT_DATES_H

#include "base/str.h"

/* Whether any word of folded text is the name of a month. "مارس" and "مايو"
 * count; what is also a common word ("اب") only beside a number. */
bool dates_has_month(struct str folded);

/* Whether a line of n_words words is a date line: at most 14 words with a
 * month's name and a number, or three numbers that make a date (folding
 * turned their separators into spaces: 12 05 2020, 2020 05 12) or do so in
 * `raw` with a year of two digits (12/05/20); or at most 7 words that start
 * with منذ or قبل and hold a unit of time; or at most 6 words with a clock
 * time h:mm in `raw`, the line before folding. */
bool dates_is_date_line(struct str raw, struct str folded, uint32_t n_words);

#endif

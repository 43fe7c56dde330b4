/* mojibake.h - UTF-8 that was read as another encoding and saved again.
 *
 * Arabic letters are D8 or D9 and a second byte in UTF-8, so what was read as
 * windows-1256 shows every letter as two, the first of them tah or zah, and
 * what was read as Latin-1 or windows-1252 as O with stroke or U with grave and
 * a symbol. In sound text tah and zah are one letter in 85. A share alone
 * never decides: text is put back only where all its characters are those
 * of the wrong table, its bytes are then valid UTF-8, and that is Arabic.
 */
#ifndef LUBB_TEXT_MOJIBAKE_H
#define LUBB_TEXT_MOJIBAKE_H

#include "base/str.h"

/* Whether s, valid UTF-8, has a tah, zah, O with stroke or U with grave and
 * behind it one of the symbols that sound text never has there. Cost: a search
 * for one byte that Arabic pages have few of. */
bool mojibake_is_likely(struct str s);

/* Write s to out, which has room for s.len bytes, with its mojibake put right:
 * the whole of it, or else each stretch between tags and line ends that
 * qualifies by itself. Returns the length: s.len when nothing changed, and
 * always less when something did. */
size_t mojibake_repair(struct str s, char *out);

#endif

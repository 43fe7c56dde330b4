/* recode.h - sample texts, and their bytes in other encodings, for the tests of
 * decoding. The other road than the engine's: looked up in the expected listing
 * (codepages_expected.inc), character by character.
 */
#ifndef LUBB_TESTS_TEXT_RECODE_H
#define LUBB_TESTS_TEXT_RECODE_H

#include "codepages_expected.inc"
#include "text/utf8.h"
#include "scratch.h"

static const char arabic_prose[] =
    "أعلنت وزارة الزراعة يوم الأحد أن موسم الحصاد سيبدأ مبكراً هذا العام بعد "
    "شتاء قليل المطر، وقال المزارعون في القرى القريبة من النهر إنهم "
    "ينتظرون الآلات التي وعدت بها المحافظة قبل شهر.\n"
    "وأضاف رئيس الجمعية: «لا يكفي ما وصل حتى اليوم»، ثم سأل: هل تصل "
    "البقية قبل نهاية الأسبوع؟ لم يجب أحد؛ فقد كان الطريق مقطوعاً.\n";

/* Windows-1256 has no Farsi yeh, so that Persian pages used the Arabic one. */
static const char persian_prose[] =
    "کتابخانه شهر ما هر روز صبح باز مي‌شود و چند نفر از دانش‌آموزان پيش از "
    "رفتن به مدرسه آنجا درس مي‌خوانند. گاهي هم پيرمردي با ژاکت آبي "
    "روزنامه‌هاي کهنه را ورق مي‌زند و چاي مي‌نوشد.\n";

static const char french_prose[] =
    "Le café où l’été dernier nous étions allés à pied est fermé ; un élève "
    "de l’école voisine y a déjà peint une fenêtre. « À bientôt », écrit la "
    "propriétaire, là où était accrochée l’enseigne.\n";

static const char tah_zah_prose[] =
    "ظل الطبيب ينظر إلى الطفل المطيع وظن أنه عطشان، فطلب طبقاً نظيفاً "
    "وأعطاه قطعة بطيخ وقطرة ظاهرة من عطر. «ط، ظ» حرفان؛ نظّف، حفظ…\n"
    "ط، ظ، ع، غ\n«ظ» ثم «ط»\nطظ ظط\n";

/* What one byte more or less would make wrong. */
#define CHECK_SAME(got, want) CHECK(str_eq((got), (want)))

/* The byte of the character of `len` bytes at p; -1 where there is none. */
static inline int
byte_of(const char *const table[256], const char *p, size_t len)
{
    for (int c = 1; c < 256; c++)
        if (c != '\r' && str_eq(str_of(table[c]), (struct str){ p, len }))
            return c;
    return -1;
}

/* Text in a single-byte encoding; what it does not have is left out. */
static inline struct str
in_single_byte(struct arena *a, const char *const table[256], const char *utf8)
{
    struct str s = str_of(utf8);
    char *out = arena_raw(a, char, s.len);
    size_t n = 0;

    for (size_t at = 0; at < s.len;) {
        size_t beg = at;

        utf8_next(s, &at);
        int byte = byte_of(table, s.ptr + beg, at - beg);
        if (byte >= 0)
            out[n++] = (char)byte;
    }
    return (struct str){ out, n };
}

static inline struct str
in_utf_16(struct arena *a, bool is_big, const char *utf8)
{
    struct str s = str_of(utf8);
    char *out = arena_raw(a, char, 2 * s.len);
    size_t n = 0;

    for (size_t at = 0; at < s.len;) {
        uint32_t cp = utf8_next(s, &at);
        uint32_t units[2] = { cp, 0 };

        if (cp >= 0x10000) {
            units[0] = 0xD800 + ((cp - 0x10000) >> 10);
            units[1] = 0xDC00 + (cp & 0x3FF);
        }
        for (int i = 0; i < (cp >= 0x10000 ? 2 : 1); i++) {
            out[n++] = (char)(is_big ? units[i] >> 8 : units[i] & 0xFF);
            out[n++] = (char)(is_big ? units[i] & 0xFF : units[i] >> 8);
        }
    }
    return (struct str){ out, n };
}

/* Text whose UTF-8 was read in a single-byte encoding and saved as UTF-8. */
static inline struct str
misread(struct arena *a, const char *const table[256], const char *utf8)
{
    struct str s = str_of(utf8);
    char *out = arena_raw(a, char, 3 * s.len);
    size_t n = 0;

    for (size_t i = 0; i < s.len; i++) {
        struct str c = str_of(table[(unsigned char)s.ptr[i]]);

        memcpy(out + n, c.ptr, c.len);
        n += c.len;
    }
    return (struct str){ out, n };
}

/* One after the other. */
static inline struct str
joined(struct arena *a, struct str first, struct str second)
{
    char *out = arena_raw(a, char, first.len + second.len);

    if (first.len > 0)
        memcpy(out, first.ptr, first.len);
    if (second.len > 0)
        memcpy(out + first.len, second.ptr, second.len);
    return (struct str){ out, first.len + second.len };
}

#endif

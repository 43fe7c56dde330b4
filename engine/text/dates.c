/* dates.c - names of months and units of time, folded, and shapes of numbers.
 *
 * Month names are those of CLDR's Arabic locales with the misspellings that
 * libraries ship, Egyptian, Coptic and Hijri ones; English and French ones
 * stand on Arabic pages too. What is also a common word or somebody's name
 * counts only beside a number. Most words of a page are looked up once, among
 * the few names that start with their letter.
 */
#include "text/dates.h"

#include "text/arabic.h"
#include "text/utf8.h"
#include "text/words.h"

enum {
    DATE_WORDS = 14,        /* longest line of each kind of date, in words */
    RELATIVE_WORDS = 7,
    CLOCK_WORDS = 6,

    FIRST_LETTER = 0x627,   /* alef: what folding makes of the others */
    N_LETTERS = 0x64A - FIRST_LETTER + 1,
    MAX_SAME_LETTER = 10,   /* months that start with one letter, and 1 */
    MAX_NAME = 15           /* bytes of a name in a table */
};

enum month_kind {
    MONTH_NOT,
    MONTH_WHOLE,            /* the word alone is a month */
    MONTH_PART              /* it is with an ordinal behind it */
};

struct name {
    char bytes[MAX_NAME];
    uint8_t len;
};

#define N(lit) { lit, sizeof(lit) - 1 }

struct month {
    struct name name;
    enum month_kind kind;
};

#define WHOLE(lit) { N(lit), MONTH_WHOLE }
#define PART(lit) { N(lit), MONTH_PART }
#define ROW(letter) [letter - FIRST_LETTER] =

/* By first letter. moment's ar-ps writes تشري. */
static const struct month months[N_LETTERS][MAX_SAME_LETTER] = {
    ROW(0x627) { WHOLE("ابريل"), WHOLE("اغسطس"), WHOLE("اكتوبر"),
                 WHOLE("ايلول"), WHOLE("اذار"), WHOLE("ايار"), WHOLE("افريل"),
                 WHOLE("اغشت"), WHOLE("امشير") },
    ROW(0x628) { WHOLE("برمهات"), WHOLE("برموده"), WHOLE("بشنس"),
                 WHOLE("بوونه"), WHOLE("باونه") },
    ROW(0x62A) { WHOLE("تموز"), PART("تشرين"), PART("تشري") },
    ROW(0x62C) { WHOLE("جانفي"), WHOLE("جويليه"), PART("جمادي") },
    ROW(0x62D) { WHOLE("حزيران") },
    ROW(0x62F) { WHOLE("ديسمبر"), WHOLE("دجنبر"), WHOLE("دجمبر") },
    ROW(0x630) { PART("ذو"), PART("ذي"), PART("ذا") },
    ROW(0x631) { PART("ربيع") },
    ROW(0x633) { WHOLE("سبتمبر") },
    ROW(0x634) { WHOLE("شباط"), WHOLE("شتنبر"), WHOLE("شتمبر") },
    ROW(0x63A) { WHOLE("غشت") },
    ROW(0x641) { WHOLE("فبراير"), WHOLE("فيفري") },
    ROW(0x643) { WHOLE("كيهك"), PART("كانون") },
    ROW(0x645) { WHOLE("مارس"), WHOLE("مايو") },
    ROW(0x646) { WHOLE("نوفمبر"), WHOLE("نونبر") },
    ROW(0x647) { WHOLE("هاتور") },
    ROW(0x64A) { WHOLE("يناير"), WHOLE("يونيو"), WHOLE("يونيه"),
                 WHOLE("يوليو"), WHOLE("يوليه"), WHOLE("يوليوز") },
};

/* What makes a month of the part before it. */
static const struct name ordinals[] = {
    N("الاول"), N("الثاني"), N("الاخر"), N("الاولي"), N("الاخره"),
    N("الثانيه"), N("اول"), N("ثاني"), N("اخر"), N("القعده"), N("الحجه"),
    N("قعده"), N("حجه"),
};

/* Months beside a number only. كانون and تشرين are here for كانون 2. */
static const struct name wary_months[] = {
    /* Levantine, Maghrebi */
    N("اب"), N("نيسان"), N("كانون"), N("تشرين"), N("ماي"), N("جوان"),
    N("اوت"),
    /* Hijri, Coptic */
    N("محرم"), N("رجب"), N("شعبان"), N("رمضان"), N("شوال"), N("توت"),
    N("بابه"), N("طوبه"), N("ابيب"), N("مسري"),
    /* English, French */
    N("january"), N("february"), N("march"), N("april"), N("may"), N("june"),
    N("july"), N("august"), N("september"), N("october"), N("november"),
    N("december"), N("jan"), N("feb"), N("mar"), N("apr"), N("jun"), N("jul"),
    N("aug"), N("sep"), N("sept"), N("oct"), N("nov"), N("dec"),
    N("janvier"), N("fevrier"), N("mars"), N("avril"), N("mai"), N("juin"),
    N("juillet"), N("aout"), N("septembre"), N("octobre"), N("novembre"),
    N("decembre"),
};

/* Units of time, alone, dual, plural, and as they stand behind numbers. */
static const struct name units[] = {
    N("لحظه"), N("لحظات"), N("ثانيه"), N("ثواني"), N("ثوان"), N("ثانيتين"),
    N("ثانيتان"), N("دقيقه"), N("دقايق"), N("دقيقتين"), N("دقيقتان"),
    N("ساعه"), N("ساعات"), N("ساعتين"), N("ساعتان"), N("يوم"), N("يوما"),
    N("ايام"), N("يومين"), N("يومان"), N("اسبوع"), N("اسبوعا"), N("اسابيع"),
    N("اسبوعين"), N("اسبوعان"), N("شهر"), N("شهرا"), N("اشهر"), N("شهور"),
    N("شهرين"), N("شهران"), N("سنه"), N("سنوات"), N("سنين"), N("سنتين"),
    N("سنتان"), N("عام"), N("عاما"), N("اعوام"), N("عامين"), N("عامان"),
};

#define IS_ONE_OF(word, names) \
    is_one_of((word), (names), sizeof(names) / sizeof(names)[0])

static bool
is_name(struct str word, const struct name *name)
{
    return word.len == name->len &&
           memcmp(word.ptr, name->bytes, word.len) == 0;
}

static bool
is_one_of(struct str word, const struct name *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (is_name(word, &names[i]))
            return true;
    return false;
}

static enum month_kind
month_kind_of(struct str word)
{
    size_t at = 0;
    uint32_t letter;

    /* The article starts a quarter of all words and no month. */
    if (word.len < 4 || memcmp(word.ptr, "ال", 4) == 0)
        return MONTH_NOT;
    letter = utf8_next(word, &at) - FIRST_LETTER;
    if (letter >= N_LETTERS)
        return MONTH_NOT;

    const struct month *m = months[letter];

    for (; m->kind != MONTH_NOT; m++)
        /* The second letter, before the call of memcmp. */
        if (m->name.bytes[3] == word.ptr[3] && is_name(word, &m->name))
            return m->kind;
    return MONTH_NOT;
}

/* A word without the digits glued to it: 15يناير2024. */
static struct str
trim_digits(struct str word)
{
    size_t beg = 0, end = word.len;

    while (beg < end && is_digit(word.ptr[beg]))
        beg++;
    while (end > beg && is_digit(word.ptr[end - 1]))
        end--;
    return str_slice(word, beg, end);
}

static size_t
count_digits(struct str s)
{
    size_t n = 0;

    while (n < s.len && is_digit(s.ptr[n]))
        n++;
    return n;
}

/* Whether the word [beg, end) of s has a digit at its ends or beside it. */
static bool
touches_number(struct str s, size_t beg, size_t end)
{
    return is_digit(s.ptr[beg]) || is_digit(s.ptr[end - 1]) ||
           (beg >= 2 && is_digit(s.ptr[beg - 2])) ||
           (end + 1 < s.len && is_digit(s.ptr[end + 1]));
}

/* Whether the word [beg, end), which touches a number, is a month. */
static bool
is_wary_month(struct str folded, size_t beg, size_t end)
{
    struct str core = trim_digits(str_slice(folded, beg, end));

    if (core.len < 3)
        return false;
    /* صفر is zero too, as in match results: a year has to follow. */
    if (str_eq(core, STR("صفر")))
        return end < folded.len &&
               count_digits(str_slice(folded, end + 1, folded.len)) == 4;
    return month_kind_of(core) == MONTH_WHOLE || IS_ONE_OF(core, wary_months);
}

static bool
has_ordinal_at(struct str folded, size_t beg)
{
    struct words rest = { str_slice(folded, beg, folded.len) };
    struct str word;

    return words_next(&rest, &word) && IS_ONE_OF(word, ordinals);
}

/* Whether the word [beg, end) of folded text names a month. */
static bool
is_month(struct str folded, size_t beg, size_t end)
{
    enum month_kind kind = month_kind_of(str_slice(folded, beg, end));

    if (kind == MONTH_WHOLE)
        return true;
    if (kind == MONTH_PART && end < folded.len &&
        has_ordinal_at(folded, end + 1))
        return true;
    return touches_number(folded, beg, end) &&
           is_wary_month(folded, beg, end);
}

bool
dates_has_month(struct str folded)
{
    size_t beg = 0;

    while (beg < folded.len) {
        const char *space = memchr(folded.ptr + beg, ' ', folded.len - beg);
        size_t end = space ? (size_t)(space - folded.ptr) : folded.len;

        if (is_month(folded, beg, end))
            return true;
        beg = end + 1;
    }
    return false;
}

static bool
has_digit(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (is_digit(s.ptr[i]))
            return true;
    return false;
}

struct number {
    uint32_t value;
    uint32_t n_digits;
    uint32_t separator;     /* the one character since the last number, or 0 */
};

/* Hijri years of the last century and a half, and ours. */
static bool
is_year(struct number n)
{
    return n.n_digits == 4 && ((n.value >= 1300 && n.value < 1500) ||
                               (n.value >= 1900 && n.value < 2100));
}

/* A day and a month in either order. */
static bool
is_day_and_month(struct number a, struct number b)
{
    return a.n_digits <= 2 && b.n_digits <= 2 && a.value > 0 && b.value > 0 &&
           ((a.value <= 31 && b.value <= 12) ||
            (a.value <= 12 && b.value <= 31));
}

/* Find the next number of a text, folded or not, at or after *at. Marks and
 * controls do not separate: CLDR's short date has U+200F before its slashes. */
static bool
next_number(struct str raw, size_t *at, struct number *n)
{
    uint32_t n_between = 0, separator = 0;

    *n = (struct number){ 0, 0, 0 };
    while (*at < raw.len) {
        size_t next = *at;
        uint32_t cp = utf8_next(raw, &next);
        enum char_class class = char_classify(cp);

        if (class == CHAR_DIGIT) {
            /* The low four bits are the digit's value in all three rows. */
            if (n->n_digits < 9)
                n->value = n->value * 10 + (cp & 0xF);
            n->n_digits++;
        } else if (n->n_digits > 0) {
            break;
        } else if (class != CHAR_IGNORED && class != CHAR_MARK) {
            separator = cp;
            n_between++;
        }
        *at = next;
    }
    n->separator = n_between == 1 ? separator : 0;
    return n->n_digits > 0;
}

/* 15 01 2024, 2024 01 15: what folding leaves of a date, whatever stood
 * between. An era or a time may stick to its end (2024م, 15T10:30). */
static bool
is_folded_date(const struct number n[3])
{
    return n[1].separator == ' ' && n[2].separator == ' ' &&
           ((is_day_and_month(n[0], n[1]) && is_year(n[2])) ||
            (is_year(n[0]) && is_day_and_month(n[1], n[2])));
}

/* 15/01/24, which is too little to tell once its slashes are folded away. */
static bool
is_short_date(const struct number n[3])
{
    return (n[2].separator == '/' || n[2].separator == '-') &&
           n[1].separator == n[2].separator &&
           is_day_and_month(n[0], n[1]) && n[2].n_digits == 2;
}

/* 10:30; the number before them does not matter. */
static bool
is_clock_time(const struct number n[3])
{
    return n[2].separator == ':' && n[1].n_digits > 0 &&
           n[1].n_digits <= 2 && n[1].value <= 24 && n[2].n_digits == 2 &&
           n[2].value < 60;
}

/* Whether any three numbers running pass the test; those before the first of
 * the text have no digits. */
static bool
has_numbers(struct str s, bool (*test)(const struct number n[3]))
{
    struct number n[3] = { { 0, 0, 0 } };
    size_t at = 0;

    while (next_number(s, &at, &n[2])) {
        if (test(n))
            return true;
        n[0] = n[1];
        n[1] = n[2];
    }
    return false;
}

static bool
is_relative(struct str folded)
{
    struct words it = words_begin(folded);
    struct str word;

    if (!words_next(&it, &word) ||
        (!str_eq(word, STR("منذ")) && !str_eq(word, STR("قبل"))))
        return false;
    while (words_next(&it, &word))
        if (IS_ONE_OF(trim_digits(word), units))
            return true;
    return false;
}

bool
dates_is_date_line(struct str raw, struct str folded, uint32_t n_words)
{
    if (n_words > DATE_WORDS)
        return false;
    if (n_words <= RELATIVE_WORDS && is_relative(folded))
        return true;
    if (!has_digit(folded))
        return false;
    return dates_has_month(folded) || has_numbers(folded, is_folded_date) ||
           has_numbers(raw, is_short_date) ||
           (n_words <= CLOCK_WORDS && has_numbers(raw, is_clock_time));
}

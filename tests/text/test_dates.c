/* test_dates.c - which words are months and which lines are dates. Examples of
 * whole lines are in tests/spec/dates.txt; here each bound and each name. */
#include "text/dates.h"

#include "check.h"
#include "text/arabic.h"
#include "text/words.h"

enum { FOLD_MAX = 1000 };

static bool
has_month(const char *text)
{
    char folded[FOLD_MAX];

    return dates_has_month((struct str){
        folded, fold_text(str_of(text), folded, FOLD_MAX)
    });
}

static bool
is_date(const char *text)
{
    char bytes[FOLD_MAX];
    struct str folded = { bytes, fold_text(str_of(text), bytes, FOLD_MAX) };

    return dates_is_date_line(str_of(text), folded, words_count(folded));
}

static void
check_months(const char *const *names, size_t n, bool is_alone)
{
    for (size_t i = 0; i < n; i++) {
        char text[200];

        snprintf(text, sizeof text, "%s", names[i]);
        if (!CHECK_INT(has_month(text), is_alone))
            printf("    in: %s\n", text);
        snprintf(text, sizeof text, "يوم 15 %s 2024", names[i]);
        if (!CHECK(has_month(text)))
            printf("    in: %s\n", text);
        snprintf(text, sizeof text, "مثل x%s 2024", names[i]);
        if (!CHECK(!has_month(text)))
            printf("    in: %s\n", text);
    }
}

#define CHECK_MONTHS(names, is_alone) \
    check_months((names), sizeof(names) / sizeof(names)[0], (is_alone))

static void
test_names_of_months_are_known(void)
{
    static const char *const names[] = {
        "يناير", "فبراير", "مارس", "أبريل", "ابريل", "إبريل", "مايو", "يونيو",
        "يونيه", "يوليو", "يوليه", "أغسطس", "اغسطس", "سبتمبر", "أكتوبر",
        "نوفمبر", "ديسمبر",
        "شباط", "آذار", "اذار", "أيار", "أيّار", "حزيران", "تموز", "تمّوز",
        "أيلول",
        "جانفي", "فيفري", "أفريل", "جويلية",
        "يوليوز", "غشت", "شتنبر", "نونبر", "دجنبر", "أغشت", "شتمبر", "دجمبر",
        "هاتور", "كيهك", "أمشير", "برمهات", "برمودة", "بشنس", "بؤونة",
        "كانون الثاني", "كانون الأول", "تشرين الأول", "تشرين الثاني",
        "تشري الأوّل",
        "ربيع الأول", "ربيع الآخر", "ربيع الثاني", "جمادى الأولى",
        "جمادى الآخرة", "جمادى الثانية", "ذو القعدة", "ذي القعدة", "ذو الحجة",
        "ذي الحجة",
        "ينـاير",
    };

    CHECK_MONTHS(names, true);
}

static void
test_names_that_are_words_too_need_a_number(void)
{
    static const char *const names[] = {
        "آب", "نيسان", "كانون", "تشرين", "ماي", "جوان", "أوت",
        "محرم", "صفر", "رجب", "شعبان", "رمضان", "شوال",
        "توت", "بابه", "طوبة", "أبيب", "مسرى",
        "January", "february", "MARCH", "April", "May", "June", "July",
        "August", "September", "October", "November", "December", "Jan", "Feb",
        "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet",
        "août", "septembre", "octobre", "novembre", "décembre",
    };

    CHECK_MONTHS(names, false);
}

static void
test_number_may_be_on_either_side_of_a_month(void)
{
    CHECK(has_month("15 آب"));
    CHECK(has_month("آب 2024"));
    CHECK(has_month("15آب2024"));
    CHECK(has_month("2024يناير"));
    CHECK(has_month("10 تشرين2 2018"));
    CHECK(has_month("كانون 2"));
    CHECK(!has_month("آب أغنى 2024"));
    CHECK(!has_month("2024 قال آب"));
}

static void
test_zero_is_a_month_only_before_a_year(void)
{
    CHECK(has_month("15 صفر 1445"));
    CHECK(!has_month("فوز الأهلي 2 صفر"));
    CHECK(!has_month("2 صفر 0"));
    CHECK(!has_month("5 صفر"));
}

static void
test_parts_of_months_are_not_months(void)
{
    CHECK(!has_month("ربيع عربي"));
    CHECK(!has_month("ذو الفقار"));
    CHECK(!has_month("الثاني كانون"));
    CHECK(!has_month("جمادى"));
    CHECK(!has_month(""));
    CHECK(!has_month("15"));
    CHECK(!has_month("يناي فبراي"));
}

static void
test_month_and_number_make_a_date_line(void)
{
    CHECK(is_date("15 يناير 2024"));
    CHECK(is_date("يناير 2024"));
    CHECK(is_date("نشر في الخميس ٢٥ يوليو ٢٠٢٤"));
    CHECK(!is_date("يناير وفبراير"));
}

static void
test_fourteen_words_are_the_limit(void)
{
    CHECK(is_date("1 2 3 4 5 6 7 8 9 10 11 12 13 يناير"));
    CHECK(!is_date("0 1 2 3 4 5 6 7 8 9 10 11 12 13 يناير"));
}

static void
test_three_numbers_make_a_date_line(void)
{
    CHECK(is_date("12/05/2020"));
    CHECK(is_date("2020-05-12"));
    CHECK(is_date("2020.5.12"));
    CHECK(is_date("12 \u200F/05\u200F/ 2020م"));
    CHECK(is_date("١٥/٠١/١٤٤٥هـ"));
    CHECK(is_date("05/28/2020"));
    CHECK(is_date("2024-01-15T10:30:00Z"));
    CHECK(!is_date("13/13/2020"));
    CHECK(!is_date("32/01/2020"));
    CHECK(!is_date("00/01/2020"));
    CHECK(!is_date("12 05 3020"));
    CHECK(!is_date("1 2 3"));
    CHECK(!is_date("12 في 05 2020"));
    CHECK(!is_date("12 05 في 2020"));
    CHECK(!is_date("0555 123 2020"));
}

static void
test_years_of_two_digits_need_slashes_or_hyphens(void)
{
    CHECK(is_date("15/01/24"));
    CHECK(is_date("05-12-08"));
    CHECK(is_date("١٥\u200F/٠١\u200F/٢٤"));
    CHECK(!is_date("15 01 24"));
    CHECK(!is_date("الإصدار 1.2.10"));
    CHECK(!is_date("15/01-24"));
    CHECK(!is_date("15/41/24"));
    CHECK(!is_date("15/01/245"));
}

static void
test_relative_times_are_date_lines(void)
{
    CHECK(is_date("منذ ساعتين"));
    CHECK(is_date("منذ 3 أيام"));
    CHECK(is_date("قبل ١٥ دقيقة"));
    CHECK(is_date("قبل 3ساعات"));
    CHECK(is_date("منذ شهرًا"));
    CHECK(is_date("منذ a b c d e يوم"));
    CHECK(!is_date("منذ a b c d e f يوم"));     /* eight words */
    CHECK(!is_date("منذ الحرب"));
    CHECK(!is_date("كان منذ ساعة"));
    CHECK(!is_date("ساعتين"));
    CHECK(!is_date("منذ"));
}

static void
test_clock_times_are_date_lines_when_short(void)
{
    CHECK(is_date("10:30"));
    CHECK(is_date("الساعة ١٠:٣٠ مساء"));
    CHECK(is_date("a b c d 9:05"));                 /* six words */
    CHECK(!is_date("a b c d e 9:05"));
    CHECK(!is_date("25:30"));
    CHECK(!is_date("10:60"));
    CHECK(!is_date("10:3"));
    CHECK(!is_date("البقرة 2:255"));
    CHECK(!is_date("10 : 30"));
    CHECK(!is_date(":30"));
    CHECK(!is_date("123:30"));
    CHECK(!is_date("010:30"));
}

static void
test_other_lines_are_not_dates(void)
{
    CHECK(!is_date(""));
    CHECK(!is_date("الأخبار"));
    CHECK(!is_date("2024"));
    CHECK(!is_date("123456789012345678901234567890"));
    CHECK(!is_date("أهم 10 نصائح"));
}

int
main(void)
{
    test_names_of_months_are_known();
    test_names_that_are_words_too_need_a_number();
    test_number_may_be_on_either_side_of_a_month();
    test_zero_is_a_month_only_before_a_year();
    test_parts_of_months_are_not_months();
    test_month_and_number_make_a_date_line();
    test_fourteen_words_are_the_limit();
    test_three_numbers_make_a_date_line();
    test_years_of_two_digits_need_slashes_or_hyphens();
    test_relative_times_are_date_lines();
    test_clock_times_are_date_lines_when_short();
    test_other_lines_are_not_dates();
    return check_summary();
}

/* test_lexicon.c - how phrases match, and what a file of them may hold. The
 * files that ship have a test of their own. */
#include "rules/lexicon.h"

#include "check.h"
#include "finding.h"
#include "rules/lexicon_parts.h"
#include "text/arabic.h"
#include "text/words.h"

#define BIT(name) (1u << LEXICON_##name)

static struct store store;
static struct rule_findings errors;

static struct lexicon *
empty_lexicon(void)
{
    store_free(&store);
    errors = (struct rule_findings){ .store = &store };
    return lexicon_new(&store);
}

/* A frozen lexicon of one file; its first line need not be written. */
static struct lexicon *
lexicon_of(const char *text)
{
    struct lexicon *lexicon = empty_lexicon();
    char file[2048];
    int len = snprintf(file, sizeof file, "#!rule 1\n%s", text);

    lexicon_add_file(lexicon, "x.rule", (struct str){ file, (size_t)len },
                     &errors);
    CHECK(lexicon_freeze(lexicon));
    return lexicon;
}

static uint32_t
groups_of(const struct lexicon *lexicon, struct str text)
{
    char folded[4096];
    size_t len = fold_text(text, folded, sizeof folded);
    struct str s = { folded, len };

    CHECK(len <= sizeof folded);
    return lexicon_match(lexicon, s, words_count(s));
}

static uint32_t
match(const struct lexicon *lexicon, const char *text)
{
    return groups_of(lexicon, str_of(text));
}

/* `text` in front of or behind as many words "كلمة" as make n words of it. */
static const char *
padded(const char *text, uint32_t n, bool behind)
{
    static char line[4096];
    uint32_t more = n - words_count(str_of(text));
    size_t len = 0;

    line[0] = '\0';
    if (behind)
        len += (size_t)sprintf(line, "%s", text);
    while (more-- > 0)
        len += (size_t)sprintf(line + len, " كلمه ");
    if (!behind)
        sprintf(line + len, "%s", text);
    return line;
}

/* -- how phrases match ---------------------------------------------------- */

static void
test_groups_have_names(void)
{
    CHECK_STR(str_of(lexicon_group_name(LEXICON_related)), "related");
    CHECK_STR(str_of(lexicon_group_name(LEXICON_caption)), "caption");
    CHECK(N_LEXICON_GROUPS <= 32);
}

static void
test_a_line_is_the_whole_block(void)
{
    struct lexicon *x = lexicon_of("[lexicon related]\nline: \"ذات صلة\"\n");

    CHECK_INT(match(x, "ذاتُ صِــلَةٍ:"), BIT(related));
    CHECK_INT(match(x, "* ذات صله *"), BIT(related));
    CHECK_INT(match(x, "مواضيع ذات صلة"), 0);
    CHECK_INT(match(x, "ذات صلة وثيقة"), 0);
}

static void
test_numbers_at_either_end_of_a_line_do_not_count(void)
{
    struct lexicon *x = lexicon_of("[lexicon comments]\n"
                                   "line: \"تعليقات\" | \"خطأ 404\"\n");

    CHECK_INT(match(x, "تعليقات (12)"), BIT(comments));
    CHECK_INT(match(x, "١٢ تعليقات"), BIT(comments));
    CHECK_INT(match(x, "1,204 تعليقات 3"), BIT(comments));
    CHECK_INT(match(x, "خطأ 404"), BIT(comments));
    CHECK_INT(match(x, "خطأ"), 0);
    CHECK_INT(match(x, "تعليقات12"), 0);
    CHECK_INT(match(x, "12"), 0);
    CHECK_INT(match(x, "2x تعليقات"), 0);
    CHECK_INT(match(x, ""), 0);
}

static void
test_a_line_may_be_longer_than_a_short_block(void)
{
    char text[1024];
    const char *line = padded("احفظ", 30, true);
    struct lexicon *x;

    snprintf(text, sizeof text, "[lexicon comments]\nline: \"%s\"\n", line);
    x = lexicon_of(text);
    CHECK_INT(errors.n, 0);
    CHECK_INT(match(x, padded("احفظ", 30, true)), BIT(comments));
    CHECK_INT(match(x, padded("احفظ", 31, true)), 0);
}

static void
test_a_start_begins_a_block_of_20_words(void)
{
    struct lexicon *x = lexicon_of("[lexicon related]\n"
                                   "start: \"اقرأ أيضا\"\n");

    CHECK_INT(match(x, "إقرأ أيضًا: خبر"), BIT(related));
    CHECK_INT(match(x, padded("اقرا ايضا", 20, true)), BIT(related));
    CHECK_INT(match(x, padded("اقرا ايضا", 21, true)), 0);
    CHECK_INT(match(x, padded("اقرا ايضا", 4, false)), 0);
    CHECK_INT(match(x, "اقرأ أيضاكم"), 0);
}

static void
test_an_inside_stands_anywhere_in_25_words(void)
{
    struct lexicon *x = lexicon_of("[lexicon footer]\n"
                                   "inside: \"الحقوق محفوظة\"\n");

    CHECK_INT(match(x, "جميع الحقوق محفوظة © 2024 للجريدة"), BIT(footer));
    CHECK_INT(match(x, padded("الحقوق محفوظه", 25, false)), BIT(footer));
    CHECK_INT(match(x, padded("الحقوق محفوظه", 26, false)), 0);
    CHECK_INT(match(x, "والحقوق محفوظة"), 0);
    CHECK_INT(match(x, "الحقوق كلها محفوظة"), 0);
}

static void
test_a_tail_ends_a_block_of_25_words(void)
{
    struct lexicon *x = lexicon_of("[lexicon read_more]\n"
                                   "tail: \"اضغط هنا\"\n");

    CHECK_INT(match(x, "للتسجيل إضغط هنا ..."), BIT(read_more));
    CHECK_INT(match(x, padded("اضغط هنا", 25, false)), BIT(read_more));
    CHECK_INT(match(x, padded("اضغط هنا", 26, false)), 0);
    CHECK_INT(match(x, "اضغط هنا الآن"), 0);
}

/* A phrase of 40 words keeps long blocks from being passed over unread. */
static void
test_long_blocks_hit_by_the_whole_line_only(void)
{
    char text[1024];
    struct lexicon *x;

    snprintf(text, sizeof text,
             "[lexicon share]\nstart: \"شارك\"\n"
             "[lexicon footer]\ninside: \"حقوق\"\n"
             "[lexicon read_more]\ntail: \"هنا\"\n"
             "[lexicon comments]\nline: \"%s\"\n", padded("احفظ", 40, true));
    x = lexicon_of(text);
    CHECK_INT(match(x, padded("شارك", 26, true)), 0);
    CHECK_INT(match(x, padded("حقوق", 26, true)), 0);
    CHECK_INT(match(x, padded("هنا", 26, false)), 0);
    CHECK_INT(match(x, padded("هنا", 25, false)), BIT(read_more));
    CHECK_INT(match(x, padded("احفظ", 40, true)), BIT(comments));
}

static void
test_a_block_hits_all_its_groups(void)
{
    struct lexicon *x = lexicon_of("[lexicon share]\nstart: \"شارك\"\n"
                                   "[lexicon comments]\n"
                                   "line: \"شارك تعليق\"\n"
                                   "[lexicon tags]\ninside: \"تعليق\"\n");

    CHECK_INT(match(x, "شارك تعليق"), BIT(share) | BIT(comments) | BIT(tags));
    CHECK_INT(match(x, "شارك الآن"), BIT(share));
}

static void
test_one_phrase_may_be_of_several_groups_and_kinds(void)
{
    struct lexicon *x = lexicon_of("[lexicon share]\nstart: \"شارك\"\n"
                                   "[lexicon footer]\n"
                                   "tail: \"شارِك\" | \"شارك!\"\n");

    CHECK_INT(x->literals.n, 1);
    CHECK_INT(match(x, "شارك اليوم"), BIT(share));
    CHECK_INT(match(x, "اليوم شارك"), BIT(footer));
    CHECK_INT(match(x, "شارك"), BIT(share) | BIT(footer));
}

static void
test_a_lexicon_without_phrases_hits_nothing(void)
{
    struct lexicon *x = lexicon_of("");

    CHECK_INT(match(x, "شارك"), 0);
    CHECK_INT(errors.n, 0);
    x = empty_lexicon();
    CHECK_INT(match(x, "شارك"), 0);
}

/* -- what a file may hold ------------------------------------------------- */

static void
check_refused(const char *text, uint32_t line, uint32_t column,
              const char *message)
{
    struct lexicon *x = lexicon_of(text);

    CHECK_INT(x->n_phrases, 0);
    CHECK_INT(x->n_proofs, 0);
    if (!CHECK_INT(errors.n, 1))
        return;
    CHECK_INT(errors.items[0].line, line);
    CHECK_INT(errors.items[0].column, column);
    CHECK_STR(message_of(&errors.items[0]), message);
}

static void
test_wrong_sections_and_keys_are_refused(void)
{
    check_refused("[lexicom share]\nline: \"أ\"\n", 2, 2,
                  "not a section of a lexicon "
                  "⟦lexicom⟧, did you mean 'lexicon'?");
    check_refused("[lexicon sahre]\nline: \"أ\"\nx: y\n", 2, 10,
                  "no such group ⟦sahre⟧, did you mean 'share'?");
    check_refused("[lexicon]\nline: \"أ\"\n", 2, 9, "no such group");
    check_refused("[lexicon share]\nlien: \"أ\"\n", 3, 1,
                  "no such key ⟦lien⟧, did you mean 'line'?");
    check_refused("line: \"أ\"\n", 2, 1,
                  "no [lexicon GROUP] above this line ⟦line⟧");
    check_refused("[lexicon share]\nline+1: \"أ\"\n", 3, 5,
                  "this key has no suffix ⟦+1⟧");
}

static void
test_only_plain_phrases_are_taken(void)
{
    check_refused("[lexicon share]\nline: \"أ\" | /ب/\n", 3, 14,
                  "only \"phrases\" stand in a lexicon ⟦ب⟧");
    check_refused("[lexicon share]\nline: \"أ\" | .share\n", 3, 13,
                  "only \"phrases\" stand in a lexicon ⟦.share⟧");
    check_refused("[lexicon share]\nline: *\"أ\"\n", 3, 9,
                  "a phrase of a lexicon stands alone ⟦أ⟧");
    check_refused("[lexicon share]\nline: \"أ\" last\n", 3, 8,
                  "a phrase of a lexicon stands alone ⟦أ⟧");
    check_refused("[lexicon share]\nline: \"أ\" -> /ب/\n", 3, 8,
                  "a phrase of a lexicon stands alone ⟦أ⟧");
    check_refused("[lexicon share]\nline: \"—\" | \"أ\"\n", 3, 8,
                  "nothing is left of this, folded ⟦—⟧");
    check_refused("[lexicon share]\nyes: \"أ\" \"ب\"\n", 3, 10,
                  "\" | \" or nothing follows a value ⟦\"ب\"⟧");
}

static void
test_a_phrase_may_be_as_long_as_the_limit(void)
{
    char text[700], phrase[514];
    struct lexicon *x;

    memset(phrase, 'x', sizeof phrase);
    snprintf(text, sizeof text, "[lexicon ad]\nline: \"%.512s\"\n", phrase);
    x = lexicon_of(text);
    CHECK_INT(errors.n, 0);
    CHECK_INT(x->n_phrases, 1);
    snprintf(text, sizeof text, "[lexicon ad]\nline: \"%.513s\"\n", phrase);
    lexicon_of(text);
    CHECK_INT(errors.n, 1);
}

static void
test_a_file_with_an_error_adds_nothing_and_the_others_stay(void)
{
    struct lexicon *x = empty_lexicon();

    CHECK(lexicon_add_file(x, "a", STR("#!rule 1\n[lexicon ad]\n"
                                       "line: \"أ\"\n"), &errors));
    CHECK(!lexicon_add_file(x, "b", STR("#!rule 1\n[lexicon ad]\n"
                                        "line: \"ب\"\nyes: \"ب\"\nx: y\n"),
                            &errors));
    CHECK(lexicon_add_file(x, "c", STR("#!rule 1\n[lexicon ad]\n"
                                       "line: \"ج\"\n"), &errors));
    CHECK(lexicon_freeze(x));
    CHECK_INT(errors.n, 1);
    CHECK_STR(str_of(errors.items[0].file), "b");
    CHECK_INT(match(x, "أ"), BIT(ad));
    CHECK_INT(match(x, "ب"), 0);
    CHECK_INT(match(x, "ج"), BIT(ad));
    CHECK_INT(lexicon_prove(x, &errors), 0);
}

static void
test_proofs_that_fail_are_told_with_their_place(void)
{
    struct lexicon *x = lexicon_of("[lexicon share]\nstart: \"شارك\"\n"
                                   "yes: \"شارك:\" | \"مشاركة\"\n"
                                   "no: \"شارك الوفد في المؤتمر\"\n"
                                   "no: \"لا شيء\"\n");

    CHECK_INT(lexicon_prove(x, &errors), 4);
    CHECK_INT(errors.n, 2);
    CHECK_STR(str_of(errors.items[0].file), "x.rule");
    CHECK_INT(errors.items[0].line, 4);
    CHECK_INT(errors.items[0].column, 17);
    CHECK_STR(message_of(&errors.items[0]),
              "a yes: line is not hit by its group ⟦مشاركة⟧");
    CHECK_INT(errors.items[1].line, 5);
    CHECK_STR(message_of(&errors.items[1]),
              "a no: line is hit by its group ⟦شارك الوفد في المؤتمر⟧");
}

int
main(void)
{
    test_groups_have_names();
    test_a_line_is_the_whole_block();
    test_numbers_at_either_end_of_a_line_do_not_count();
    test_a_line_may_be_longer_than_a_short_block();
    test_a_start_begins_a_block_of_20_words();
    test_an_inside_stands_anywhere_in_25_words();
    test_a_tail_ends_a_block_of_25_words();
    test_long_blocks_hit_by_the_whole_line_only();
    test_a_block_hits_all_its_groups();
    test_one_phrase_may_be_of_several_groups_and_kinds();
    test_a_lexicon_without_phrases_hits_nothing();
    test_wrong_sections_and_keys_are_refused();
    test_only_plain_phrases_are_taken();
    test_a_phrase_may_be_as_long_as_the_limit();
    test_a_file_with_an_error_adds_nothing_and_the_others_stay();
    test_proofs_that_fail_are_told_with_their_place();
    store_free(&store);
    return check_summary();
}

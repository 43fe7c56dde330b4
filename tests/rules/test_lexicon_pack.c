/* test_lexicon_pack.c - the phrases that ship: proved, written once, and silent
 * on sentences.
 *
 * Usage: test_lexicon_pack [FOLDER]; rules/generic where none is named.
 */
#define _POSIX_C_SOURCE 200809L

#include "rules/lexicon.h"

#include <dirent.h>
#include <stdlib.h>

#include "check.h"
#include "finding.h"
#include "rules/lexicon_parts.h"
#include "text/arabic.h"
#include "text/words.h"

#define BIT(name) (1u << LEXICON_##name)

static struct store store;
static struct rule_findings errors = { .store = &store };

static uint32_t
match(const struct lexicon *lexicon, const char *text)
{
    char folded[1024];
    size_t len = fold_text(str_of(text), folded, sizeof folded);
    struct str s = { folded, len };

    CHECK(len <= sizeof folded);
    return lexicon_match(lexicon, s, words_count(s));
}

/* -- the files ------------------------------------------------------------ */

static char *
read_file(const char *path, size_t *len)
{
    FILE *f = fopen(path, "rb");
    char *bytes = malloc(1 << 20);

    if (!f || !bytes) {
        perror(path);
        exit(2);
    }
    *len = fread(bytes, 1, 1 << 20, f);
    fclose(f);
    return bytes;
}

static size_t
add_folder(struct lexicon *lexicon, const char *folder)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    size_t n = 0;

    if (!dir) {
        perror(folder);
        exit(2);
    }
    while ((entry = readdir(dir))) {
        char path[512];
        size_t len;
        char *bytes;

        if (!str_ends(str_of(entry->d_name), STR(".rule")))
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        bytes = read_file(path, &len);
        CHECK(lexicon_add_file(lexicon, path, (struct str){ bytes, len },
                               &errors));
        free(bytes);
        n++;
    }
    closedir(dir);
    return n;
}

static struct lexicon *
shipped_lexicon(const char *folder)
{
    struct lexicon *lexicon = lexicon_new(&store);

    CHECK(add_folder(lexicon, folder) >= 7);
    CHECK(lexicon_freeze(lexicon));
    return lexicon;
}

static void
test_the_shipped_files_prove_themselves(const struct lexicon *x)
{
    CHECK(lexicon_prove(x, &errors) > 300);
    CHECK_INT(errors.n, 0);
    for (size_t i = 0; i < errors.n; i++)
        printf("%s:%" PRIu32 ":%" PRIu32 ": %s\n", errors.items[i].file,
               errors.items[i].line, errors.items[i].column,
               message_of(&errors.items[i]).ptr);
}

static void
test_every_group_has_phrases_and_proofs(const struct lexicon *x)
{
    size_t phrases[N_LEXICON_GROUPS] = { 0 };
    size_t yes[N_LEXICON_GROUPS] = { 0 }, no[N_LEXICON_GROUPS] = { 0 };

    for (size_t i = 0; i < x->n_phrases; i++)
        phrases[x->phrases[i].group]++;
    for (size_t i = 0; i < x->n_proofs; i++)
        (x->proofs[i].is_yes ? yes : no)[x->proofs[i].group]++;
    for (size_t g = 0; g < N_LEXICON_GROUPS; g++)
        if (!CHECK(phrases[g] >= 20 && yes[g] >= 3 && no[g] >= 3))
            printf("    group %s\n", lexicon_group_name((enum lexicon_group)g));
}

static int
compare_phrases(const void *a, const void *b)
{
    struct str x = (*(const struct lexicon_phrase *const *)a)->folded;
    struct str y = (*(const struct lexicon_phrase *const *)b)->folded;
    int order = memcmp(x.ptr, y.ptr, x.len < y.len ? x.len : y.len);

    return order ? order : (x.len > y.len) - (x.len < y.len);
}

/* The start and the tail of one group: no kind is both and not inside. */
static bool
may_be_twice(const struct lexicon_phrase *a, const struct lexicon_phrase *b)
{
    return a->group == b->group && a->kind != b->kind &&
           (a->kind == LEXICON_START || a->kind == LEXICON_TAIL) &&
           (b->kind == LEXICON_START || b->kind == LEXICON_TAIL);
}

static void
test_no_phrase_is_written_twice(const struct lexicon *x)
{
    const struct lexicon_phrase **list = malloc(x->n_phrases * sizeof *list);

    if (!CHECK(list != NULL))
        return;
    for (size_t i = 0; i < x->n_phrases; i++)
        list[i] = &x->phrases[i];
    qsort(list, x->n_phrases, sizeof *list, compare_phrases);
    for (size_t i = 1; i < x->n_phrases; i++)
        if (!CHECK(!str_eq(list[i - 1]->folded, list[i]->folded) ||
                   may_be_twice(list[i - 1], list[i])))
            printf("    [%.*s] in %s\n", (int)list[i]->folded.len,
                   list[i]->folded.ptr, lexicon_group_name(list[i]->group));
    free(list);
}

/* -- what they hit -------------------------------------------------------- */

static const struct {
    uint32_t groups;
    const char *text;
} boilerplate[] = {
    { BIT(related), "إقــرأ أيضــاً : عنوان خبر آخر" },
    { BIT(related), "﴾ اقرأ أيضًا ﴿" },
    { BIT(related), "ﺍﻗﺮﺃ ﺃﻳﻀﺎ" },
    { BIT(related), "أخبار ذات صله" },
    { BIT(related), "\u200Fقد يهمّك أيضاً" },
    { BIT(related), "À LIRE AUSSI : Un titre" },
    { BIT(most_read), "الاكثر قراءه" },
    { BIT(most_read), "آخــر الأخبــار" },
    { BIT(most_read), "LES PLUS LUS" },
    { BIT(read_more), "المزيد ..." },
    { BIT(read_more), "أكمل القراءة »" },
    { BIT(ticker), "عـــاجل" },
    { BIT(comments), "٠ تعليق" },
    { BIT(comments), "اترك تعليقاً على هذا الخبر" },
    { BIT(comments), "البريد الالكترونى *" },
    { BIT(navigation), "الرئيسيه" },
    { BIT(navigation), "الرئيسية / أخبار / محليات" },
    { BIT(navigation), "1 2 3 ... 20 التالى »" },
    { BIT(tags), "كلمات دلالية : المطر, الشتاء" },
    { BIT(author_box), "عن الكاتب" },
    { BIT(share), "مشــــاركة" },
    { BIT(share), "فيسبوك تويتر واتساب تلغرام" },
    { BIT(share), "340 مشاهدة" },
    { BIT(follow), "تابعونا على مواقع التواصل" },
    { BIT(follow), "النشره البريديه" },
    { BIT(footer), "© ٢٠٢٤ كل الحقوق محفوظة" },
    { BIT(footer), "سياسه الخصوصيه" },
    { BIT(ad), "إعــــــلان" },
    { BIT(notice), "هل كان هذا المقال مفيداً؟" },
    { BIT(forum), "تاريخ التسجيل: May 2008" },
    { BIT(byline), "بقلم / فلان الفلاني" },
    { BIT(date), "تاريخ النشر : 2020/05/03" },
    { BIT(source), "(أ.ف.ب)" },
    { BIT(source), "المصدر: وكالات" },
    { BIT(caption), "صورة أرشيفية" },
    { BIT(section), "علوم وتكنولوجيا" },
    { BIT(no_page), "عفواً، الصفحة التي تبحث عنها غير موجودة" },
};

static void
test_boilerplate_hits_its_group(const struct lexicon *x)
{
    for (size_t i = 0; i < sizeof boilerplate / sizeof boilerplate[0]; i++)
        if (!CHECK_INT(match(x, boilerplate[i].text), boilerplate[i].groups))
            printf("    [%s]\n", boilerplate[i].text);
}

/* What a text says, though it says it in boilerplate's words. */
static const char *const sentences[] = {
    "الدروس التالية تغطي مواضيع ذات صلة وثيقة بهذا الباب.",
    "ناقش المجتمعون مواضيع ذات صلة بالأمن الغذائي.",
    "وصف الطريق بأنه واسع ونظيف.",
    "سافر من واسط إلى البصرة على ظهر جمل.",
    "كتب المدير إلى الموظفين رسالة قصيرة.",
    "كتب التاريخ لا تذكر هذه الحادثة.",
    "كتبت الطفلة اسمها على الجدار.",
    "عاجل: انقطاع الكهرباء عن العاصمة",
    "عاجل.. إصابة ثلاثة عمال في انهيار مبنى",
    "وجه الطبيب نداء عاجلا إلى المتبرعين.",
    "بنا حاجة إلى الهدوء قبل القرار.",
    "قنا مدينة في صعيد مصر.",
    "وات السلك يقاس بقدر ما يمر فيه من تيار.",
    "وفا الرجل بوعده بعد عشر سنين.",
    "بترا مدينة وردية نحتت في الصخر.",
    "نقلت رويترز عن مسؤول أن المحادثات تعثرت.",
    "قالت وكالة الأناضول إن الزلزال لم يوقع ضحايا.",
    "المصدر قال للصحيفة إن القرار لم يتخذ بعد.",
    "بحسب المصدر نفسه فإن العدد مرشح للارتفاع.",
    "نقلا عن شهود عيان بدأ الحريق في الطابق الثاني.",
    "وفقا لوزارة الصحة سجلت عشر حالات جديدة.",
    "شارك اللاعب في التدريبات بعد غياب شهر.",
    "شاركت عشرون دولة في المعرض هذا العام.",
    "شارك على فيسبوك مقطعا من طفولته.",
    "مشاركة الجمهور في النقاش أثرت الندوة.",
    "تابعنا على مدى عام كامل أحوال القرية.",
    "تابع الرئيس سير الأعمال في الميناء الجديد.",
    "تابعوا المباراة من شرفات البيوت.",
    "اشترك ثلاثة أطباء في إجراء العملية.",
    "انضم إلى الفريق الأول وهو في السابعة عشرة.",
    "انضم إلينا عند الجسر رجل يحمل مصباحا.",
    "حمل التطبيق رسالة خفية إلى مستخدميه.",
    "تواصل معنا بعض السكان وأكدوا الخبر.",
    "أضف ملعقة من السكر ثم حرك حتى يذوب.",
    "اضغط على الزر الأحمر لإيقاف الآلة.",
    "انقر فوق القائمة الرئيسية ثم اختر الإعدادات.",
    "اقرأ النص مرتين قبل أن تجيب عن الأسئلة.",
    "اقرأ أكثر من كتاب في الأسبوع إن استطعت.",
    "قراءة القصص تنمي خيال الطفل.",
    "المزيد من المطر يعني موسما أفضل للفلاحين.",
    "المزيد من القتلى وصلوا إلى المستشفى ليلا.",
    "للمزيد من الأمان استخدم كلمة مرور طويلة.",
    "التفاصيل الصغيرة هي ما يصنع الرواية.",
    "يرجى زيارة أقرب مركز صحي عند ظهور الأعراض.",
    "الأكثر قراءة بين الأدباء هم أصحاب القصة القصيرة.",
    "آخر الأخبار عن المفقودين وردت قبل أسبوعين.",
    "اخترنا لك مقعدا قرب النافذة.",
    "رد على سائله بابتسامة ومضى.",
    "التعليق الذي كتبه أثار غضب زملائه.",
    "لا توجد تعليقات رسمية على الحادث حتى اللحظة.",
    "الاسم الذي حمله الشارع تغير ثلاث مرات.",
    "البريد الإلكتروني غيّر طريقة العمل في المكاتب.",
    "الموقع الإلكتروني للوزارة توقف يومين.",
    "القائمة تضم أربعين كتابا من ثماني دول.",
    "السابق لأوانه أن نحكم على التجربة.",
    "التالي في الدور كان شيخا يتكئ على عصاه.",
    "البحث عن الذهب دفعهم إلى عبور الصحراء.",
    "تسجيل الدخول إلى النظام يحتاج إلى بطاقة.",
    "من نحن في هذا الكون الفسيح؟",
    "حول البحيرة تنتشر بيوت الصيادين.",
    "تحرير الأسعار رفع كلفة المعيشة.",
    "الوسم يدل على صاحب الإبل عند البدو.",
    "دافع المحامي عن الكاتب أمام المحكمة.",
    "جميع الحقوق التي يكفلها الدستور محفوظة للمواطن.",
    "تقدم الجيش بدعم من الأهالي.",
    "سياسة الخصوصية الجديدة تدخل حيز التنفيذ غدا.",
    "إعلان الحرب فاجأ سكان المدينتين.",
    "صوت الناخبون لصالح التعديل.",
    "استطلاع أجرته الجامعة شمل ألف أسرة.",
    "نقاط الخلاف بين الطرفين تقلصت.",
    "قديم هذا الحزن في عينيها.",
    "زائر غريب طرق الباب في الليل.",
    "تاريخ التسجيل في السجل التجاري يعود إلى قرن مضى.",
    "بواسطة المجهر رأى الطالب الخلية أول مرة.",
    "ترجمة الشعر خيانة لا بد منها.",
    "إعداد القهوة طقس يومي في القرية.",
    "تصوير الفيلم استغرق تسعة أسابيع.",
    "الكاتب لم يذكر اسم المدينة عمدا.",
    "نشر في شبابه ديوانا لم يبع منه شيئا.",
    "حدث بتاريخ الخامس من مايو ما غيّر مجرى الحرب.",
    "منذ ساعات والناس ينتظرون أمام المخبز.",
    "دقائق قليلة فصلت القطار عن الكارثة.",
    "بالصور والوثائق أثبت المؤرخ صحة روايته.",
    "صورة الأب في ذاكرته لم تتغير.",
    "رياضة الجبال تحتاج إلى صبر طويل.",
    "منوعات من الحلوى صفت على المائدة.",
    "الصفحة التي أمامي مليئة بالشطب.",
    "غير متواجد حاليا في السوق أي بديل لهذا الدواء.",
    "Read the sentence aloud before you more or less agree.",
};

static void
test_sentences_hit_nothing(const struct lexicon *x)
{
    size_t n = sizeof sentences / sizeof sentences[0];

    CHECK(n >= 60);
    for (size_t i = 0; i < n; i++)
        if (!CHECK_INT(match(x, sentences[i]), 0))
            printf("    [%s]\n", sentences[i]);
}

int
main(int argc, char **argv)
{
    const struct lexicon *shipped =
        shipped_lexicon(argc > 1 ? argv[1] : "rules/generic");

    test_the_shipped_files_prove_themselves(shipped);
    test_every_group_has_phrases_and_proofs(shipped);
    test_no_phrase_is_written_twice(shipped);
    test_boilerplate_hits_its_group(shipped);
    test_sentences_hit_nothing(shipped);
    store_free(&store);
    return check_summary();
}

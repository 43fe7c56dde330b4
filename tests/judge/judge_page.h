/* judge_page.h - a small page taken through the rooms below the judge.
 *
 * HTML or text is cut into blocks, measured with the function words that ship,
 * and given empty evidence; a lexicon is as small as its test writes it. Blocks
 * are found by how they begin. One page at a time: its memory is scratch.h's.
 */
#ifndef LUBB_TESTS_JUDGE_JUDGE_PAGE_H
#define LUBB_TESTS_JUDGE_JUDGE_PAGE_H

#include <stdio.h>
#include <stdlib.h>

#include "embedded.h"
#include "judge/evidence.h"
#include "rules/lexicon.h"
#include "page/facts.h"
#include "page/features.h"
#include "page/html_blocks.h"
#include "page/lines.h"
#include "tests/scratch.h"
#include "text/decode.h"

/* Sentences of 15 to 19 words that share no five in a row; each is prose. */
#define PROSE_1 "قال الوزير في مؤتمر صحفي اليوم إن الحكومة تعمل على خطة " \
    "جديدة، وإنها ستعلن تفاصيلها في الأسبوع المقبل."
#define PROSE_2 "وأضاف أن الخطة تشمل بناء المدارس في القرى البعيدة، وتدريب " \
    "المعلمين على طرق التعليم الحديثة قبل الشتاء."
#define PROSE_3 "ورحب سكان المنطقة بهذا القرار الذي انتظروه منذ سنوات، " \
    "لكنهم طالبوا من جهة أخرى بموعد واضح لبدء العمل."
#define PROSE_4 "ومن المنتظر أن يناقش البرلمان هذا المشروع في جلسة علنية، " \
    "ثم يحال إلى اللجنة المالية التي تدرس كلفته."

#define BLOCK_NOT_FOUND UINT32_MAX

struct page {
    struct arena *arena;
    struct html_doc doc;
    struct page_facts facts;
    struct blocks blocks;
};

static struct store page_store;     /* function words, lexicons, errors */

static inline const struct stopwords *
page_stopwords(void)
{
    static struct stopwords words;

    for (size_t i = 0; !words.table.slots && i < embedded_n_files; i++)
        if (str_eq(str_of(embedded_files[i].name),
                   STR("rules/stopwords.txt")) &&
            !stopwords_load(&page_store, embedded_files[i].bytes, &words))
            abort();
    if (!words.table.slots)
        abort();
    return &words;
}

/* The text in the arena, with the padding that decoded text has. */
static inline struct str
page_begin(struct page *p, const char *text)
{
    struct str s = str_of(text);
    char *copy;

    *p = (struct page){ .arena = scratch_arena((size_t)16 << 20) };
    copy = arena_new(p->arena, char, s.len + DECODED_PADDING);
    if (s.len > 0)
        memcpy(copy, s.ptr, s.len);
    return (struct str){ copy, s.len };
}

static inline void
page_measure(struct page *p, struct fuel *fuel)
{
    struct evidence *all;

    blocks_measure(p->arena, page_stopwords(), fuel, &p->blocks);
    all = arena_new(p->arena, struct evidence, p->blocks.n);
    for (uint32_t i = 0; i < p->blocks.n; i++)
        p->blocks.items[i].evidence = &all[i];
}

static inline void
page_of_html(struct page *p, const char *html)
{
    struct str text = page_begin(p, html);
    struct fuel fuel = { .budget = UINT64_MAX };

    html_parse(p->arena, text, &fuel, &p->doc);
    page_facts_read(p->arena, &p->doc, &fuel, &p->facts);
    html_blocks_cut(p->arena, &p->doc, &fuel, &p->blocks);
    page_measure(p, &fuel);
}

static inline void
page_of_text(struct page *p, const char *text)
{
    struct str s = page_begin(p, text);
    struct fuel fuel = { .budget = UINT64_MAX };

    lines_cut(p->arena, s, &fuel, &p->blocks);
    page_measure(p, &fuel);
}

/* A frozen lexicon of these sections, which may be none. */
static inline const struct lexicon *
page_lexicon(const char *sections)
{
    struct rule_findings errors = { .store = &page_store };
    struct lexicon *lexicon = lexicon_new(&page_store);
    char file[2048];
    int len = snprintf(file, sizeof file, "#!rule 1\n%s", sections);

    if (!lexicon ||
        !lexicon_add_file(lexicon, "test.rule",
                          (struct str){ file, (size_t)len }, &errors) ||
        !lexicon_freeze(lexicon))
        abort();
    return lexicon;
}

/* Give the blocks the groups that a lexicon of these sections finds. */
static inline void
page_hit(struct page *p, const char *sections)
{
    const struct lexicon *lexicon = page_lexicon(sections);

    for (uint32_t i = 0; i < p->blocks.n; i++) {
        struct block *b = &p->blocks.items[i];

        b->evidence->groups = lexicon_match(lexicon, b->m.folded,
                                            b->m.n_words);
    }
}

/* The first block that begins with `start`. */
static inline uint32_t
page_index(const struct page *p, const char *start)
{
    for (uint32_t i = 0; i < p->blocks.n; i++)
        if (str_starts(p->blocks.items[i].text, str_of(start)))
            return i;
    return BLOCK_NOT_FOUND;
}

/* The same; a test that names no block of its page dies. */
static inline struct block *
page_block(const struct page *p, const char *start)
{
    uint32_t i = page_index(p, start);

    if (i == BLOCK_NOT_FOUND) {
        fprintf(stderr, "no block begins with [%s]\n", start);
        abort();
    }
    return &p->blocks.items[i];
}

/* The first element of a tag at or after `from`, or NO_NODE. */
static inline uint32_t
page_node(const struct page *p, enum tag tag, uint32_t from)
{
    while (from < p->doc.n_nodes && p->doc.nodes[from].tag != tag)
        from++;
    return from < p->doc.n_nodes ? from : NO_NODE;
}

static inline void
page_done(void)
{
    store_free(&page_store);
}

#endif

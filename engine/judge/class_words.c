#include "judge/class_words.h"

#include "page/html_attributes.h"
#include "text/words.h"

struct class_word {
    const char *word;
    uint32_t groups;
};

/* Sorted by word. */
static const struct class_word class_words[] = {
    { "ad", CLASS_AD },
    { "addtoany", CLASS_META },
    { "ads", CLASS_AD },
    { "adsense", CLASS_AD },
    { "advert", CLASS_AD },
    { "advertisement", CLASS_AD },
    { "advertising", CLASS_AD },
    { "adverts", CLASS_AD },
    { "answer", CLASS_THREAD },
    { "answers", CLASS_THREAD },
    { "article", CLASS_ARTICLE },
    { "articlebody", CLASS_BODY },
    { "articlecontent", CLASS_BODY },
    { "articletext", CLASS_BODY },
    { "aside", CLASS_SIDEBAR },
    { "author", CLASS_META },
    { "banner", CLASS_AD },
    { "banners", CLASS_AD },
    { "bbs", CLASS_THREAD },
    { "bio", CLASS_META },
    { "blog", CLASS_ARTICLE },
    { "body", CLASS_CONTENT },
    { "breadcrumb", CLASS_NAVIGATION },
    { "breadcrumbs", CLASS_NAVIGATION },
    { "breaking", CLASS_SIDEBAR },
    { "byline", CLASS_META },
    { "caption", CLASS_META | CLASS_CAPTION },
    { "carousel", CLASS_SIDEBAR },
    { "cat", CLASS_META },
    { "categories", CLASS_META },
    { "category", CLASS_META },
    { "code", CLASS_GUTTER },
    { "comment", CLASS_COMMENTS | CLASS_THREAD },
    { "commentlist", CLASS_COMMENTS },
    { "comments", CLASS_COMMENTS | CLASS_THREAD },
    { "content", CLASS_CONTENT },
    { "cookie", CLASS_AD },
    { "cookies", CLASS_AD },
    { "copyright", CLASS_EDGE },
    { "date", CLASS_META },
    { "desc", CLASS_CONTENT },
    { "description", CLASS_CONTENT },
    { "details", CLASS_CONTENT },
    { "discussion", CLASS_THREAD },
    { "disqus", CLASS_COMMENTS },
    { "entry", CLASS_ARTICLE },
    { "entrycontent", CLASS_BODY },
    { "field", CLASS_ARTICLE },
    { "foot", CLASS_EDGE },
    { "footer", CLASS_EDGE },
    { "form", CLASS_AD },
    { "forum", CLASS_THREAD },
    { "forums", CLASS_THREAD },
    { "gutter", CLASS_GUTTER },
    { "header", CLASS_EDGE },
    { "hidden", CLASS_AD },
    { "iklan", CLASS_AD },
    { "inner", CLASS_CONTENT },
    { "latest", CLASS_RELATED },
    { "leaderboard", CLASS_AD },
    { "likes", CLASS_META },
    { "lineno", CLASS_GUTTER },
    { "linenos", CLASS_GUTTER },
    { "login", CLASS_AD },
    { "main", CLASS_ARTICLE },
    { "maincontent", CLASS_BODY },
    { "markdown", CLASS_BODY },
    { "marquee", CLASS_SIDEBAR },
    { "masthead", CLASS_EDGE },
    { "menu", CLASS_NAVIGATION },
    { "message", CLASS_THREAD },
    { "messages", CLASS_THREAD },
    { "meta", CLASS_META },
    { "modal", CLASS_AD },
    { "more", CLASS_RELATED },
    { "mostread", CLASS_RELATED },
    { "nav", CLASS_NAVIGATION },
    { "navbar", CLASS_NAVIGATION },
    { "navigation", CLASS_NAVIGATION },
    { "news", CLASS_ARTICLE },
    { "newsbody", CLASS_BODY },
    { "newsletter", CLASS_AD },
    { "next", CLASS_NAVIGATION },
    { "node", CLASS_ARTICLE },
    { "page", CLASS_ARTICLE },
    { "pager", CLASS_NAVIGATION },
    { "pagination", CLASS_NAVIGATION },
    { "paging", CLASS_NAVIGATION },
    { "poll", CLASS_AD },
    { "popular", CLASS_RELATED },
    { "popup", CLASS_AD },
    { "post", CLASS_ARTICLE },
    { "postbit", CLASS_THREAD },
    { "postbody", CLASS_BODY | CLASS_THREAD },
    { "postcontent", CLASS_BODY },
    { "posting", CLASS_THREAD },
    { "postlist", CLASS_THREAD },
    { "postrow", CLASS_THREAD },
    { "prev", CLASS_NAVIGATION },
    { "previous", CLASS_NAVIGATION },
    { "print", CLASS_META },
    { "promo", CLASS_AD },
    { "prose", CLASS_BODY },
    { "question", CLASS_THREAD },
    { "questions", CLASS_THREAD },
    { "rating", CLASS_META },
    { "readmore", CLASS_RELATED },
    { "recent", CLASS_RELATED },
    { "recommend", CLASS_RELATED },
    { "recommended", CLASS_RELATED },
    { "rel", CLASS_RELATED },
    { "related", CLASS_RELATED },
    { "replies", CLASS_COMMENTS | CLASS_THREAD },
    { "reply", CLASS_COMMENTS | CLASS_THREAD },
    { "respond", CLASS_COMMENTS },
    { "rouge", CLASS_GUTTER },
    { "search", CLASS_AD },
    { "seealso", CLASS_RELATED },
    { "share", CLASS_META },
    { "sharedaddy", CLASS_META },
    { "shares", CLASS_META },
    { "sharing", CLASS_META },
    { "shortlink", CLASS_META },
    { "sidebar", CLASS_SIDEBAR },
    { "signature", CLASS_META },
    { "signup", CLASS_AD },
    { "similar", CLASS_RELATED },
    { "single", CLASS_ARTICLE },
    { "sitemap", CLASS_NAVIGATION },
    { "skyscraper", CLASS_AD },
    { "slider", CLASS_SIDEBAR },
    { "social", CLASS_META },
    { "sponsor", CLASS_AD },
    { "sponsored", CLASS_AD },
    { "story", CLASS_ARTICLE },
    { "submenu", CLASS_NAVIGATION },
    { "subscribe", CLASS_AD },
    { "subscription", CLASS_AD },
    { "suggested", CLASS_RELATED },
    { "suggestions", CLASS_RELATED },
    { "tag", CLASS_META },
    { "tags", CLASS_META },
    { "text", CLASS_CONTENT },
    { "thread", CLASS_THREAD },
    { "threads", CLASS_THREAD },
    { "ticker", CLASS_SIDEBAR },
    { "time", CLASS_META },
    { "toc", CLASS_META },
    { "topbar", CLASS_EDGE },
    { "topic", CLASS_THREAD },
    { "trending", CLASS_RELATED },
    { "views", CLASS_META },
    { "viewtopic", CLASS_THREAD },
    { "vote", CLASS_AD },
    { "whatsapp", CLASS_META },
    { "widget", CLASS_SIDEBAR },
    { "widgets", CLASS_SIDEBAR },
};

enum {
    N_CLASS_WORDS = sizeof class_words / sizeof class_words[0],
    MAX_CLASS_WORD = 16     /* bytes; no listed word is longer */
};

static int
word_compare(const char *listed, const char *word, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (listed[i] != word[i])
            return (unsigned char)listed[i] < (unsigned char)word[i] ? -1 : 1;
    return listed[len] != '\0';
}

static uint32_t
word_groups(const char *word, size_t len)
{
    size_t beg = 0, end = N_CLASS_WORDS;

    while (beg < end) {
        size_t mid = beg + (end - beg) / 2;
        int order = word_compare(class_words[mid].word, word, len);

        if (order == 0)
            return class_words[mid].groups;
        if (order < 0)
            beg = mid + 1;
        else
            end = mid;
    }
    return 0;
}

/* "e3lan" and its spellings are the one word with a digit in it. */
static bool
is_e3lan(struct str value)
{
    return str_ifind(value, STR("e3lan"), 0) < value.len ||
           str_ifind(value, STR("a3lan"), 0) < value.len ||
           str_ifind(value, STR("i3lan"), 0) < value.len;
}

static bool
is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Groups of all words of one attribute value; `element` and `widget` are the
 * names of everything in a page made with Elementor. */
static uint32_t
value_groups(struct str value)
{
    char word[MAX_CLASS_WORD];
    uint32_t groups = 0;
    size_t n = 0;
    bool is_elementor =
        str_ifind(value, STR("elementor"), 0) < value.len;

    for (size_t i = 0; i <= value.len; i++) {
        bool is_border = i == value.len || !is_alpha(value.ptr[i]) ||
                         (i > 0 && is_upper(value.ptr[i]) &&
                          !is_upper(value.ptr[i - 1]));

        if (is_border && n > 0 && n <= MAX_CLASS_WORD)
            groups |= word_groups(word, n);
        if (is_border)
            n = 0;
        if (i == value.len || !is_alpha(value.ptr[i]))
            continue;
        if (n < MAX_CLASS_WORD)
            word[n] = to_lower(value.ptr[i]);
        n++;
    }
    if (is_e3lan(value))
        groups |= CLASS_AD;
    return is_elementor ? groups & ~(uint32_t)CLASS_SIDEBAR : groups;
}

/* Tokens that tell one item of a list from the next: numbers, WordPress's
 * categories and tags of a post, first and last. */
static bool
is_items_own(struct str token)
{
    for (size_t i = 0; i < token.len; i++)
        if (is_digit(token.ptr[i]))
            return true;
    return str_starts(token, STR("tag-")) ||
           str_starts(token, STR("category-")) || str_eq(token, STR("first")) ||
           str_eq(token, STR("last")) || str_eq(token, STR("odd")) ||
           str_eq(token, STR("even")) || str_eq(token, STR("active"));
}

/* A hash of the tokens that siblings share, whatever their order; never 0. */
static uint64_t
shared_hash(struct str value)
{
    uint64_t hash = 1;
    size_t beg = 0;

    for (size_t i = 0; i <= value.len; i++) {
        struct str token;

        if (i < value.len && !is_space(value.ptr[i]))
            continue;
        token = str_slice(value, beg, i);
        if (token.len > 0 && !is_items_own(token))
            hash += words_hash(token);
        beg = i + 1;
    }
    return hash ? hash : 1;
}

uint32_t
class_words_read(const struct html_doc *doc, uint32_t node,
                 uint64_t *class_hash)
{
    struct html_attributes it;
    struct html_attribute attribute;
    uint32_t groups = 0;

    *class_hash = 0;
    if (doc->nodes[node].src == NO_OFFSET)
        return 0;
    it = html_attributes_begin(doc->text, doc->nodes[node].src);
    while (html_attributes_next(&it, &attribute)) {
        if (str_ieq(attribute.name, STR("class")))
            *class_hash = shared_hash(attribute.value);
        else if (!str_ieq(attribute.name, STR("id")))
            continue;
        groups |= value_groups(attribute.value);
    }
    return groups;
}

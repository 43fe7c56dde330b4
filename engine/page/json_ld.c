/* json_ld.c - jsmn's tokens, and the way from them to six strings.
 *
 * jsmn names each token's parent: an object's keys have the object as parent, a
 * value has its key, an array's element the array. So "is this item the
 * page's own" and "which key is this the value of" are answered in one walk
 * over the tokens in order, without a stack.
 */
#include "page/json_ld.h"

#define JSMN_STATIC
#define JSMN_PARENT_LINKS
#include <jsmn.h>

#include "base/limits.h"
#include "page/json_escape.h"

struct json {
    struct str text;
    const jsmntok_t *tokens;
    uint32_t n;
};

/* Where the values go while tokens are walked: still escaped. */
enum { TYPE, HEADLINE, PUBLISHED, MODIFIED, DESCRIPTION, BODY, N_FIELDS };

/* schema.org/Article and what stands below it there. */
bool
json_ld_is_article(struct str type)
{
    static const char *const types[] = {
        "NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle",
        "OpinionNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
        "ReviewNewsArticle", "AskPublicNewsArticle",
        "AdvertiserContentArticle", "SatiricalArticle", "ScholarlyArticle",
        "MedicalScholarlyArticle", "TechArticle", "APIReference", "Report",
        "SocialMediaPosting", "LiveBlogPosting", "DiscussionForumPosting",
    };

    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_ieq(type, str_of(types[i])))
            return true;
    return false;
}

/* The body from its first bracket on, behind comment and CDATA wrappers. */
static struct str
unwrap(struct str body)
{
    size_t cdata = str_find(body, STR("<![CDATA["), 0);
    size_t beg = 0;

    while (beg < body.len && body.ptr[beg] != '{' && body.ptr[beg] != '[') {
        if (beg == cdata)
            beg += STR("<![CDATA[").len;
        else
            beg++;
    }
    return str_slice(body, beg, body.len);
}

/* One past the string whose opening quote stands at s.ptr[at]. */
static size_t
string_end(struct str s, size_t at)
{
    for (at++; at < s.len && s.ptr[at] != '"'; at++)
        if (s.ptr[at] == '\\')
            at++;
    return at < s.len ? at + 1 : s.len;
}

/* One past a number, a word or what else jsmn takes for one: to it, quotes and
 * opening brackets inside are part of the word. */
static size_t
primitive_end(struct str s, size_t at)
{
    while (at < s.len && !is_space(s.ptr[at]) && s.ptr[at] != ',' &&
           s.ptr[at] != ':' && s.ptr[at] != ']' && s.ptr[at] != '}')
        at++;
    return at;
}

/* One past the string, word or single character at s.ptr[at]. */
static size_t
lexeme_end(struct str s, size_t at)
{
    switch (s.ptr[at]) {
    case '"':
        return string_end(s, at);
    case '{': case '[': case '}': case ']': case ',': case ':':
    case ' ': case '\t': case '\n': case '\r': case '\f':
        return at + 1;
    default:
        return primitive_end(s, at);
    }
}

/* How much of s jsmn may be shown. At a closing bracket jsmn walks from its
 * newest token up to the open one, and every colon, wherever it stands, hangs
 * what follows below what came before: 65,536 brackets cost 5 seconds, as
 * many "a:" and "}:" 11. So what it sees nests at most MAX_JSON_DEPTH deep,
 * and a colon has a comma or an opening bracket between it and the last. */
static size_t
tame_len(struct str s, uint32_t *limits)
{
    bool may_colon = true;
    int depth = 0;

    for (size_t at = 0; at < s.len; at = lexeme_end(s, at)) {
        char c = s.ptr[at];

        if (c == ':' && !may_colon)
            return at;
        if (c == '{' || c == '[')
            depth++;
        else if (c == '}' || c == ']')
            depth--;
        if (depth > MAX_JSON_DEPTH) {
            *limits |= LIMIT_JSON;
            return at;
        }
        if (c == ',' || c == '{' || c == '[')
            may_colon = true;
        else if (c == ':' || c == '}' || c == ']')
            may_colon = false;
    }
    return s.len;
}

/* Fill at most `cap` tokens; returns how many are whole enough to be read. */
static uint32_t
tokenize(struct str s, jsmntok_t *tokens, uint32_t cap, uint32_t *limits)
{
    jsmn_parser parser;

    jsmn_init(&parser);
    if (jsmn_parse(&parser, s.ptr, s.len, tokens, cap) == JSMN_ERROR_NOMEM)
        *limits |= LIMIT_JSON;
    return parser.toknext;
}

/* A string's or primitive's bytes, without quotes, still escaped. */
static struct str
token_text(const struct json *json, uint32_t i)
{
    const jsmntok_t *t = &json->tokens[i];

    return str_slice(json->text, (size_t)t->start, (size_t)t->end);
}

/* Whether token i is a key, of any object. */
static bool
token_is_key(const struct json *json, uint32_t i)
{
    int parent = json->tokens[i].parent;

    return json->tokens[i].type == JSMN_STRING && parent >= 0 &&
           json->tokens[parent].type == JSMN_OBJECT;
}

/* Whether token i is a string right below `parent`, a key or an array. */
static bool
is_string_of(const struct json *json, uint32_t i, uint32_t parent)
{
    return i < json->n && json->tokens[i].type == JSMN_STRING &&
           json->tokens[i].parent == (int)parent;
}

/* What holds the value or values of key `key`: itself, or its array. */
static uint32_t
holder_of(const struct json *json, uint32_t key)
{
    bool is_array = key + 1 < json->n &&
                    json->tokens[key + 1].type == JSMN_ARRAY &&
                    json->tokens[key + 1].parent == (int)key;

    return is_array ? key + 1 : key;
}

/* The string that is the value of key `key`, or the first of an array of
 * them; the empty slice for any other value. */
static struct str
first_string(const struct json *json, uint32_t key)
{
    uint32_t holder = holder_of(json, key);

    if (!is_string_of(json, holder + 1, holder))
        return (struct str){ NULL, 0 };
    return token_text(json, holder + 1);
}

/* "http:\/\/schema.org\/NewsArticle" or "schema:NewsArticle" to
 * "NewsArticle". */
static struct str
type_name(struct str type)
{
    size_t beg = type.len;

    while (beg > 0 && type.ptr[beg - 1] != '/' && type.ptr[beg - 1] != ':' &&
           type.ptr[beg - 1] != '#')
        beg--;
    return str_trim(str_slice(type, beg, type.len));
}

/* The first article's type among the values of the @type key `key`. */
static bool
article_type(const struct json *json, uint32_t key, struct str *type)
{
    uint32_t holder = holder_of(json, key);

    for (uint32_t i = holder + 1; is_string_of(json, i, holder); i++) {
        *type = type_name(token_text(json, i));
        if (json_ld_is_article(*type))
            return true;
    }
    return false;
}

/* Find the @type key of the first own article. own[i]: what token i holds is
 * an item of the page's own, seen from the top through arrays, @graph and
 * mainEntity. */
static bool
find_article(const struct json *json, bool *own, uint32_t *key,
             struct str *type)
{
    for (uint32_t i = 0; i < json->n; i++) {
        int parent = json->tokens[i].parent;

        own[i] = parent < 0 || own[parent];
        if (!own[i] || !token_is_key(json, i))
            continue;

        struct str name = token_text(json, i);
        own[i] = str_eq(name, STR("@graph")) ||
                 str_eq(name, STR("mainEntity"));
        if (str_eq(name, STR("@type")) && article_type(json, i, type)) {
            *key = i;
            return true;
        }
    }
    return false;
}

static int
field_of(struct str name)
{
    static const char *const names[N_FIELDS] = {
        [TYPE] = "@type",
        [HEADLINE] = "headline",
        [PUBLISHED] = "datePublished",
        [MODIFIED] = "dateModified",
        [DESCRIPTION] = "description",
        [BODY] = "articleBody",
    };
    int field = 0;

    while (field < N_FIELDS && !str_eq(name, str_of(names[field])))
        field++;
    return field;
}

/* The values of the object whose @type key is `key`; the first of a name
 * counts. */
static void
read_fields(const struct json *json, uint32_t key, struct str *fields)
{
    int object = json->tokens[key].parent;

    for (uint32_t i = (uint32_t)object + 1; i < json->n; i++) {
        int field;

        if (json->tokens[i].parent != object || !token_is_key(json, i))
            continue;
        field = field_of(token_text(json, i));
        if (field < N_FIELDS && fields[field].len == 0)
            fields[field] = first_string(json, i);
    }
}

/* Find the article's values in s. The tokens, with a flag for each behind them,
 * are given back to the arena: a thousand bodies need no more memory than
 * one. */
static bool
find_fields(struct arena *a, struct str s, uint32_t *limits,
            struct str *fields)
{
    uint32_t cap = s.len < MAX_JSON_TOKENS ? (uint32_t)s.len
                                           : MAX_JSON_TOKENS;
    size_t size = cap * (sizeof(jsmntok_t) + sizeof(bool));
    void *memory = arena_raw(a, char, size);
    jsmntok_t *tokens = memory;
    bool *own = (bool *)(tokens + cap);
    struct json json = { s, tokens, tokenize(s, tokens, cap, limits) };
    uint32_t key;
    bool found = find_article(&json, own, &key, &fields[TYPE]);

    if (found)
        read_fields(&json, key, fields);
    arena_resize(a, memory, size, 0);
    return found;
}

bool
json_ld_read(struct arena *a, struct str body, uint32_t *limits,
             struct json_ld_article *article)
{
    struct str fields[N_FIELDS] = { { NULL, 0 } };
    struct str s = unwrap(body);

    s = str_slice(s, 0, tame_len(s, limits));
    if (!find_fields(a, s, limits, fields))
        return false;
    article->type = fields[TYPE];
    article->headline = json_unescape(a, fields[HEADLINE]);
    article->published = json_unescape(a, fields[PUBLISHED]);
    article->modified = json_unescape(a, fields[MODIFIED]);
    article->description = json_unescape(a, fields[DESCRIPTION]);
    article->body = json_unescape(a, fields[BODY]);
    return true;
}

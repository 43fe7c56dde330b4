#include "page/html_tokens.h"

/* Which bytes end what; NUL, which stands behind the text, ends everything. */
enum {
    ENDS_NAME = 1,          /* of a tag */
    ENDS_ATTRIBUTE = 2,     /* name of an attribute */
    ENDS_VALUE = 4,         /* unquoted */
    BLANK = 8
};

static const unsigned char classes[256] = {
    ['\0'] = ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE,
    ['\t'] = ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE | BLANK,
    ['\n'] = ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE | BLANK,
    ['\f'] = ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE | BLANK,
    [' '] = ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE | BLANK,
    ['/'] = ENDS_NAME | ENDS_ATTRIBUTE,
    ['>'] = ENDS_NAME | ENDS_ATTRIBUTE | ENDS_VALUE,
    ['='] = ENDS_ATTRIBUTE
};

static const char *
skip_to(const char *p, unsigned class)
{
    while (!(classes[(unsigned char)*p] & class))
        p++;
    return p;
}

static const char *
skip_blanks(const char *p)
{
    while (classes[(unsigned char)*p] & BLANK)
        p++;
    return p;
}

/* Offset of the first c at or after `from`; s.len when there is none. */
static size_t
find_byte(struct str s, size_t from, char c)
{
    const char *hit;

    if (from >= s.len)
        return s.len;
    hit = memchr(s.ptr + from, c, s.len - from);
    return hit ? (size_t)(hit - s.ptr) : s.len;
}

/* Whether s reads `word` (lower-case letters) at `at`. */
static bool
has_word(struct str s, size_t at, const char *word)
{
    for (; *word; word++, at++)
        if (at >= s.len || to_lower(s.ptr[at]) != *word)
            return false;
    return true;
}

/* Whether the name `word` stands at `at`, followed by what ends a tag's name:
 * the standard's "appropriate end tag". */
static bool
has_name(struct str s, size_t at, const char *word)
{
    size_t end = at;

    if (!has_word(s, at, word))
        return false;
    while (*word++)
        end++;
    return end < s.len && classes[(unsigned char)s.ptr[end]] & ENDS_NAME;
}

/* -- raw bodies ----------------------------------------------------------- */

/* Offset of "</name" from `at` on. */
static size_t
body_end(struct str s, size_t at, const char *name)
{
    for (;; at++) {
        at = find_byte(s, at, '<');
        if (at == s.len ||
            (s.ptr[at + 1] == '/' && has_name(s, at + 2, name)))
            return at;
    }
}

/* Offset of the '>' of the first "-->" whose '>' stands in [from, to); else
 * `to`. */
static size_t
arrow_find(struct str s, size_t from, size_t to)
{
    struct str upto = { s.ptr, to };

    for (;; from++) {
        from = find_byte(upto, from, '>');
        if (from == to ||
            (s.ptr[from - 1] == '-' && s.ptr[from - 2] == '-'))
            return from;
    }
}

/* Offset of the "</script" that ends a script (13.2.5.15 ff): "<!--" escapes,
 * where "<script>" and "</script>" nest once, up to "-->". */
static size_t
script_end(struct str s, size_t at)
{
    enum { PLAIN, ESCAPED, NESTED } state = PLAIN;

    for (;;) {
        size_t lt = find_byte(s, at, '<');
        size_t arrow = state == PLAIN ? lt : arrow_find(s, at, lt);

        if (arrow < lt) {
            state = PLAIN;
            at = arrow + 1;
            continue;
        }
        if (lt == s.len)
            return lt;
        at = lt + 1;
        if (s.ptr[at] == '/' && has_name(s, at + 1, "script")) {
            if (state != NESTED)
                return lt;
            state = ESCAPED;
            at += sizeof "/script";
        } else if (state == PLAIN && has_word(s, at, "!--")) {
            state = ESCAPED;
            at += 3;    /* these dashes may belong to "-->" */
        } else if (state == ESCAPED && has_name(s, at, "script")) {
            state = NESTED;
            at += sizeof "script";
        }
    }
}

/* The body of t->body as a text token; false when it is empty. */
static bool
body_read(struct html_tokens *t, struct html_token *token)
{
    size_t beg = t->at;

    if (t->body == TAG_script)
        t->at = script_end(t->text, beg);
    else if (t->body == TAG_plaintext)
        t->at = t->text.len;
    else
        t->at = body_end(t->text, beg, tag_name(t->body));

    *token = (struct html_token){
        .kind = HTML_TEXT, .tag = t->body,
        .beg = (uint32_t)beg, .end = (uint32_t)t->at,
        .is_raw = (tag_traits(t->body) & TRAIT_RAW) != 0
    };
    return t->at > beg;
}

/* -- markup --------------------------------------------------------------- */

/* Whether the '<' at `at` begins markup; else it is text. */
static bool
starts_markup(struct str s, size_t at)
{
    char c = s.ptr[at + 1];

    return is_alpha(c) || (c == '/' && at + 2 < s.len) || c == '!' ||
           c == '?';
}

static bool
text_read(struct html_tokens *t, struct html_token *token)
{
    size_t beg = t->at, end = beg;

    while (end < t->text.len &&
           !(t->text.ptr[end] == '<' && starts_markup(t->text, end)))
        end = find_byte(t->text, end + 1, '<');
    t->at = end;
    t->is_at_markup = end < t->text.len;
    *token = (struct html_token){ .kind = HTML_TEXT, .beg = (uint32_t)beg,
                                  .end = (uint32_t)end };
    return true;
}

/* Where the attributes that start at p end, behind the tag's '>'; NULL when
 * the text ends first. */
static const char *
attributes_pass(struct str s, const char *p, struct html_token *token)
{
    const char *end = s.ptr + s.len;

    for (;;) {
        p = skip_blanks(p);
        if (*p == '>')
            return p + 1;
        if (*p == '/') {
            token->is_self_closing = p[1] == '>';
            p++;
            continue;
        }
        if (p >= end)
            return NULL;
        token->n_attributes++;
        p = skip_blanks(skip_to(p + 1, ENDS_ATTRIBUTE));
        if (*p != '=')
            continue;
        p = skip_blanks(p + 1);
        if (*p == '"' || *p == '\'') {
            p = memchr(p + 1, *p, (size_t)(end - p - 1));
            if (!p)
                return NULL;
            p++;
        } else {
            p = skip_to(p, ENDS_VALUE);
        }
    }
}

/* The tag whose name starts at `name`; false when the text ends in it. */
static bool
tag_read(struct html_tokens *t, size_t name, struct html_token *token)
{
    const char *beg = t->text.ptr + name;
    const char *p = skip_to(beg, ENDS_NAME);

    *token = (struct html_token){ .beg = (uint32_t)t->at,
                                  .name = { beg, (size_t)(p - beg) } };
    token->tag = tag_of_name(token->name);
    p = attributes_pass(t->text, p, token);
    if (!p) {
        t->at = t->text.len;
        return false;
    }
    t->at = (size_t)(p - t->text.ptr);
    token->end = (uint32_t)t->at;
    token->kind = HTML_END_TAG;
    if (name == token->beg + 1) {
        token->kind = HTML_START_TAG;
        if (!t->is_foreign &&
            tag_traits(token->tag) & (TRAIT_RAW | TRAIT_RCDATA))
            t->body = token->tag;
    }
    return true;
}

/* Offset behind the comment whose "<!--" ends at `beg` (13.2.5.43 ff). */
static size_t
comment_end(struct str s, size_t beg)
{
    if (s.ptr[beg] == '>')
        return beg + 1;
    if (s.ptr[beg] == '-' && s.ptr[beg + 1] == '>')
        return beg + 2;
    for (size_t gt = beg;; gt++) {
        size_t dash;

        gt = find_byte(s, gt, '>');
        if (gt == s.len)
            return gt;
        dash = gt > beg && s.ptr[gt - 1] == '!' ? gt - 1 : gt;
        if (dash >= beg + 2 && s.ptr[dash - 1] == '-' &&
            s.ptr[dash - 2] == '-')
            return gt + 1;
    }
}

/* Offset behind the next '>', or the end. */
static size_t
behind_gt(struct str s, size_t at)
{
    size_t gt = find_byte(s, at, '>');

    return gt + (gt < s.len);
}

/* The CDATA section at t->at as a text token; false when it is empty. */
static bool
cdata_read(struct html_tokens *t, struct html_token *token)
{
    size_t beg = t->at + sizeof "<![CDATA[" - 1;
    size_t end = str_find(t->text, STR("]]>"), beg);

    t->at = end == t->text.len ? end : end + 3;
    *token = (struct html_token){ .kind = HTML_TEXT, .is_raw = true,
                                  .beg = (uint32_t)beg,
                                  .end = (uint32_t)end };
    return end > beg;
}

/* What begins with "<!"; true when it is a token. */
static bool
declaration_read(struct html_tokens *t, struct html_token *token)
{
    struct str s = t->text;
    size_t beg = t->at;

    if (has_word(s, beg + 2, "--")) {
        t->at = comment_end(s, beg + 4);
        return false;
    }
    if (t->is_foreign && str_starts(str_slice(s, beg, s.len),
                                    STR("<![CDATA[")))
        return cdata_read(t, token);
    t->at = behind_gt(s, beg + 2);
    *token = (struct html_token){ .kind = HTML_DOCTYPE,
                                  .beg = (uint32_t)beg,
                                  .end = (uint32_t)t->at };
    return has_word(s, beg + 2, "doctype");
}

/* What begins with a '<' that starts markup; true when it is a token. */
static bool
markup_read(struct html_tokens *t, struct html_token *token)
{
    const char *p = t->text.ptr + t->at;

    if (is_alpha(p[1]))
        return tag_read(t, t->at + 1, token);
    if (p[1] == '/' && is_alpha(p[2]))
        return tag_read(t, t->at + 2, token);
    if (p[1] == '!')
        return declaration_read(t, token);
    t->at = behind_gt(t->text, t->at + 2);      /* "</>" and bogus comments */
    return false;
}

struct html_tokens
html_tokens_begin(struct str text)
{
    return (struct html_tokens){ .text = text };
}

bool
html_tokens_next(struct html_tokens *t, struct html_token *token)
{
    if (t->body != TAG_UNKNOWN) {
        bool has_text = body_read(t, token);

        t->body = TAG_UNKNOWN;
        if (has_text)
            return true;
    }
    while (t->at < t->text.len) {
        if (!t->is_at_markup && (t->text.ptr[t->at] != '<' ||
                                 !starts_markup(t->text, t->at)))
            return text_read(t, token);
        t->is_at_markup = false;
        if (markup_read(t, token))
            return true;
    }
    return false;
}

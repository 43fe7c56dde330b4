/* lint_selectors.c - selectors that are right and yet will not last, or mean
 * something else: as they are written, since what was compiled has lost that.
 *
 * Evidence: 53 class names made by builds, 167 comparisons with several classes
 * in their order, and stray quotation marks in the 2,040 files of
 * ftr-site-config.
 */
#include "author/lint.h"

enum { MIN_HASH = 5, MAX_HASH = 10 };

/* One part of a selector that tells something: .class, #id, [a=v]. */
struct part {
    char kind;              /* '.', '#' or '[' */
    struct str whole;
    struct str name;
    char op;                /* of an attribute: '=', '~', '^', ...; 0 none */
    struct str value;       /* as it stands between its quotes */
};

struct scan {
    struct str text;
    size_t at;
};

static bool
is_name_char(char c)
{
    return is_alpha(c) || is_digit(c) || c == '-' || c == '_' || c == '\\' ||
           ((unsigned char)c & 0x80) != 0;
}

static char
char_at(const struct scan *s, size_t at)
{
    return at < s->text.len ? s->text.ptr[at] : '\0';
}

/* Behind the character at `at`, which may be a backslash and another. */
static size_t
step_over(const struct scan *s, size_t at)
{
    at += char_at(s, at) == '\\' ? 2 : 1;
    return at < s->text.len ? at : s->text.len;
}

/* The end of the string that begins at `at`, behind its quotation mark. */
static size_t
string_end(const struct scan *s, size_t at)
{
    char quote = s->text.ptr[at++];

    while (at < s->text.len && s->text.ptr[at] != quote)
        at = step_over(s, at);
    return at < s->text.len ? at + 1 : at;
}

static struct str
take_name(struct scan *s)
{
    size_t beg = s->at;

    while (s->at < s->text.len && is_name_char(s->text.ptr[s->at]))
        s->at = step_over(s, s->at);
    return str_slice(s->text, beg, s->at);
}

static void
skip_spaces(struct scan *s)
{
    while (is_space(char_at(s, s->at)))
        s->at++;
}

static struct str
take_value(struct scan *s)
{
    size_t beg = s->at;

    if (char_at(s, beg) != '"' && char_at(s, beg) != '\'')
        return take_name(s);
    s->at = string_end(s, beg);
    return str_slice(s->text, beg + 1, s->at > beg + 1 ? s->at - 1 : s->at);
}

/* Read the attribute whose bracket is next. */
static void
take_attribute(struct scan *s, struct part *part)
{
    s->at++;
    skip_spaces(s);
    part->name = take_name(s);
    skip_spaces(s);
    while (s->at < s->text.len && char_at(s, s->at) != ']' && !part->op) {
        if (char_at(s, s->at) == '=')
            part->op = '=';
        else if (char_at(s, s->at + 1) == '=')
            part->op = s->text.ptr[s->at++];
        s->at++;
    }
    skip_spaces(s);
    if (part->op)
        part->value = take_value(s);
    while (s->at < s->text.len && s->text.ptr[s->at++] != ']')
        ;
}

/* The next part; what stands between, pseudo-classes and their strings among
 * it, is passed over. False at the end, or at a step. */
static bool
scan_next(struct scan *s, struct part *part)
{
    while (s->at < s->text.len) {
        size_t beg = s->at;
        char c = s->text.ptr[beg];

        *part = (struct part){ .kind = c };
        if (c == '[') {
            take_attribute(s, part);
        } else if (c == '.' || c == '#') {
            s->at++;
            part->name = take_name(s);
        } else if (c == '"' || c == '\'') {
            s->at = string_end(s, beg);
            continue;
        } else if (c == '-' && char_at(s, beg + 1) == '>') {
            return false;
        } else if (is_name_char(c)) {
            take_name(s);
            continue;
        } else {
            s->at++;
            continue;
        }
        part->whole = str_slice(s->text, beg, s->at);
        return true;
    }
    return false;
}

/* -- findings -------------------------------------------------------------- */

struct hint_parts {
    struct str before, value, after;
};

static void
find(struct lint *l, const struct rule_entry *e, enum rule_code code,
     const struct part *part, const char *what,
     const struct hint_parts *hint)
{
    struct lint_hint text = { .len = 0 };

    lint_hint_add(&text, hint->before);
    lint_hint_add(&text, hint->value);
    lint_hint_add(&text, hint->after);
    lint_find_in(l, code, e, &(struct rule_finding){
        .what = what, .word = part->whole,
        .hint = text.len > 0 ? text.text : NULL });
}

/* -- W20: classes made by builds ------------------------------------------- */

/* Whether letters and digits are mixed as a hash mixes them: a capital inside,
 * or a digit before a letter. A name of five may begin with its capital. */
static bool
is_hash(struct str s)
{
    bool is_mixed = false;

    if (s.len < MIN_HASH || s.len > MAX_HASH)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];

        if (!is_alpha(c) && !is_digit(c) && c != '-' && c != '_')
            return false;
        if (is_alpha(c) && c != to_lower(c))
            is_mixed = is_mixed || i > 0 || s.len == MIN_HASH;
        if (is_digit(c) && i + 1 < s.len && is_alpha(s.ptr[i + 1]))
            is_mixed = true;
    }
    return is_mixed;
}

/* What stands before the last "__", that included; empty where there is
 * none. */
static struct str
before_hash(struct str name)
{
    for (size_t i = name.len; i >= 3; i--)
        if (name.ptr[i - 1] == '_' && name.ptr[i - 2] == '_')
            return str_slice(name, 0, i);
    return (struct str){ NULL, 0 };
}

static void
check_class(struct lint *l, const struct rule_entry *e,
            const struct part *part)
{
    static const char what[] = "a class that the next build will rename";
    struct str name = part->name, stem = before_hash(name);
    const struct hint_parts by_stem = { STR("[class^=\""), stem,
                                        STR("\"]") };
    const struct hint_parts by_place = {
        STR("name the element by its tag, place or another class"),
        { NULL, 0 }, { NULL, 0 }
    };

    if (stem.len > 0 && is_hash(str_slice(name, stem.len, name.len)))
        find(l, e, RULE_W20, part, what, &by_stem);
    else if (str_starts(name, STR("sc-")) &&
             is_hash(str_slice(name, 3, name.len)))
        find(l, e, RULE_W20, part, what, &by_place);
    else if (str_starts(name, STR("css-")) &&
             is_hash(str_slice(name, 4, name.len)))
        find(l, e, RULE_W20, part, what, &by_place);
}

/* -- W33: ids made by ASP.NET ---------------------------------------------- */

static bool
has_aspnet_prefix(struct str id)
{
    return id.len > 6 && str_starts(id, STR("ctl")) && is_digit(id.ptr[3]) &&
           is_digit(id.ptr[4]) && (id.ptr[5] == '_' || id.ptr[5] == '$');
}

static void
check_id(struct lint *l, const struct rule_entry *e, const struct part *part,
         struct str id)
{
    size_t beg = id.len;

    if (!has_aspnet_prefix(id))
        return;
    while (beg > 0 && id.ptr[beg - 1] != '_' && id.ptr[beg - 1] != '$')
        beg--;
    find(l, e, RULE_W33, part,
         "an id that begins with the number of its container",
         &(struct hint_parts){ STR("[id$=\""),
                               str_slice(id, beg - 1, id.len),
                               STR("\"]") });
}

/* -- W21, W27: values of attributes ---------------------------------------- */

static bool
has_inner_space(struct str value)
{
    value = str_trim(value);
    for (size_t i = 0; i < value.len; i++)
        if (is_space(value.ptr[i]))
            return true;
    return false;
}

/* Whether a space at either end can never fit: a value as a whole or by its
 * words has none there, one by its part may. */
static bool
has_stray_space(const struct part *part)
{
    struct str v = part->value;
    bool at_start = v.len > 0 && is_space(v.ptr[0]);
    bool at_end = v.len > 0 && is_space(v.ptr[v.len - 1]);

    switch (part->op) {
    case '*':
        return false;
    case '^':
        return at_start;
    case '$':
        return at_end;
    default:
        return at_start || at_end;
    }
}

static void
check_attribute(struct lint *l, const struct rule_entry *e,
                const struct part *part)
{
    struct str value = str_trim(part->value), word;
    struct lint_hint hint = { .len = 0 };
    bool has_quote = str_find(value, STR("\""), 0) < value.len ||
                     str_find(value, STR("'"), 0) < value.len;

    if (has_quote || has_stray_space(part))
        find(l, e, RULE_W27, part,
             has_quote ? "a quotation mark inside the value"
                       : "a space at the end of the value",
             &(struct hint_parts){ { NULL, 0 }, { NULL, 0 }, { NULL, 0 } });
    if (str_ieq(part->name, STR("id")) && part->op == '=')
        check_id(l, e, part, value);
    if (!str_ieq(part->name, STR("class")) || part->op != '=' ||
        !has_inner_space(value))
        return;
    while (str_next_field(&value, ' ', &word)) {
        lint_hint_add(&hint, STR("."));
        lint_hint_add(&hint, word);
    }
    find(l, e, RULE_W21, part, "classes compared with their order",
         &(struct hint_parts){ { hint.text, hint.len }, { NULL, 0 },
                               { NULL, 0 } });
}

void
lint_selector(struct lint *l, const struct rule_entry *e)
{
    struct scan scan = { e->source, 0 };
    struct part part;

    while (scan_next(&scan, &part)) {
        if (part.kind == '.')
            check_class(l, e, &part);
        else if (part.kind == '#')
            check_id(l, e, &part, part.name);
        else
            check_attribute(l, e, &part);
    }
}

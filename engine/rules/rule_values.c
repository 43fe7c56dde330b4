#include "rules/rule_values.h"

struct rule_values
rule_values_begin(const struct rule_lines *lines, struct str rest)
{
    return (struct rule_values){ lines, str_trim(rest), true };
}

/* Note an error at the next `len` bytes and end the walk. */
static bool
fail(struct rule_values *it, size_t len, const char *what)
{
    rule_lines_find(it->lines, RULE_E11, str_slice(it->rest, 0, len), what);
    it->rest = str_slice(it->rest, it->rest.len, it->rest.len);
    return false;
}

/* Cut n bytes off the front of what is left. */
static struct str
cut(struct rule_values *it, size_t n)
{
    struct str part = str_slice(it->rest, 0, n);

    it->rest = str_slice(it->rest, n, it->rest.len);
    return part;
}

static void
skip_space(struct rule_values *it)
{
    size_t n = 0;

    while (n < it->rest.len && is_space(it->rest.ptr[n]))
        n++;
    cut(it, n);
}

static char
char_at(const struct rule_values *it, size_t i)
{
    return i < it->rest.len ? it->rest.ptr[i] : '\0';
}

static struct str
cut_letters(struct rule_values *it)
{
    size_t n = 0;

    while (is_alpha(char_at(it, n)))
        n++;
    return cut(it, n);
}

static bool
read_phrase(struct rule_values *it, struct rule_value *value)
{
    size_t beg = 1, end;

    value->kind = RULE_PHRASE;
    if (it->rest.ptr[0] != '"')
        value->mark = it->rest.ptr[beg++ - 1];
    end = str_find(it->rest, STR("\""), beg);
    if (end == it->rest.len)
        return fail(it, end, "no quotation mark ends this phrase");
    if (end == beg)
        return fail(it, end + 1, "an empty phrase");
    value->text = str_slice(it->rest, beg, end);
    cut(it, end + 1);
    return true;
}

/* Read /pattern/flags. */
static bool
read_pattern(struct rule_values *it, struct str *pattern, struct str *flags)
{
    size_t end = 1;

    while (end < it->rest.len && it->rest.ptr[end] != '/')
        end += it->rest.ptr[end] == '\\' ? 2 : 1;
    if (end >= it->rest.len)
        return fail(it, it->rest.len, "no slash ends this pattern");
    if (end == 1)
        return fail(it, 2, "an empty pattern");
    *pattern = str_slice(it->rest, 1, end);
    cut(it, end + 1);
    *flags = cut_letters(it);
    return true;
}

static bool
read_place(struct rule_values *it, struct rule_value *value)
{
    size_t n = 1;

    value->kind = RULE_PLACE;
    cut(it, 1);
    value->text = cut_letters(it);
    if (value->text.len == 0)
        return fail(it, it->rest.len, "no name behind '@'");
    if (char_at(it, 0) == '+' || char_at(it, 0) == '-') {
        while (is_digit(char_at(it, n)))
            n++;
        value->flags = cut(it, n);
    }
    return true;
}

/* Whether what is left goes on with `mark` between spaces. */
static bool
at_mark(const struct rule_values *it, size_t i, struct str mark)
{
    struct str rest = str_slice(it->rest, i, it->rest.len);

    return i > 0 && is_space(it->rest.ptr[i - 1]) && str_starts(rest, mark) &&
           (rest.len == mark.len || is_space(rest.ptr[mark.len]));
}

/* How deep in brackets and quotes a selector is behind c. */
static int
nest(int depth, char c, char *quote)
{
    if (*quote) {
        if (c == *quote)
            *quote = 0;
    } else if (c == '"' || c == '\'') {
        *quote = c;
    } else if (c == '(' || c == '[') {
        depth++;
    } else if (c == ')' || c == ']') {
        depth--;
    }
    return depth;
}

static bool
read_selector(struct rule_values *it, struct rule_value *value)
{
    int depth = 0;
    char quote = 0;
    size_t end = 0;

    value->kind = RULE_SELECTOR;
    for (; end < it->rest.len; end++) {
        if (depth == 0 && !quote &&
            (at_mark(it, end, STR("|")) || at_mark(it, end, STR("->"))))
            break;
        if (!quote && ((unsigned char)it->rest.ptr[end] & 0x80) != 0) {
            cut(it, end);
            return fail(it, it->rest.len,
                        "letters outside ASCII stand in quotes or slashes");
        }
        depth = nest(depth, it->rest.ptr[end], &quote);
    }
    if (depth != 0 || quote)
        return fail(it, it->rest.len, "quotes or brackets do not pair");
    value->text = str_trim(cut(it, end));
    return true;
}

static bool
read_what(struct rule_values *it, struct rule_value *value)
{
    char c = char_at(it, 0);

    if (c == '\0' || c == '|')
        return fail(it, it->rest.len, "an empty alternative");
    if (c == '"' || ((c == '=' || c == '*') && char_at(it, 1) == '"'))
        return read_phrase(it, value);
    if (c == '@')
        return read_place(it, value);
    if (c != '/')
        return read_selector(it, value);
    value->kind = RULE_REGEX;
    return read_pattern(it, &value->text, &value->flags);
}

/* Read the word and the step behind a value, where they are. */
static bool
read_tail(struct rule_values *it, struct rule_value *value)
{
    if (value->kind != RULE_SELECTOR && is_space(char_at(it, 0))) {
        skip_space(it);
        value->word = cut_letters(it);
    }
    skip_space(it);
    if (!str_starts(it->rest, STR("->")))
        return true;
    cut(it, 2);
    skip_space(it);
    if (char_at(it, 0) != '/')
        return fail(it, it->rest.len, "a /pattern/ follows \"->\"");
    return read_pattern(it, &value->step, &value->step_flags);
}

/* Whether " | " is next, its first space read already. */
static bool
at_bar(const struct rule_values *it)
{
    return char_at(it, 0) == '|' && is_space(it->rest.ptr[-1]) &&
           (it->rest.len == 1 || is_space(it->rest.ptr[1]));
}

bool
rule_values_next(struct rule_values *it, struct rule_value *value)
{
    if (it->rest.len == 0)
        return false;
    if (!it->is_first)
        cut(it, 1);
    skip_space(it);
    it->is_first = false;

    *value = (struct rule_value){ 0 };
    if (!read_what(it, value) || !read_tail(it, value))
        return false;
    skip_space(it);
    if (it->rest.len > 0 && !at_bar(it))
        return fail(it, it->rest.len, "\" | \" or nothing follows a value");
    return true;
}

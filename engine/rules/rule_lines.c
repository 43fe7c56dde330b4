#include "rules/rule_lines.h"

#include <assert.h>

#include "base/limits.h"
#include "text/utf8.h"

enum {
    MAX_NAME = 24,      /* bytes of a word that is worth a suggestion */
    MAX_TYPOS = 2
};

uint32_t
rule_lines_column(const struct rule_lines *lines, const char *at)
{
    size_t end = lines->line.len ? (size_t)(at - lines->line.ptr) : 0;
    uint32_t column = 1;

    assert(end <= lines->line.len);
    for (size_t i = 0; i < end; i++)
        column += ((unsigned char)lines->line.ptr[i] & 0xC0) != 0x80;
    return column;
}

static void
find_with_hint(const struct rule_lines *lines, enum rule_code code,
               struct str at, const char *what, const char *hint)
{
    const struct rule_finding finding = {
        .code = code, .file = lines->file, .line = lines->number,
        .column = rule_lines_column(lines, at.ptr),
        .what = what, .word = at, .hint = hint
    };

    rule_findings_add(lines->findings, &finding);
}

void
rule_lines_find(const struct rule_lines *lines, enum rule_code code,
                struct str at, const char *what)
{
    find_with_hint(lines, code, at, what, NULL);
}

static void
find_in_file(const struct rule_lines *lines, enum rule_code code,
             const char *what)
{
    const struct rule_finding finding = {
        .code = code, .file = lines->file, .what = what
    };

    rule_findings_add(lines->findings, &finding);
}

static bool
take_line(struct rule_lines *lines)
{
    struct str line;

    if (!str_next_line(&lines->rest, &line))
        return false;
    while (line.len > 0 && is_space(line.ptr[line.len - 1]))
        line.len--;
    lines->line = line;
    lines->number++;
    return true;
}

/* Whether the text is UTF-8; otherwise its first bad byte is noted. */
static bool
check_utf8(struct rule_lines *lines)
{
    struct str text = lines->rest;
    size_t valid = utf8_valid_len(text, NULL);
    size_t beg = 0;

    if (valid == text.len)
        return true;
    lines->number = 1;
    for (size_t i = 0; i < valid; i++) {
        if (text.ptr[i] == '\n') {
            beg = i + 1;
            lines->number++;
        }
    }
    lines->line = str_slice(text, beg, valid);
    rule_lines_find(lines, RULE_E13, str_slice(text, valid, valid),
                    "a byte that is not UTF-8");
    return false;
}

static bool
check_version(struct rule_lines *lines)
{
    struct rule_lines start = *lines;

    if (!take_line(lines)) {
        find_in_file(lines, RULE_E02, "the file is empty");
        return false;
    }
    if (str_eq(lines->line, STR("#!rule 1")))
        return true;
    if (str_starts(lines->line, STR("#!rule"))) {
        rule_lines_find(lines, RULE_E02, lines->line,
                        "only \"#!rule 1\" is known");
        return false;
    }
    rule_lines_find(lines, RULE_E02, str_slice(lines->line, 0, 0),
                    "the first line is not \"#!rule 1\"");
    *lines = start;
    return true;
}

bool
rule_lines_begin(struct rule_lines *lines, const char *file, struct str text,
                 struct rule_findings *findings)
{
    const struct str bom = STR("\xEF\xBB\xBF");

    if (str_starts(text, bom))
        text = str_slice(text, bom.len, text.len);
    *lines = (struct rule_lines){ file, findings, text, { NULL, 0 }, 0 };
    if (text.len > MAX_RULE_FILE) {
        find_in_file(lines, RULE_E15, "the file is larger than 256 KiB");
        return false;
    }
    return check_utf8(lines) && check_version(lines);
}

static bool
is_bidi_control(uint32_t cp)
{
    return cp == 0x061C || cp == 0x200E || cp == 0x200F ||
           (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

static bool
is_control(uint32_t cp)
{
    return (cp < 0x20 && cp != '\t') || (cp >= 0x7F && cp < 0xA0) ||
           cp == 0x2028 || cp == 0x2029;
}

/* Whether the line shows as what it is. */
static bool
check_characters(const struct rule_lines *lines)
{
    bool quoted = false;
    const char *what = NULL;
    size_t at = 0, beg = 0;

    while (at < lines->line.len && !what) {
        beg = at;
        uint32_t cp = utf8_next(lines->line, &at);

        if (cp == '"')
            quoted = !quoted;
        if (is_control(cp))
            what = "a control character";
        else if (!quoted && is_bidi_control(cp))
            what = "a bidi control outside quotes";
    }
    if (what)
        rule_lines_find(lines, RULE_E13, str_slice(lines->line, beg, beg),
                        what);
    return !what;
}

static bool
is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

/* Cut the key off the front of *rest. */
static struct str
cut_key(struct str *rest)
{
    size_t n = 0;

    /* '-' joins words; before a number it is a suffix's */
    while (n < rest->len &&
           (is_small(rest->ptr[n]) ||
            (rest->ptr[n] == '-' && n + 1 < rest->len &&
             is_small(rest->ptr[n + 1]))))
        n++;

    struct str key = str_slice(*rest, 0, n);
    *rest = str_slice(*rest, n, rest->len);
    return key;
}

static bool
read_section(const struct rule_lines *lines, struct rule_line *line)
{
    struct str text = lines->line;
    struct str rest;

    if (text.ptr[text.len - 1] != ']') {
        rule_lines_find(lines, RULE_E02, str_slice(text, text.len, text.len),
                        "a section's line ends with ']'");
        return false;
    }
    rest = str_trim(str_slice(text, 1, text.len - 1));
    line->is_section = true;
    line->suffix = str_slice(text, 0, 0);
    line->key = cut_key(&rest);
    line->rest = str_trim(rest);
    if (line->key.len == 0 || (rest.len > 0 && !is_space(rest.ptr[0]))) {
        rule_lines_find(lines, RULE_E02, text,
                        "a section begins with its kind, a-z");
        return false;
    }
    return true;
}

static bool
is_suffix(struct str s)
{
    size_t i = 1;

    if (s.len == 0 || str_eq(s, STR("!")))
        return true;
    while (i < s.len && is_digit(s.ptr[i]))
        i++;
    return (s.ptr[0] == '+' || s.ptr[0] == '-') && s.len > 1 && i == s.len;
}

static bool
read_entry(const struct rule_lines *lines, struct rule_line *line)
{
    struct str text = lines->line;
    size_t colon = str_find(text, STR(":"), 0);
    struct str head = str_slice(text, 0, colon);
    struct str tail = head;

    line->is_section = false;
    line->key = cut_key(&tail);
    line->suffix = str_trim(tail);
    if (colon == text.len) {
        rule_lines_find(lines, RULE_E02, text,
                        "a line is \"key: value\", a section or a remark");
        return false;
    }
    if (line->key.len == 0 || !is_suffix(line->suffix)) {
        rule_lines_find(lines, RULE_E02, head,
                        "a key is small letters in the first column");
        return false;
    }
    line->rest = str_trim(str_slice(text, colon + 1, text.len));
    if (line->rest.len == 0)
        rule_lines_find(lines, RULE_E10, line->key,
                        "nothing behind the colon");
    return line->rest.len > 0;
}

bool
rule_lines_next(struct rule_lines *lines, struct rule_line *line)
{
    while (take_line(lines)) {
        if (lines->line.len == 0 || !check_characters(lines) ||
            lines->line.ptr[0] == '#')
            continue;
        if (lines->line.ptr[0] == '[' ? read_section(lines, line)
                                      : read_entry(lines, line))
            return true;
    }
    return false;
}

/* How many letters to add, drop, change or swap with the next to make b of a;
 * more than MAX_TYPOS when one is longer than MAX_NAME. Damerau 1964. */
static unsigned
count_typos(struct str a, struct str b)
{
    unsigned rows[3][MAX_NAME + 1];

    if (a.len > MAX_NAME || b.len > MAX_NAME)
        return MAX_TYPOS + 1;
    for (unsigned k = 0; k <= b.len; k++)
        rows[0][k] = k;
    for (unsigned i = 1; i <= a.len; i++) {
        unsigned *row = rows[i % 3], *last = rows[(i + 2) % 3];

        row[0] = i;
        for (unsigned k = 1; k <= b.len; k++) {
            unsigned n = last[k - 1] + (a.ptr[i - 1] != b.ptr[k - 1]);

            n = n < last[k] + 1 ? n : last[k] + 1;
            n = n < row[k - 1] + 1 ? n : row[k - 1] + 1;
            if (i > 1 && k > 1 && a.ptr[i - 1] == b.ptr[k - 2] &&
                a.ptr[i - 2] == b.ptr[k - 1] &&
                n > rows[(i + 1) % 3][k - 2] + 1)
                n = rows[(i + 1) % 3][k - 2] + 1;
            row[k] = n;
        }
    }
    return rows[a.len % 3][b.len];
}

static const char *
nearest_name(struct str word, const char *const *names, size_t n)
{
    const char *nearest = NULL;
    unsigned fewest = MAX_TYPOS + 1;

    for (size_t i = 0; i < n; i++) {
        unsigned typos = count_typos(word, str_of(names[i]));

        if (typos < fewest && typos < word.len) {
            fewest = typos;
            nearest = names[i];
        }
    }
    return nearest;
}

size_t
rule_lines_choose(const struct rule_lines *lines, struct str word,
                  const char *const *names, size_t n, const char *what)
{
    const char *nearest;
    char hint[MAX_NAME + 20];
    size_t len = 0;

    for (size_t i = 0; i < n; i++)
        if (str_eq(word, str_of(names[i])))
            return i;

    nearest = nearest_name(word, names, n);
    const struct str parts[] = { STR("did you mean '"), str_of(nearest),
                                 STR("'?") };
    for (size_t i = 0; nearest && i < 3; i++) {
        assert(len + parts[i].len < sizeof hint);
        memcpy(hint + len, parts[i].ptr, parts[i].len);
        len += parts[i].len;
    }
    hint[len] = '\0';
    find_with_hint(lines, RULE_E01, word, what, nearest ? hint : NULL);
    return n;
}

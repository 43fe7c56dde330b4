/* test_pattern_tokens.c - a pattern's text read as PCRE2 reads it: a table, and
 * random texts of what patterns are made of, held against PCRE2. */
#include "rules/pattern_parts.h"

#include "tests/check.h"
#include "tests/text/random_text.h"

/* One letter a token. */
static char
letter_of(const struct pattern_token *t)
{
    static const char letters[] = {
        [PATTERN_CHAR] = 'c', [PATTERN_SET] = 's', [PATTERN_PLACE] = 'p',
        [PATTERN_CUT] = 'k', [PATTERN_OPEN] = '(', [PATTERN_LOOK] = '<',
        [PATTERN_OR] = '|', [PATTERN_CLOSE] = ')', [PATTERN_REPEAT] = '*',
        [PATTERN_END] = '.', [PATTERN_VERB] = 'V', [PATTERN_CALL] = 'R',
        [PATTERN_CALLOUT] = 'C', [PATTERN_CONDITION] = 'I',
        [PATTERN_REFERENCE] = '1', [PATTERN_EXTENDED] = 'X',
        [PATTERN_BYTE] = 'B', [PATTERN_BRACE] = '{', [PATTERN_NEST] = 'N',
        [PATTERN_UNKNOWN] = '?'
    };

    return letters[t->kind];
}

struct read_case {
    const char *text;
    const char *want;       /* without the first bracket and the end */
};

static void
check_read(struct str text, const char *want)
{
    struct pattern_tokens tokens;
    char letters[MAX_PATTERN + 2];

    pattern_tokens_read(text, 0, &tokens);
    for (size_t i = 0; i < tokens.n; i++)
        letters[i] = letter_of(&tokens.items[i]);
    CHECK(tokens.n >= 2 && letters[0] == '(' && letters[tokens.n - 1] == '.');
    if (!CHECK_STR(((struct str){ letters + 1, tokens.n - 2 }), want))
        printf("    in:   [%.*s]\n", (int)text.len, text.ptr);
}

#define CHECK_READ(cases) \
    for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++) \
        check_read(str_of((cases)[i].text), (cases)[i].want)

static void
characters_places_and_sets(void)
{
    static const struct read_case cases[] = {
        { "", "" }, { "aخ-", "ccc" }, { ".\\d\\pL\\p{Arabic}\\X\\R\\N",
        "sssssss" },
        { "^$\\b\\B\\A\\z\\Z\\G", "pppppppp" }, { "a\\Kb", "ckc" },
        { "\\x{627}\\x41\\x\\o{101}\\012\\0\\08", "cccccccc" },
        { "\\N{U+627}\\cA\\c\\\\cz", "cccc" }, { "\\N{2}", "s*" },
        { "\\a\\e\\f\\n\\r\\t", "cccccc" }, { "\\.\\خ\\ \\-", "cccc" },
        { "[a]", "s" }, { "[]]", "s" }, { "[^]]]", "sc" }, { "[\\]]", "s" },
        { "[a\\]b", "s" }, { "[[:alpha:]]", "s" }, { "[[:^digit:]x]", "s" },
        { "[\\Q]\\E]", "s" }, { "[\\E]]", "s" }, { "[^\\Q\\E]a]", "s" },
        { "[\\c]]", "s" }, { "[[]", "s" }, { "[a-z]b", "sc" },
        { "}a]", "ccc" }
    };

    CHECK_READ(cases);
}

static void
quotes_and_remarks(void)
{
    static const struct read_case cases[] = {
        { "\\Qa+(\\E+", "ccc*" }, { "\\Q\\\\E", "c" }, { "\\Q[", "c" },
        { "\\Q", "" }, { "\\Ea\\E+", "c*" }, { "a(?#)b+)c", "cc*?" },
        { "a(?#b)+", "c*" }, { "(?#", "" }, { "\\Q(?#)\\E", "cccc" }
    };

    CHECK_READ(cases);
}

static void
groups_and_repeats(void)
{
    static const struct read_case cases[] = {
        { "(a)", "(c)" }, { "(?:a|b)|c", "(c|c)|c" }, { "(?|a)", "(c)" },
        { "(?>a)", "(c)" }, { "(?<n>a)(?'n'a)(?P<n_1>a)", "(c)(c)(c)" },
        { "(?=a)(?!a)(?<=a)(?<!a)", "<c)<c)<c)<c)" }, { "(?i)a(?-i)", "c" },
        { "(?^i:a)(?m-s)", "(c)" }, { "(?)", "" }, { "a*b+c?", "c*c*c*" },
        { "a*?b++c?+", "c*c*c*" }, { "a{2}b{2,}c{2,3}+d{0}?", "c*c*c*c*" },
        { "()", "()" }, { "a)", "c?" }, { "(a", "(c" }
    };

    CHECK_READ(cases);
}

static void
what_is_refused_ends_the_reading(void)
{
    static const struct read_case cases[] = {
        { "a(*F)b", "cV" }, { "(*UTF)", "V" }, { "a(?R)b", "cR" },
        { "(?0)", "R" }, { "(?1)", "R" }, { "(?+1)", "R" }, { "(?-1)", "R" },
        { "(?&n)", "R" }, { "(?P>n)", "R" }, { "\\g<n>", "R" },
        { "\\g'1'", "R" }, { "(?C)", "C" }, { "(?C1)a", "C" },
        { "(?(1)a)", "I" }, { "(?(?=a)b)", "I" }, { "\\1", "1" },
        { "\\9a", "1" }, { "\\g1", "1" }, { "\\g{-1}", "1" },
        { "\\k<n>", "1" }, { "\\k{n}", "1" }, { "(?P=n)", "1" },
        { "(?x)a", "X" }, { "(?ix)", "X" }, { "(?xx:a)", "X" }, { "a\\Cb",
        "cB" },
        { "a{", "c{" }, { "{", "{" }, { "a{,2}b", "c{" }, { "a{2", "c{" },
        { "a{ 2 }", "c{" }, { "a{2,3,4}", "c{" }, { "[[:<:]]a", "?" },
        { "[[.a.]]", "?" }, { "[[=a=]]", "?" }, { "[a[:x]", "?" },
        { "\\", "?" }, { "\\y", "?" }, { "\\i", "?" }, { "\\o1", "?" },
        { "\\x{}", "?" }, { "\\x{41", "?" }, { "\\x{d800}", "?" },
        { "\\x{110000}", "?" }, { "\\N{name}", "?" }, { "\\p", "?" },
        { "\\p{a", "?" }, { "\\c", "?" }, { "\\cé", "?" }, { "\\L", "?" },
        { "(?aD)a", "?" }, { "(?<n", "?" }, { "(?<n-m>a)", "?" },
        { "(?P!a)", "?" }, { "(?[a])", "?" }, { "(?", "?" }
    };

    CHECK_READ(cases);
}

static void
repeats_have_their_bounds(void)
{
    static const struct {
        const char *text;
        uint32_t min, max;
        bool is_possessive;
    } cases[] = {
        { "a*", 0, PATTERN_UNBOUNDED, false }, { "a+?", 1, PATTERN_UNBOUNDED,
        false }, { "a?+", 0, 1, true }, { "a{3}", 3, 3, false },
        { "a{3,}+", 3, PATTERN_UNBOUNDED, true }, { "a{0,12}", 0, 12, false },
        { "a", 1, 1, false }, { "a|b*", 1, 1, false }
    };
    struct pattern_tokens tokens;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pattern_token r;

        pattern_tokens_read(str_of(cases[i].text), 0, &tokens);
        r = pattern_repeat(&tokens, 1);
        CHECK(r.kind == PATTERN_REPEAT && r.min == cases[i].min &&
              r.max == cases[i].max &&
              r.is_possessive == cases[i].is_possessive);
    }
}

static void
longest_text_has_room(void)
{
    char text[MAX_PATTERN];
    struct pattern_tokens tokens;

    memset(text, 'a', sizeof text);
    pattern_tokens_read((struct str){ text, sizeof text }, 0, &tokens);
    CHECK_INT(tokens.n, MAX_PATTERN + 2);
    CHECK_INT(tokens.items[tokens.n - 2].end, MAX_PATTERN);
}

static void
case_is_that_of_flags_and_options(void)
{
    struct pattern_tokens tokens;

    pattern_tokens_read(STR("a"), 0, &tokens);
    CHECK(!tokens.is_caseless);
    pattern_tokens_read(STR("a"), PATTERN_CASELESS, &tokens);
    CHECK(tokens.is_caseless);
    pattern_tokens_read(STR("a(?s)(?i:b)"), 0, &tokens);
    CHECK(tokens.is_caseless);
    pattern_tokens_read(STR("\\Q(?i)\\E(?#i)[(?i)]"), 0, &tokens);
    CHECK(!tokens.is_caseless);
}

/* -- against PCRE2 --------------------------------------------------------- */

static pcre2_code *
compile(struct str text)
{
    int problem;
    size_t at;

    return pcre2_compile((PCRE2_SPTR)text.ptr, text.len,
                         PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C,
                         &problem, &at, NULL);
}

static uint32_t
info(const pcre2_code *code, uint32_t what)
{
    uint32_t n = 0;

    pcre2_pattern_info(code, what, &n);
    return n;
}

static struct str
random_pattern(struct random_text *r)
{
    static const char *const parts[] = {
        "a", "a", "b", "ا", " ", ".", "^", "$", "|", "|", "(", "(", "(", ")",
        ")", ")", ")", "(?:", "(?|", "(?>", "(?=", "(?!", "(?<=", "(?<!",
        "(?<n>", "(?<m>", "(?'o'", "(?P<p>", "(?i)", "(?s-m:", "(?#", "(?^)",
        "*", "+", "?", "{2}", "{2,}", "{0,3}", "{0}", "{", "}", ",", "-",
        "[", "[", "[^", "]", "]", "[:alpha:]", "[:", ":]", "\\Q", "\\E",
        "\\", "\\d", "\\b", "\\K", "\\R", "\\z", "\\x{627}", "\\x", "\\012",
        "\\o{7}", "\\cA", "\\c", "\\N", "\\N{U+41}", "\\pL", "\\p{^Lu}",
        "\\]", "\\[", "\\(", "=", "!", "<", ":", "n", "E", "Q", "1"
    };
    size_t len = 0;

    for (uint32_t n = 1 + random_below(r, 12); n > 0; n--) {
        struct str part =
            str_of(parts[random_below(r, sizeof parts / sizeof *parts)]);

        memcpy(r->bytes + len, part.ptr, part.len);
        len += part.len;
    }
    return (struct str){ r->bytes, len };
}

static bool
is_named(struct str bracket)
{
    return bracket.len > 3 && bracket.ptr[1] == '?' &&
           (bracket.ptr[2] == '<' || bracket.ptr[2] == '\'' ||
            bracket.ptr[2] == 'P');
}

struct counts {
    uint32_t groups, named, resets, looks;
    uint32_t min;       /* characters of the shortest match */
};

/* The least that what ends before token `end` takes, from `*i` on. */
static uint32_t
least_of_branches(const struct pattern_tokens *tokens, size_t *i)
{
    size_t end = pattern_group_end(tokens, *i);
    bool is_look = tokens->items[*i].kind == PATTERN_LOOK;
    uint32_t least = UINT32_MAX, now = 0;

    for (++*i; *i < end; ++*i) {
        enum pattern_token_kind kind = tokens->items[*i].kind;

        if (kind == PATTERN_OR) {
            least = now < least ? now : least;
            now = 0;
        } else if (kind == PATTERN_CHAR || kind == PATTERN_SET) {
            now += pattern_repeat(tokens, *i).min;
        } else if (kind == PATTERN_OPEN || kind == PATTERN_LOOK) {
            uint32_t inner = least_of_branches(tokens, i);

            now += inner * pattern_repeat(tokens, *i).min;
        }
    }
    least = now < least ? now : least;
    return is_look ? 0 : least;
}

static struct counts
count_tokens(const struct pattern_tokens *tokens)
{
    struct counts c = { 0, 0, 0, 0, 0 };
    size_t first = 0;

    for (size_t i = 1; i < tokens->n; i++) {
        struct str bracket = str_slice(tokens->text, tokens->items[i].beg,
                                       tokens->items[i].end);

        c.looks += tokens->items[i].kind == PATTERN_LOOK;
        if (tokens->items[i].kind != PATTERN_OPEN)
            continue;
        c.named += is_named(bracket);
        c.groups += is_named(bracket) || bracket.len == 1;
        c.resets += str_eq(bracket, STR("(?|"));
    }
    c.min = least_of_branches(tokens, &first);
    return c;
}

static void
check_links(const struct pattern_tokens *tokens)
{
    for (size_t i = 0; i < tokens->n; i++) {
        const struct pattern_token *t = &tokens->items[i];
        size_t end;

        if (t->kind != PATTERN_OPEN && t->kind != PATTERN_LOOK)
            continue;
        end = pattern_group_end(tokens, i);
        CHECK(end > i && end < tokens->n && tokens->items[end].link == i);
        CHECK(tokens->items[end].kind == (i == 0 ? PATTERN_END
                                                 : PATTERN_CLOSE));
    }
}

/* PCRE2 counts what is looked at in the least length. */
static void
check_against(const struct pattern_tokens *tokens, const pcre2_code *code)
{
    struct counts c = count_tokens(tokens);
    uint32_t groups = info(code, PCRE2_INFO_CAPTURECOUNT);
    bool same = c.resets > 0 ? groups <= c.groups : groups == c.groups;

    check_links(tokens);
    if (!CHECK(same && info(code, PCRE2_INFO_NAMECOUNT) == c.named &&
               info(code, PCRE2_INFO_BACKREFMAX) == 0 &&
               (info(code, PCRE2_INFO_MINLENGTH) <= c.min || c.looks > 0) &&
               info(code, PCRE2_INFO_MATCHEMPTY) == (c.min == 0)))
        printf("    in:   [%.*s] groups %u %u named %u least %u %u empty %u\n",
               (int)tokens->text.len, tokens->text.ptr, groups, c.groups,
               c.named, info(code, PCRE2_INFO_MINLENGTH), c.min,
               info(code, PCRE2_INFO_MATCHEMPTY));
}

static void
random_texts_are_read_as_pcre2_reads_them(void)
{
    struct random_text r = { .state = 4711 };
    static struct pattern_tokens tokens;
    struct pattern_error error;
    int n_same = 0, n_refused = 0;

    for (int i = 0; i < 300000; i++) {
        struct str text = random_pattern(&r);
        bool is_taken;
        pcre2_code *code;

        pattern_tokens_read(text, 0, &tokens);
        is_taken = pattern_check_tokens(&tokens, 0, &error);
        code = compile(text);
        if (is_taken && code) {
            check_against(&tokens, code);
            n_same++;
        }
        n_refused += code && !is_taken;
        pcre2_code_free(code);
    }
    /* most are no patterns; few that are one is refused */
    CHECK(n_same > 30000);
    CHECK(n_refused > 0 && n_refused < n_same);
}

int
main(void)
{
    characters_places_and_sets();
    quotes_and_remarks();
    groups_and_repeats();
    what_is_refused_ends_the_reading();
    repeats_have_their_bounds();
    longest_text_has_room();
    case_is_that_of_flags_and_options();
    random_texts_are_read_as_pcre2_reads_them();
    return check_summary();
}

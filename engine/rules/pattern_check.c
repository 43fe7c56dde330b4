/* pattern_check.c - what may not stand in a rule's pattern, with the reason.
 *
 * From measurements of PCRE2 10.42 and its advisories: each of these can cost
 * more than a match limit tells, or mean other than its author thinks.
 */
#include "rules/pattern_parts.h"
#include "text/utf8.h"

enum {
    /* Times an {n} may repeat: compiled code grows with it. */
    MAX_REPEAT = 1000,

    /* Characters of a look-behind: they are matched anew at every place. */
    MAX_LOOK_BEHIND = 64,

    /* Bytes of compiled and of machine code: 100 patterns of real rules need
     * under 2 KB each. */
    MAX_CODE = 32 << 10,
    MAX_JIT_CODE = 128 << 10
};

bool
pattern_refuse(struct pattern_error *error, size_t at, const char *what)
{
    struct str s = str_of(what);
    size_t n = s.len < sizeof error->what - 1 ? s.len
                                              : sizeof error->what - 1;

    error->at = at;
    error->is_refused = true;
    memcpy(error->what, s.ptr, n);
    error->what[n] = '\0';
    return false;
}

bool
pattern_check_text(struct str text, struct pattern_error *error)
{
    size_t valid;

    if (text.len > MAX_PATTERN)
        return pattern_refuse(error, 0, "a pattern of over 512 bytes");
    valid = utf8_valid_len(text, NULL);
    if (valid < text.len)
        return pattern_refuse(error, valid, "a byte that is not UTF-8");
    return true;
}

static const char *
reason_of(enum pattern_token_kind kind)
{
    switch (kind) {
    case PATTERN_VERB:
        return "no (*VERBS)";
    case PATTERN_CALL:
        return "no recursion";
    case PATTERN_CALLOUT:
        return "no callouts";
    case PATTERN_CONDITION:
        return "no conditions";
    case PATTERN_REFERENCE:
        return "no references to what a group matched";
    case PATTERN_EXTENDED:
        return "no (?x): a space is a space here";
    case PATTERN_BYTE:
        return "no \\C: bytes are no characters";
    case PATTERN_BRACE:
        return "a '{' that repeats nothing is written \\{";
    case PATTERN_NEST:
        return "more than 32 brackets open";
    case PATTERN_UNKNOWN:
        return "not known here";
    default:
        return NULL;
    }
}

static bool
check_repeat(const struct pattern_token *t, struct pattern_error *error)
{
    if (t->min <= MAX_REPEAT &&
        (t->max == PATTERN_UNBOUNDED || t->max <= MAX_REPEAT))
        return true;
    return pattern_refuse(error, t->beg, "repeated more than 1,000 times");
}

bool
pattern_check_tokens(const struct pattern_tokens *tokens, unsigned flags,
                     struct pattern_error *error)
{
    (void)flags;
    for (size_t i = 0; i < tokens->n; i++) {
        const struct pattern_token *t = &tokens->items[i];
        const char *reason = reason_of(t->kind);

        if (reason)
            return pattern_refuse(error, t->beg, reason);
        if (t->kind == PATTERN_REPEAT && !check_repeat(t, error))
            return false;
    }
    return true;
}

static uint64_t
info_of(const pcre2_code *code, uint32_t what, bool is_size)
{
    uint32_t number = 0;
    size_t size = 0;

    if (is_size) {
        pcre2_pattern_info(code, what, &size);
        return size;
    }
    pcre2_pattern_info(code, what, &number);
    return number;
}

bool
pattern_check_code(const pcre2_code *code, unsigned flags,
                   struct pattern_error *error)
{
    const char *reason = NULL;

    if (info_of(code, PCRE2_INFO_BACKREFMAX, false) > 0)
        reason = reason_of(PATTERN_REFERENCE);
    else if (info_of(code, PCRE2_INFO_HASBACKSLASHC, false))
        reason = reason_of(PATTERN_BYTE);
    else if (info_of(code, PCRE2_INFO_MAXLOOKBEHIND, false) > MAX_LOOK_BEHIND)
        reason = "a look-behind of more than 64 characters";
    else if (info_of(code, PCRE2_INFO_CAPTURECOUNT, false) >
             PATTERN_MAX_GROUPS)
        reason = "more than 16 groups";
    else if ((flags & PATTERN_DELETES) &&
             info_of(code, PCRE2_INFO_MATCHEMPTY, false))
        reason = "takes text away, and can match none";
    else if (info_of(code, PCRE2_INFO_SIZE, true) > MAX_CODE)
        reason = "too large once compiled";
    else if (info_of(code, PCRE2_INFO_JITSIZE, true) > MAX_JIT_CODE)
        reason = "too large once compiled";
    return !reason || pattern_refuse(error, 0, reason);
}

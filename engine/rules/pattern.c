#include "rules/pattern.h"

#include "rules/pattern_parts.h"
#include "text/utf8.h"

enum {
    MIN_LITERAL = 3,                /* bytes worth looking for */
    JIT_STACK_START = 32 << 10,     /* bytes */
    JIT_STACK_MAX = 256 << 10,
    NEAR = 64       /* bytes in which a long subject's cut looks for a space */
};

/* -- compiling ------------------------------------------------------------- */

static bool
tell_error(struct pattern_error *error, int code, size_t at)
{
    error->at = at;
    error->is_refused = false;
    error->what[0] = '\0';
    if (code != PCRE2_ERROR_NOMEMORY && code != PCRE2_ERROR_HEAP_FAILED)
        pcre2_get_error_message(code, (PCRE2_UCHAR *)error->what,
                                sizeof error->what);
    return false;
}

static pcre2_code *
compile_code(struct str text, unsigned flags, struct pattern_error *error)
{
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C |
                       PCRE2_DOLLAR_ENDONLY;
    pcre2_code *code = NULL;
    int problem = PCRE2_ERROR_NOMEMORY;
    size_t at = 0;

    if (flags & PATTERN_CASELESS)
        options |= PCRE2_CASELESS;
    if (context) {
        pcre2_set_max_pattern_length(context, MAX_PATTERN);
        pcre2_set_parens_nest_limit(context, PATTERN_MAX_NEST);
        code = pcre2_compile((PCRE2_SPTR)text.ptr, text.len, options,
                             &problem, &at, context);
    }
    pcre2_compile_context_free(context);
    if (!code)
        tell_error(error, problem, at < text.len ? at : text.len);
    return code;
}

static bool
is_end(const struct pattern_tokens *tokens, size_t i)
{
    const struct pattern_token *t = &tokens->items[i];

    return t->kind == PATTERN_PLACE && t->end - t->beg == 2 &&
           to_lower(tokens->text.ptr[t->beg + 1]) == 'z';
}

/* Look for \z and \Z. */
static void
find_ends(struct pattern *p, const struct pattern_tokens *tokens)
{
    size_t look_end = 0;

    for (size_t i = 0; i < tokens->n; i++) {
        if (tokens->items[i].kind == PATTERN_LOOK &&
            pattern_group_end(tokens, i) > look_end)
            look_end = pattern_group_end(tokens, i);
        if (!is_end(tokens, i))
            continue;
        p->has_end = true;
        p->looks_for_end |= i < look_end;
    }
}

/* Fill in what is known of a pattern that PCRE2 took; false when it is
 * refused. */
static bool
pattern_fill(struct store *s, struct pattern *p,
             const struct pattern_tokens *tokens, unsigned flags,
             struct pattern_error *error)
{
    char literal[MAX_PATTERN];
    size_t n = pattern_literal_find(tokens, literal);
    bool has_jit = (flags & PATTERN_NO_JIT) == 0 &&
                   pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE) == 0;

    p->max_subject = has_jit ? MAX_SUBJECT : PATTERN_INTERPRETED_SUBJECT;
    find_ends(p, tokens);
    p->may_backtrack = pattern_backtracks(tokens);
    p->literal = store_str(s, (struct str){ literal,
                                            n >= MIN_LITERAL ? n : 0 });
    if (!p->literal.ptr)
        return tell_error(error, PCRE2_ERROR_NOMEMORY, 0);
    return pattern_check_code(p->code, flags, error) &&
           ((flags & PATTERN_TORTURE) == 0 ||
            pattern_torture(p, tokens, error));
}

struct pattern *
pattern_compile(struct store *s, struct str text, unsigned flags,
                struct pattern_error *error)
{
    struct pattern *p = store_new(s, struct pattern, 1);
    struct pattern_tokens tokens;

    *error = (struct pattern_error){ .at = 0 };
    if (!p || !pattern_check_text(text, error))
        return NULL;
    pattern_tokens_read(text, flags, &tokens);
    if (!pattern_check_tokens(&tokens, flags, error))
        return NULL;
    p->code = compile_code(text, flags, error);
    if (!p->code)
        return NULL;
    if (pattern_fill(s, p, &tokens, flags, error))
        return p;
    pattern_free(p);
    return NULL;
}

void
pattern_free(struct pattern *pattern)
{
    if (!pattern)
        return;
    pcre2_code_free(pattern->code);
    pattern->code = NULL;
}

struct str
pattern_literal(const struct pattern *pattern)
{
    return pattern->literal;
}

bool
pattern_may_backtrack(const struct pattern *pattern)
{
    return pattern->may_backtrack;
}

/* -- running --------------------------------------------------------------- */

bool
pattern_runner_open(struct pattern_runner *runner)
{
    pcre2_match_context *context = pcre2_match_context_create(NULL);
    pcre2_jit_stack *stack =
        pcre2_jit_stack_create(JIT_STACK_START, JIT_STACK_MAX, NULL);

    runner->data = pcre2_match_data_create(PATTERN_MAX_GROUPS + 1, NULL);
    runner->context = context;
    runner->jit_stack = stack;
    if (!runner->data || !context) {
        pattern_runner_close(runner);
        return false;
    }
    pcre2_set_match_limit(context, PATTERN_MATCH_LIMIT);
    pcre2_set_depth_limit(context, PATTERN_DEPTH_LIMIT);
    pcre2_set_heap_limit(context, PATTERN_HEAP_LIMIT_KIB);
    if (stack)
        pcre2_jit_stack_assign(context, NULL, stack);
    return true;
}

void
pattern_runner_close(struct pattern_runner *runner)
{
    pcre2_match_data_free(runner->data);
    pcre2_match_context_free(runner->context);
    pcre2_jit_stack_free(runner->jit_stack);
    *runner = (struct pattern_runner){ NULL, NULL, NULL };
}

/* One search in text[0 .. len) from `from`. */
struct search {
    struct str text;
    size_t from;
    uint32_t options;
};

static bool
take_match(const struct pattern_runner *runner, int n_pairs,
           struct pattern_match *match)
{
    const PCRE2_SIZE *pairs = pcre2_get_ovector_pointer(runner->data);

    *match = (struct pattern_match){ pairs[0], pairs[1], pairs[0], pairs[1] };
    for (int i = 1; i < n_pairs; i++) {
        if (pairs[2 * i] == PCRE2_UNSET)
            continue;
        match->group_beg = pairs[2 * i];
        match->group_end = pairs[2 * i + 1];
        break;
    }
    /* \K in a look-around can put the start behind the end */
    return match->beg <= match->end && match->group_beg <= match->group_end;
}

static bool
search_run(const struct pattern *p, struct pattern_runner *runner,
           const struct search *s, struct fuel *fuel, uint32_t *limits,
           struct pattern_match *match)
{
    int n;

    if (s->from > s->text.len ||
        !fuel_spend(fuel, s->text.len - s->from + 1))
        return false;
    n = pcre2_match(p->code, (PCRE2_SPTR)(s->text.ptr ? s->text.ptr : ""),
                    s->text.len, s->from, s->options | PCRE2_NO_UTF_CHECK,
                    runner->data, runner->context);
    if (n == PCRE2_ERROR_NOMATCH)
        return false;
    if (n <= 0) {
        *limits |= LIMIT_PATTERN;
        return false;
    }
    return take_match(runner, n, match);
}

/* Where the first part of a long subject ends: before a space that is near, or
 * else between characters. */
static size_t
first_part(struct str subject, size_t max)
{
    size_t end = max;

    while (((unsigned char)subject.ptr[end] & 0xC0) == 0x80)
        end--;
    for (size_t i = end; i > 0 && end - i < NEAR; i--)
        if (is_space(subject.ptr[i]))
            return i;
    return end;
}

static size_t
last_part(struct str subject, size_t max)
{
    size_t beg = subject.len - max;

    while (((unsigned char)subject.ptr[beg] & 0xC0) == 0x80)
        beg++;
    return beg;
}

bool
pattern_find(const struct pattern *pattern, struct pattern_runner *runner,
             struct str subject, size_t from, struct fuel *fuel,
             uint32_t *limits, struct pattern_match *match)
{
    struct search s = { subject, from, 0 };
    uint32_t met = 0;
    size_t end, beg;

    if (subject.len <= pattern->max_subject)
        return search_run(pattern, runner, &s, fuel, limits, match);
    *limits |= LIMIT_SUBJECT;
    end = first_part(subject, pattern->max_subject);
    beg = last_part(subject, pattern->max_subject);
    s.text.len = end;
    s.options = PCRE2_NOTEOL;
    if (from < end && !pattern->looks_for_end &&
        search_run(pattern, runner, &s, fuel, &met, match) &&
        !(pattern->has_end && match->end == end))
        return true;
    *limits |= met;
    if (met)
        return false;
    s = (struct search){ subject, from > beg ? from : beg, 0 };
    return search_run(pattern, runner, &s, fuel, limits, match);
}

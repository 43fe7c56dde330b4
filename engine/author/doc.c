/* doc.c - the keys of the rule language and the codes of findings, as tables of
 * words: what rule_keys.inc and rule_codes.inc say, spelled out.
 */
#include "author/author.h"

#define TOP RULE_IN_TOP
#define LAYOUT RULE_IN_LAYOUT
#define TEXT RULE_IN_TEXT
#define CASE RULE_IN_CASE
#define PHRASE RULE_TAKES_PHRASE
#define REGEX RULE_TAKES_REGEX
#define PLACE RULE_TAKES_PLACE
#define SELECTOR RULE_TAKES_SELECTOR
#define PLAIN RULE_TAKES_PLAIN
#define ANY RULE_TAKES_ANY
#define ONCE RULE_HOW_ONCE
#define COUNT RULE_HOW_COUNT
#define SIGNED RULE_HOW_SIGNED
#define BANG RULE_HOW_BANG
#define WORD RULE_HOW_WORD
#define STEP RULE_HOW_STEP
#define DELETES RULE_HOW_DELETES

/* The places and values that keys of the table have; test_doc.c sees to it that
 * none is missing. */
static const char wheres[(CASE << 1)][32] = {
    [TOP] = "top",
    [CASE] = "[case]",
    [TOP | TEXT] = "top [text]",
    [TOP | LAYOUT] = "top [layout]",
    [TOP | LAYOUT | TEXT] = "top [layout] [text]",
    [TOP | LAYOUT | TEXT | CASE] = "top [layout] [text] [case]"
};

static const char values[(PLAIN << 1)][48] = {
    [PLAIN] = "plain",
    [PHRASE] = "phrase",
    [SELECTOR] = "selector",
    [PHRASE | SELECTOR] = "phrase selector",
    [PHRASE | REGEX | SELECTOR] = "phrase pattern selector",
    [ANY] = "phrase pattern place selector",
    [ANY | PLAIN] = "phrase pattern place selector plain"
};

#define FORM(name, where, how) \
    ((how) & SIGNED  ? name "+N: " name "-N:" \
     : (how) & COUNT ? name ": " name "+N:" \
     : (how) & BANG  ? name ": " name "!:" \
     : (where) == CASE ? name ": todo-" name ":" \
                     : name ":")

static const lubb_key_doc keys[N_RULE_KEYS] = {
#define KEY(name, where, what, how, meaning, example)                       \
    { #name, FORM(#name, where, how), wheres[where], values[what], meaning, \
      example },
#include "rules/rule_keys.inc"
#undef KEY
};

const lubb_key_doc *
lubb_rules_key(size_t i)
{
    return i < N_RULE_KEYS ? &keys[i] : NULL;
}

int
lubb_rules_code(size_t i, const char **name, const char **meaning)
{
    if (i >= N_RULE_CODES)
        return 0;
    *name = rule_code_name((enum rule_code)i);
    *meaning = rule_code_text((enum rule_code)i);
    return 1;
}

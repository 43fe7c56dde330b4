#include "rules/rule_keys.h"

#define TOP RULE_IN_TOP
#define LAYOUT RULE_IN_LAYOUT
#define TEXT RULE_IN_TEXT
#define CASE RULE_IN_CASE
#define PHRASE RULE_TAKES_PHRASE
#define REGEX RULE_TAKES_REGEX
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

const struct rule_key_info rule_keys[N_RULE_KEYS] = {
#define KEY(name, where, what, how, meaning, example) \
    { #name, where, what, how, meaning, example },
#include "rules/rule_keys.inc"
#undef KEY
};

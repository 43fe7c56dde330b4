#include "text/stopwords.h"

#include "text/arabic.h"
#include "text/words.h"

enum {
    MAX_STOPWORD = 128      /* bytes, folded; a longer line is no word */
};

static uint32_t
count_lines(struct str text)
{
    struct str line;
    uint32_t n = 0;

    while (str_next_line(&text, &line))
        n++;
    return n;
}

static struct str
without_comment(struct str line)
{
    return str_slice(line, 0, str_find(line, STR("#"), 0));
}

/* Add the word of a line, if it has one. */
static void
add_line(struct table *table, struct str line)
{
    char folded[MAX_STOPWORD];
    size_t len = fold_text(without_comment(line), folded, sizeof folded);
    bool added;

    /* A slot too far is out of the question: the load is under one half and
     * the list is our own. */
    if (len > 0 && len <= sizeof folded)
        table_put(table, words_hash((struct str){ folded, len }), 1, &added);
}

bool
stopwords_load(struct store *s, struct str text, struct stopwords *out)
{
    struct table table = { NULL, table_slots_for(count_lines(text)) };
    struct str line;

    table.slots = store_new(s, struct table_slot, table.n_slots);
    if (!table.slots)
        return false;
    while (str_next_line(&text, &line))
        add_line(&table, line);
    out->table = table;
    return true;
}

bool
stopwords_has(const struct stopwords *set, struct str word)
{
    if (table_find(&set->table, words_hash(word)))
        return true;
    /* Letters of the list have two bytes each, so six are three letters. */
    return word.len >= 6 &&
           (str_starts(word, STR("و")) || str_starts(word, STR("ف"))) &&
           table_find(&set->table, words_hash(str_slice(word, 2, word.len)));
}

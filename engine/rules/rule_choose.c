#include "rules/rule_choose.h"

#include <assert.h>

#include "rules/host.h"
#include "text/words.h"

static void
note(struct rule_page *page, struct rule_choice *choice,
     const struct rule_file *file, bool is_chosen, const char *why)
{
    choice->candidates = arena_grow(page->arena, choice->candidates,
                                    choice->n_candidates, &choice->cap,
                                    sizeof *choice->candidates);
    choice->candidates[choice->n_candidates++] =
        (struct rule_candidate){ file, is_chosen, why };
}

/* -- by host --------------------------------------------------------------- */

static bool
path_is_below(struct str path, struct str prefix)
{
    return str_starts(path, prefix) &&
           (path.len == prefix.len || path.ptr[prefix.len] == '/');
}

static bool
is_excluded(const struct rule_file *file, struct str host, struct str path)
{
    for (size_t i = 0; i < file->n_sites; i++) {
        const struct rule_site *s = &file->sites[i];

        if (s->is_not && path_is_below(path, s->path) &&
            (s->is_exact ? str_eq(host, s->host)
                         : host_is_below(host, s->host)))
            return true;
    }
    return false;
}

/* Why a claim does not hold for a page; NULL when it does. */
static const char *
claim_fails(const struct rule_claim *claim, struct str host, struct str path)
{
    if (claim->site->is_exact && !str_eq(claim->site->host, host))
        return "only for the host itself";
    if (!path_is_below(path, claim->site->path))
        return "for another path of the host";
    if (is_excluded(claim->file, host, path))
        return "a not: line excludes the page";
    return NULL;
}

/* Whether a claim says more of a page than another of the same host. */
static bool
is_narrower(const struct rule_site *a, const struct rule_site *b)
{
    if (a->path.len != b->path.len)
        return a->path.len > b->path.len;
    return a->is_exact && !b->is_exact;
}

/* The best claim of one host; the others are noted with the reason. */
static const struct rule_claim *
best_claim(struct rule_page *page, struct rule_choice *choice,
           uint32_t first, const struct host_path *h)
{
    struct str host = { h->host, h->len };
    const struct rule_claim *best = NULL;

    for (uint32_t i = first; i != NO_CLAIM; i = page->set->claims[i].next) {
        const struct rule_claim *claim = &page->set->claims[i];
        const char *why = claim_fails(claim, host, h->path);

        if (why) {
            note(page, choice, claim->file, false, why);
        } else {
            const struct rule_claim *loser = claim;

            if (!best || is_narrower(claim->site, best->site)) {
                loser = best;
                best = claim;
            }
            if (loser)
                note(page, choice, loser->file, false, "another is narrower");
        }
    }
    return best;
}

static const struct rule_file *
file_by_host(struct rule_page *page, struct rule_choice *choice,
             const struct host_path *h)
{
    struct str suffix = { h->host, h->len };
    const struct rule_file *chosen = NULL;

    do {
        const uint32_t *first = table_find(&page->set->hosts,
                                           words_hash(suffix));
        const struct rule_claim *best;

        if (!first || !str_eq(page->set->claims[*first].site->host, suffix))
            continue;
        best = best_claim(page, choice, *first, h);
        if (best)
            note(page, choice, best->file, !chosen,
                 chosen ? "another has a longer host" : "the host is claimed");
        if (best && !chosen)
            chosen = best->file;
    } while (host_next_suffix(&suffix));
    return chosen;
}

/* -- by marks -------------------------------------------------------------- */

static bool
has_mark_of_site(const struct rule_file *file, uint8_t n_marks)
{
    return file->theme.len == 0 && !file->is_replaced && n_marks > 0;
}

static const struct rule_file *
file_by_mark(struct rule_page *page, struct rule_choice *choice,
             const uint8_t *marks)
{
    const struct rule_set *set = page->set;
    const struct rule_file *found = NULL;
    uint32_t n = 0;

    for (size_t i = 0; i < set->n_files; i++)
        if (has_mark_of_site(set->files[i], marks[i])) {
            found = set->files[i];
            n++;
        }
    for (size_t i = 0; i < set->n_files; i++)
        if (has_mark_of_site(set->files[i], marks[i]))
            note(page, choice, set->files[i], n == 1,
                 n == 1 ? "the page has its mark"
                        : "the page has marks of several sites");
    if (n > 1)
        choice->miss = "marks of several sites";
    return n == 1 ? found : NULL;
}

/* -- by theme -------------------------------------------------------------- */

static uint32_t
count_marks(const struct rule_file *file)
{
    uint32_t n = 0;

    for (size_t i = 0; i < file->n_entries; i++)
        n += file->entries[i].key == RULE_KEY_mark;
    return n;
}

static bool
is_recognised(const struct rule_file *file, uint8_t n_marks)
{
    return file->theme.len > 0 && n_marks > 0 &&
           (n_marks >= 2 || count_marks(file) == 1);
}

static bool
uses(const struct rule_file *file, const struct rule_file *theme)
{
    for (file = file->parent; file; file = file->parent)
        if (file == theme)
            return true;
    return false;
}

static const struct rule_file *
file_by_theme(struct rule_page *page, struct rule_choice *choice,
              const uint8_t *marks)
{
    const struct rule_set *set = page->set;
    const struct rule_file *best = NULL;

    for (size_t i = 0; i < set->n_files; i++) {
        const struct rule_file *f = set->files[i];

        if (is_recognised(f, marks[i]) &&
            (!best || uses(f, best) ||
             (!uses(best, f) && marks[i] > marks[best->index])))
            best = f;
    }
    for (size_t i = 0; i < set->n_files; i++) {
        const struct rule_file *f = set->files[i];

        if (f->theme.len == 0 || marks[i] == 0)
            continue;
        note(page, choice, f, f == best,
             f == best                    ? "the page has its marks"
             : !is_recognised(f, marks[i]) ? "only one of its marks"
             : uses(best, f)              ? "the chosen theme is built on it"
                                          : "another has more marks");
    }
    return best;
}

/* -- the choice ------------------------------------------------------------ */

static void
chain_add(struct rule_chain *chain, const struct rule_file *file)
{
    for (; file; file = file->parent) {
        assert(chain->n < MAX_RULE_CHAIN);
        chain->files[chain->n++] = file;
    }
}

void
rule_choose(struct rule_page *page, struct rule_choice *choice)
{
    struct host_path h = host_of_url(page->url);
    const struct rule_file *site = NULL, *theme = NULL;
    const uint8_t *marks = NULL;

    if (h.len == 0)
        h = host_of_url(page->site);
    *choice = (struct rule_choice){ .chain = { .n = 0 } };
    if (page->doc || h.len == 0)
        marks = rule_page_marks(page);
    if (h.len > 0)
        site = file_by_host(page, choice, &h);
    else
        site = file_by_mark(page, choice, marks);
    chain_add(&choice->chain, site);
    if (marks && page->doc && (!site || !site->parent))
        theme = file_by_theme(page, choice, marks);
    chain_add(&choice->chain, theme);
}

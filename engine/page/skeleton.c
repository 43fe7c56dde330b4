#include "page/skeleton.h"

#include "base/limits.h"
#include "page/emptied.h"
#include "page/html_attributes.h"
#include "page/html_references.h"
#include "page/html_side.h"
#include "page/open_elements.h"
#include "page/skeleton_out.h"

enum {
    /* Clones of formatting elements a page: 24 MB of Gumbo. A page that never
     * closes three <font> makes 6,000 in 2,000 blocks. */
    MAX_CLONES = 100000
};

struct maker {
    struct str text;
    struct skeleton *sk;
    struct html_tokens tokens;
    struct side_maker side;
    struct skeleton_out out;
    uint32_t n_clones;
    bool has_space;         /* white space since the last run */
    enum tag body;          /* element that is shown and gets its text next */
    size_t line_feed;       /* a line feed here is no text: "<pre>\n" */
    struct emptied emptied;
    struct open_elements open;
};

/* What comes next may make clones of formatting elements. A page that makes too
 * many has them closed for good. */
static void
clones_count(struct maker *m)
{
    enum tag tag;

    m->n_clones += open_elements_clones(&m->open);
    if (m->n_clones <= MAX_CLONES)
        return;
    while ((tag = open_elements_forget(&m->open)) != TAG_UNKNOWN) {
        m->sk->limits |= LIMIT_FORMATTING;
        out_end(&m->out, tag);
    }
}

/* -- text ----------------------------------------------------------------- */

/* White space alone makes no difference to the tree, unless formatting elements
 * dangle: those come back for it. */
static void
blank_add(struct maker *m)
{
    m->has_space = true;
    if (m->open.n_dangling == 0 || m->out.is_full || m->out.is_joined)
        return;
    clones_count(m);
    out_blank(&m->out);
}

/* Whether the current node is one between a table and its cells. */
static bool
is_between_cells(const struct maker *m)
{
    switch (m->open.n > 0 ? m->open.items[m->open.n - 1].tag : TAG_UNKNOWN) {
    case TAG_table: case TAG_tbody: case TAG_thead: case TAG_tfoot:
    case TAG_tr: case TAG_colgroup:
        return true;
    default:
        return false;
    }
}

/* Whether s is nothing but white space and references to it, "&#10;". */
static bool
is_blank_reference(struct str s)
{
    char out[REFERENCE_MAX_BYTES];
    size_t at = 0, len, n_out;

    while (at < s.len) {
        if (is_space(s.ptr[at])) {
            at++;
            continue;
        }
        if (s.ptr[at] != '&' ||
            !html_reference(s, at, false, &len, out, &n_out) || n_out != 1 ||
            !is_space(out[0]))
            return false;
        at += len;
    }
    return true;
}

/* is_space() as one test of a bit: much of a page is indentation. */
static bool
is_blank_byte(char c)
{
    static const uint64_t blanks = 1ull << '\t' | 1ull << '\n' | 1ull << '\f' |
                                   1ull << '\r' | 1ull << ' ';

    return (unsigned char)c <= ' ' && blanks >> c & 1;
}

static void
run_trim(struct str s, struct skeleton_item *run)
{
    uint32_t beg = run->beg, end = run->end;

    while (beg < end && is_blank_byte(s.ptr[beg])) {
        beg++;
        while (end - beg >= 8 && memcmp(s.ptr + beg, "        ", 8) == 0)
            beg += 8;
    }
    while (end > beg && is_blank_byte(s.ptr[end - 1]))
        end--;
    run->has_space = beg > run->beg;
    run->space_after = end < run->end;
    run->beg = beg;
    run->end = end;
}

static bool
is_blank(const struct maker *m, const struct skeleton_item *trimmed)
{
    struct str s = str_slice(m->text, trimmed->beg, trimmed->end);

    return s.len == 0 ||
           (s.ptr[0] == '&' && !trimmed->is_raw && is_blank_reference(s));
}

static void
text_add(struct maker *m, const struct html_token *t)
{
    struct skeleton_item run = { .kind = ITEM_RUN, .beg = t->beg,
                                 .end = t->end, .is_raw = t->is_raw };
    struct skeleton_item trimmed;
    bool is_exact = m->open.n_open[TAG_pre] + m->open.n_open[TAG_listing] > 0;

    if (t->tag != TAG_UNKNOWN)
        is_exact = t->tag != TAG_title;
    if (run.beg == m->line_feed && m->text.ptr[run.beg] == '\n')
        run.beg++;
    if (run.beg == run.end)
        return;
    trimmed = run;
    if (!is_exact || is_between_cells(m)) {
        run_trim(m->text, &trimmed);
        if (is_blank(m, &trimmed)) {
            blank_add(m);
            return;
        }
    }
    if (!is_exact)
        run = trimmed;
    run.has_space = run.has_space || m->has_space;
    m->has_space = false;
    if (!m->out.is_joined)
        clones_count(m);
    out_run(&m->out, &run);
}

/* -- start tags ----------------------------------------------------------- */

/* The element that stands for `tag` in tree construction. */
static enum tag
stand_in(enum tag tag)
{
    switch (tag) {
    case TAG_main: case TAG_dialog: case TAG_search:
        return TAG_dir;
    case TAG_picture: case TAG_slot: case TAG_svg: case TAG_math:
        return TAG_UNKNOWN;
    case TAG_template:
        return TAG_script;
    default:
        return tag;
    }
}

/* Whether a script goes where a link would go. */
static bool
is_plain_place(const struct open_elements *o)
{
    return o->n_open[TAG_table] + o->n_open[TAG_select] +
           o->n_open[TAG_noscript] == 0 && !o->has_frameset;
}

/* A hidden input between cells stays there: so does a script. */
static bool
stays_between_cells(const struct maker *m, const struct html_token *t)
{
    struct str type;

    return t->tag == TAG_input && is_between_cells(m) &&
           html_attribute_find(m->text, t->beg, STR("type"), &type) &&
           str_ieq(type, STR("hidden"));
}

/* Show an element that Gumbo gets without content; false when it is not one. */
static bool
leaf_add(struct maker *m, const struct html_token *t,
         const struct skeleton_item *element)
{
    unsigned traits = tag_traits((enum tag)element->tag);
    enum tag name = stand_in((enum tag)element->tag);

    if (!(traits & (TRAIT_VOID | TRAIT_EMPTIED)))
        return false;
    if (stays_between_cells(m, t)) {
        name = TAG_script;
        traits = TRAIT_EMPTIED;
    } else if (t->tag == TAG_meta || t->tag == TAG_link ||
               ((name == TAG_script || name == TAG_style) &&
                is_plain_place(&m->open))) {
        out_link(&m->out, element);
        return true;
    } else if (open_elements_take_as_text(&m->open, (enum tag)element->tag)) {
        out_leaf(&m->out, element);
        return true;
    }
    if (!open_elements_start(&m->open, (enum tag)element->tag))
        return true;
    out_start(&m->out, element, name, false);
    if (traits & TRAIT_EMPTIED)
        out_end(&m->out, name);
    return true;
}

static void
element_add(struct maker *m, const struct html_token *t)
{
    struct skeleton_item element = { .beg = t->beg, .tag = (uint8_t)t->tag };
    enum tag name = stand_in(t->tag);
    bool is_foldable;

    if (t->tag == TAG_UNKNOWN && str_ieq(t->name, STR("image")))
        element.tag = TAG_img;
    if (!m->out.is_joined)
        clones_count(m);
    if (leaf_add(m, t, &element))
        return;
    is_foldable = open_elements_take_as_text(&m->open, name);
    if (!open_elements_start(&m->open, name))
        return;
    out_start(&m->out, &element, name, is_foldable);
    if (tag_traits(t->tag) & (TRAIT_RAW | TRAIT_RCDATA))
        m->body = t->tag;
    if (t->tag == TAG_pre || t->tag == TAG_listing || t->tag == TAG_textarea)
        m->line_feed = t->end;
}

static void
start_add(struct maker *m, const struct html_token *t)
{
    if (emptied_start(&m->emptied, m->text, t) == EMPTIED_INSIDE)
        return;
    if (t->n_attributes > MAX_ATTRIBUTES)
        m->sk->limits |= LIMIT_ATTRIBUTES;
    side_note(&m->side, t);
    emptied_enter(&m->emptied, t);
    if (m->out.is_full)
        m->sk->limits |= LIMIT_TAGS;
    else
        element_add(m, t);
}

/* -- end tags ------------------------------------------------------------- */

static void
end_add(struct maker *m, const struct html_token *t)
{
    enum emptied_answer answer = emptied_end(&m->emptied, t);
    enum tag name = stand_in(t->tag);
    uint32_t n_open = m->open.n;

    if (answer == EMPTIED_INSIDE || m->out.is_full)
        return;
    if (tag_traits(t->tag) & (TRAIT_RAW | TRAIT_RCDATA | TRAIT_EMPTIED))
        return;
    if (!open_elements_end(&m->open, name))
        return;
    /* What is closed around svg or math closes it: so does a formatting element
     * that dangles. A form is not closed but taken out. */
    if (answer == EMPTIED_AROUND && t->tag != TAG_form &&
        (m->open.n < n_open || tag_traits(t->tag) & TRAIT_FORMATTING))
        m->emptied.n = 0;
    if (out_fold(&m->out, name))
        return;
    /* Gumbo may have text before </form> pending, and would put it outside. */
    if (t->tag == TAG_form)
        out_comment(&m->out);
    out_end(&m->out, name);
}

/* Raw and RCDATA elements are closed as soon as they have their text: whatever
 * Gumbo takes for their body must not go further than ours. Only the end of the
 * page closes plaintext. */
static void
body_close(struct maker *m)
{
    if (m->body != TAG_UNKNOWN && m->body != TAG_plaintext)
        out_end(&m->out, m->body);
    m->body = TAG_UNKNOWN;
}

/* -- the pass ------------------------------------------------------------- */

/* The first doctype, as it is: it decides between quirks modes. */
static void
doctype_add(struct maker *m, const struct html_token *t)
{
    struct str doctype = str_slice(m->text, t->beg, t->end);

    if (m->out.buf.len > 0 || doctype.len > MAX_DOCTYPE)
        return;
    for (size_t i = 0; i < doctype.len; i++)
        if (doctype.ptr[i] & 0x80)
            return;
    buf_add(&m->out.buf, doctype);
}

static void
token_add(struct maker *m, const struct html_token *t)
{
    bool is_body = t->kind == HTML_TEXT && t->tag != TAG_UNKNOWN;

    if (!is_body)
        body_close(m);
    switch (t->kind) {
    case HTML_START_TAG:
        start_add(m, t);
        break;
    case HTML_END_TAG:
        end_add(m, t);
        break;
    case HTML_DOCTYPE:
        doctype_add(m, t);
        break;
    case HTML_TEXT:
        if (m->emptied.n > 0)
            break;
        if (is_body)
            side_note_body(&m->side, t);
        if (!is_body || !(tag_traits(t->tag) & TRAIT_EMPTIED))
            text_add(m, t);
        break;
    }
    if (is_body)
        body_close(m);
    m->tokens.is_foreign = emptied_is_foreign(&m->emptied);
}

void
skeleton_make(struct arena *a, struct str text, struct fuel *fuel,
              struct skeleton *sk)
{
    struct maker *m = arena_raw(a, struct maker, 1);
    uint64_t fuel_left = fuel->budget - fuel->used;
    struct html_token token;

    *sk = (struct skeleton){ 0 };
    memset(m, 0, offsetof(struct maker, emptied.items));
    m->text = text;
    m->sk = sk;
    m->tokens = html_tokens_begin(text);
    m->side = side_begin(a, text);
    m->out = out_begin(a, text.len, sk);
    m->line_feed = text.len;
    m->emptied.n = 0;
    m->emptied.is_full = false;
    open_elements_begin(&m->open);

    while (html_tokens_next(&m->tokens, &token) && token.beg < fuel_left)
        token_add(m, &token);
    body_close(m);
    out_finish(&m->out);

    sk->side = m->side.side;
    sk->limits |= m->open.limits;
    if (m->emptied.is_full)
        sk->limits |= LIMIT_DEPTH;
    if (m->side.is_full)
        sk->limits |= LIMIT_SIDE_ITEMS;
    if (!fuel_spend(fuel, text.len))
        sk->limits |= LIMIT_FUEL;
}

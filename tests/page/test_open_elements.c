/* test_open_elements.c - the model of the open elements is exact on ordinary
 * pages, and never smaller than what is open on others.
 *
 * That nothing is open which the model does not hold was found out by running
 * it beside Gumbo's own stack on random pages; test_skeleton_bounds.c has pages
 * that would talk their way past a model without doubts.
 */
#include "page/open_elements.h"

#include "tests/check.h"

/* What is open after the tags: names by spaces, "?" behind doubtful ones; "!"
 * for each end tag that had no effect, and "-" for start tags left out. */
static struct str
open_after(const char *tags)
{
    static struct open_elements o;
    static char out[1024];
    struct str rest = str_of(tags), tag;
    size_t n = 0;

    open_elements_begin(&o);
    while (str_next_field(&rest, ' ', &tag)) {
        bool is_end = tag.ptr[0] == '/';
        struct str name = str_slice(tag, is_end, tag.len);

        if (is_end && !open_elements_end(&o, tag_of_name(name)))
            out[n++] = '!';
        if (!is_end && !open_elements_start(&o, tag_of_name(name)))
            out[n++] = '-';
    }
    for (uint32_t i = 0; i < o.n; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%s%s",
                              n > 0 ? " " : "",
                              tag_name((enum tag)o.items[i].tag),
                              o.items[i].is_sure ? "" : "?");
    return (struct str){ out, n };
}

#define CHECK_OPEN(tags, want) CHECK_STR(open_after(tags), (want))

static void
tags_in_pairs_leave_nothing(void)
{
    CHECK_OPEN("", "");
    CHECK_OPEN("div p a /a /p ul li /li /ul /div", "");
    CHECK_OPEN("table tr td b /b /td /tr /table", "");
    CHECK_OPEN("div br img input hr", "div");
    CHECK_OPEN("form input /form select option /option /select", "");
}

static void
paragraphs_end_at_blocks(void)
{
    CHECK_OPEN("p p p", "p");
    CHECK_OPEN("p span p", "p");
    CHECK_OPEN("p span /span div", "div");
    CHECK_OPEN("p hr", "");
    CHECK_OPEN("div p /div", "");
    CHECK_OPEN("p button p", "p button p");
    CHECK_OPEN("p object p", "p object p");
    /* Whether a table ends it, the doctype says. */
    CHECK_OPEN("p table /table", "p?");
    CHECK_OPEN("p table /table p", "p");
}

static void
items_end_at_items(void)
{
    CHECK_OPEN("ul li li li", "ul li");
    CHECK_OPEN("ul li p span li", "ul li");
    CHECK_OPEN("ul li ul li", "ul li ul li");
    CHECK_OPEN("ul li ul li /ul li", "ul li");
    CHECK_OPEN("dl dt dd p dt", "dl dt");
    CHECK_OPEN("ul li div li", "ul li");
    CHECK_OPEN("ul li section li", "ul li section li");
    CHECK_OPEN("h1 h2 /h3", "");
}

static void
end_tags_look_no_further_than_their_scope(void)
{
    CHECK_OPEN("div span /div", "");
    CHECK_OPEN("span div /span", "span div");
    CHECK_OPEN("div table tr td /div", "div table tbody tr td");
    CHECK_OPEN("ul table tr td /ul", "ul table tbody tr td");
    CHECK_OPEN("/div /span /b /td", "!!!!");
    CHECK_OPEN("div /span", "! div");
}

static void
table_parts_bring_and_end_others(void)
{
    CHECK_OPEN("table tr td tr td td", "table tbody tr td");
    CHECK_OPEN("table td", "table tbody tr td");
    CHECK_OPEN("table tr td p b tr", "table tbody tr");
    CHECK_OPEN("table thead tr th tbody", "table tbody");
    CHECK_OPEN("table caption p td", "table tbody tr td");
    CHECK_OPEN("table tr td table tr td /table", "table tbody tr td");
    CHECK_OPEN("table table", "table");
    CHECK_OPEN("table div tr", "table tbody tr");
    CHECK_OPEN("td tr", "");
    CHECK_OPEN("table col col tr", "table tbody tr");
}

static void
select_ignores_nearly_everything(void)
{
    CHECK_OPEN("select option option", "select option");
    CHECK_OPEN("select div p /div", "! select");
    CHECK_OPEN("div select /div", "! div select");
    CHECK_OPEN("select select", "");
    CHECK_OPEN("select option input", "");
    CHECK_OPEN("select optgroup option optgroup", "select optgroup");
    CHECK_OPEN("table tr td select /td", "table tbody tr");
}

static void
misnested_formatting_is_taken_from_between(void)
{
    CHECK_OPEN("b i /b", "");
    CHECK_OPEN("b p /b", "p");
    CHECK_OPEN("a div /a", "div");
    CHECK_OPEN("b span p /b", "p");
    CHECK_OPEN("a a", "a");
    CHECK_OPEN("b object /b", "! b object");
}

static void
a_form_is_taken_from_between(void)
{
    CHECK_OPEN("form div /form", "div");
    CHECK_OPEN("form form", "form?");
    CHECK_OPEN("form object /form /object", "form?");
    CHECK_OPEN("/form", "!");
}

static void
doubt_takes_nothing_out(void)
{
    /* Gumbo knows whether the table ended the paragraph, the model not. */
    CHECK_OPEN("p table /table span /p", "p? span?");
    CHECK_OPEN("p table /table span /p /span /p", "");
}

static uint32_t
n_dangling_after(const char *tags)
{
    struct open_elements o;
    struct str rest = str_of(tags), tag;

    open_elements_begin(&o);
    while (str_next_field(&rest, ' ', &tag)) {
        if (tag.ptr[0] == '/')
            open_elements_end(&o, tag_of_name(str_slice(tag, 1, tag.len)));
        else
            open_elements_start(&o, tag_of_name(tag));
    }
    return o.n_dangling;
}

static void
formatting_that_its_block_closes_dangles(void)
{
    CHECK_INT(n_dangling_after("p b /b /p"), 0);
    CHECK_INT(n_dangling_after("p b i /p"), 2);
    CHECK_INT(n_dangling_after("p b /p /b"), 0);
    CHECK_INT(n_dangling_after("p b b b b b /p"), 3);
    CHECK_INT(n_dangling_after("table td b /td"), 0);
    CHECK_INT(n_dangling_after("p b /p table td"), 0);
    CHECK_INT(n_dangling_after("p b /p table td /td /table"), 1);
}

static void
bounds_leave_start_tags_out(void)
{
    struct open_elements o;

    open_elements_begin(&o);
    for (int i = 0; i < MAX_DEPTH; i++)
        CHECK(open_elements_start(&o, TAG_div));
    CHECK_INT(o.limits, 0);
    CHECK(!open_elements_start(&o, TAG_div));
    CHECK_INT(o.limits, LIMIT_DEPTH);
    CHECK(open_elements_start(&o, TAG_br));
    CHECK_INT(o.n, MAX_DEPTH);

    open_elements_begin(&o);
    for (int i = 0; i < MAX_FORMATTING; i++)
        CHECK(open_elements_start(&o, TAG_b));
    CHECK(!open_elements_start(&o, TAG_i));
    CHECK_INT(o.limits, LIMIT_FORMATTING);
    CHECK(open_elements_start(&o, TAG_span));
}

static bool
is_as_text(const char *before, enum tag tag)
{
    struct open_elements o;
    struct str rest = str_of(before), name;

    open_elements_begin(&o);
    while (str_next_field(&rest, ' ', &name))
        open_elements_start(&o, tag_of_name(name));
    return open_elements_take_as_text(&o, tag);
}

static void
inline_elements_go_where_text_goes(void)
{
    CHECK(is_as_text("", TAG_span));
    CHECK(is_as_text("p", TAG_a));
    CHECK(is_as_text("table tr", TAG_img));
    CHECK(is_as_text("b b", TAG_b));
    CHECK(!is_as_text("b b b", TAG_b));     /* one would be dropped */
    CHECK(!is_as_text("a p", TAG_a));       /* it closes the first */
    CHECK(!is_as_text("", TAG_nobr));
    CHECK(!is_as_text("", TAG_p));
    CHECK(!is_as_text("", TAG_li));
    CHECK(!is_as_text("", TAG_hr));
    CHECK(!is_as_text("", TAG_script));
    CHECK(!is_as_text("select", TAG_span));
    CHECK(!is_as_text("frameset", TAG_span));
}

int
main(void)
{
    tags_in_pairs_leave_nothing();
    paragraphs_end_at_blocks();
    items_end_at_items();
    end_tags_look_no_further_than_their_scope();
    table_parts_bring_and_end_others();
    select_ignores_nearly_everything();
    misnested_formatting_is_taken_from_between();
    a_form_is_taken_from_between();
    doubt_takes_nothing_out();
    formatting_that_its_block_closes_dangles();
    bounds_leave_start_tags_out();
    inline_elements_go_where_text_goes();
    return check_summary();
}

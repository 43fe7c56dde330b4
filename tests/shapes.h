/* shapes.h - 138 pages that cost a careless engine its time or memory.
 *
 * Each is a few steps: a unit of bytes written once, a number of times, or
 * until the page has a share of its length. '%' in a unit stands for a counter
 * that grows by one a unit. What they cost Gumbo, had it seen them whole, was
 * measured before the engine was written: the worst took 3.4 GB for 64 KB, or
 * half a minute for 256 KB.
 */
#ifndef LUBB_TESTS_SHAPES_H
#define LUBB_TESTS_SHAPES_H

#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"

struct shape_step {
    struct str unit;
    size_t times;       /* or, where it is 0: */
    size_t percent;     /* up to this share of the page's length */
};

struct shape {
    const char *name;
    struct shape_step steps[3];
};

#define TIMES(n, lit)       { { (lit), sizeof(lit) - 1 }, (n), 0 }
#define UP_TO(percent, lit) { { (lit), sizeof(lit) - 1 }, 0, (percent) }
#define ONCE(lit)           TIMES(1, lit)
#define FILL(lit)           UP_TO(100, lit)

/* Long units: p with each digit behind it, p with 00 to 49, and padding. */
#define TEN(p) \
    p "0" p "1" p "2" p "3" p "4" p "5" p "6" p "7" p "8" p "9"
#define FIFTY(p) TEN(p "0") TEN(p "1") TEN(p "2") TEN(p "3") TEN(p "4")
#define Z20      "zzzzzzzzzzzzzzzzzzzz"
#define Z100     Z20 Z20 Z20 Z20 Z20

static const struct shape shapes[] = {
    /* nesting and unclosed blocks */
    { "div_nest", { FILL("<div>") } },
    { "div_nest_closed", { UP_TO(45, "<div>"), FILL("</div>") } },
    { "span_nest", { FILL("<span>") } },
    { "span_then_badend", { UP_TO(50, "<span>"), FILL("</u1>") } },
    { "span_then_br", { UP_TO(50, "<span>"), FILL("<p>") } },
    { "div_then_endp", { UP_TO(50, "<div>"), FILL("</p>") } },
    { "li_deep", { FILL("<ul><li>") } },
    { "dd_deep", { FILL("<dl><dd>") } },
    { "h1_flood", { FILL("<h1>") } },
    { "p_flood", { FILL("<p>") } },
    { "endp_flood", { FILL("</p>") } },

    /* formatting elements and the adoption agency */
    { "b_nest", { FILL("<b>") } },
    { "a_flood", { FILL("<a>") } },
    { "a_href_flood", { FILL("<a href=%>x") } },
    { "a_div_flood", { FILL("<a><div>") } },
    { "font_distinct", { FILL("<font a=%>") } },
    { "p_font_distinct", { FILL("<p><font a=%>x") } },
    { "fmt_bomb", { UP_TO(50, "<b a=%>"), FILL("<p>x") } },
    { "fmt_bomb_td", { UP_TO(50, "<b a=%>"), FILL("</p><p>x") } },
    { "fmt_bomb_div",
      { ONCE("<div>"), UP_TO(50, "<i a=%>"), FILL("</div><div>x") } },
    { "adopt_bp", { FILL("<b><p></b>") } },
    { "adopt_b_i", { FILL("<b><i></b></i>") } },
    { "adopt_adiv", { FILL("<a><div></a>") } },
    { "adopt_deep", { UP_TO(67, "<b><div>"), FILL("</b>") } },
    { "adopt_font_div", { FILL("<font a=%><div></font>") } },
    { "nobr", { FILL("<nobr>") } },
    { "nobr_div", { FILL("<nobr><div>") } },

    /* attributes, names, markup declarations */
    { "attrs", { ONCE("<div"), FILL(" a%"), ONCE(">x") } },
    { "attrs_val", { ONCE("<div"), FILL(" a%=v"), ONCE(">x") } },
    { "attrs_dup", { ONCE("<div"), FILL(" a"), ONCE(">x") } },
    { "body_attr_merge", { FILL("<body a%>") } },
    { "html_attr_merge", { FILL("<html a%>") } },
    { "long_attr_name", { ONCE("<div "), FILL("a") } },
    { "long_attr_val_unterminated", { ONCE("<div a=\""), FILL("x") } },
    { "long_tag_name", { ONCE("<"), FILL("a"), ONCE(">") } },
    { "unterminated_tags", { FILL("<div ") } },
    { "lt_flood", { FILL("<") } },
    { "lt_slash_flood", { FILL("</") } },
    { "empty_end", { FILL("</>") } },
    { "bogus_comment", { FILL("<?x>") } },
    { "comments", { FILL("<!---->") } },
    { "comment_huge", { ONCE("<!--"), FILL("x"), ONCE("-->") } },
    { "comment_dash", { ONCE("<!--"), FILL("-") } },
    { "comment_bang", { ONCE("<!--"), FILL("--!") } },
    { "doctype_flood", { FILL("<!doctype html>") } },
    { "doctype_huge", { ONCE("<!doctype "), FILL("x") } },

    /* tables and foster parenting */
    { "table_foster_text", { ONCE("<table>"), FILL("x") } },
    { "table_foster_b", { ONCE("<table>"), FILL("<b>x") } },
    { "table_foster_tr", { ONCE("<table>"), FILL("x<tr>") } },
    { "table_foster_div", { ONCE("<table>"), FILL("<div>") } },
    { "table_foster_p", { ONCE("<table>"), FILL("<p>x") } },
    { "table_foster_a", { ONCE("<table>"), FILL("<a>x") } },
    { "table_nest", { FILL("<table><tr><td>") } },
    { "table_table", { FILL("<table>") } },
    { "table_foster_many", { FILL("<table>x</table>") } },
    { "table_foster_sib",
      { UP_TO(50, "<table></table>"), ONCE("<table>"), FILL("<i>x</i>") } },
    { "table_hidden", { ONCE("<table>"), FILL("<input type=hidden>") } },
    { "td_flood", { ONCE("<table><tr>"), FILL("<td>") } },
    { "tr_flood", { ONCE("<table>"), FILL("<tr>") } },
    { "caption", { FILL("<table><caption>") } },
    { "colgroup", { ONCE("<table>"), FILL("<col>") } },

    /* foreign content, select, template */
    { "svg_nest", { FILL("<svg>") } },
    { "svg_g", { ONCE("<svg>"), FILL("<g>") } },
    { "svg_fo", { FILL("<svg><foreignObject>") } },
    { "svg_p", { FILL("<svg><p>") } },
    { "svg_badend", { ONCE("<svg>"), UP_TO(43, "<g>"), FILL("</x>") } },
    { "math_nest", { FILL("<math>") } },
    { "math_mi", { FILL("<math><mi>") } },
    { "math_annot", { FILL("<math><annotation-xml encoding=text/html>") } },
    { "cdata", { ONCE("<svg>"), FILL("<![CDATA[x]]>") } },
    { "select_option", { ONCE("<select>"), FILL("<option>") } },
    { "select_nest", { FILL("<select>") } },
    { "optgroup", { ONCE("<select>"), FILL("<optgroup><option>") } },
    { "template_nest", { FILL("<template>") } },
    { "template_closed", { UP_TO(48, "<template>"), FILL("</template>") } },
    { "template_table", { FILL("<template><td>") } },

    /* raw text and escapable text */
    { "plaintext", { ONCE("<plaintext>"), FILL("<x>&amp;") } },
    { "script_unterminated", { ONCE("<script>"), FILL("<!--<script>") } },
    { "textarea", { ONCE("<textarea>"), FILL("</textare ") } },
    { "title_rc", { ONCE("<title>"), FILL("</titl") } },
    { "style_raw", { ONCE("<style>"), FILL("</styl") } },
    { "script_escaped_end", { ONCE("<script><!--"), FILL("</scrip") } },

    /* text and character references */
    { "text_plain", { FILL("abcdefghij klmnop ") } },
    { "text_arabic", { FILL("\xd8\xa7\xd9\x84\xd9\x84\xd8\xba\xd8\xa9 ") } },
    { "ent_amp", { FILL("&amp;") } },
    { "ent_nosemi", { FILL("&ampx") } },
    { "ent_notit", { FILL("&notit;") } },
    { "ent_num", { FILL("&#1593;") } },
    { "ent_num_nosemi", { FILL("&#1593 ") } },
    { "ent_long_digits", { ONCE("&#"), FILL("9") } },
    { "ent_long_zeros", { ONCE("&#x"), FILL("0"), ONCE("41;") } },
    { "ent_bad", { FILL("&zzzz;") } },
    { "ent_prefix", { FILL("&CounterClockwiseContourIntegra") } },
    { "ent_amp_only", { FILL("&") } },
    { "ent_ngE", { FILL("&ngE;") } },
    { "ent_attr", { ONCE("<a href=\""), FILL("&ampx=1"), ONCE("\">") } },

    /* bytes that are no text */
    { "nul", { FILL("\0") } },
    { "nul_body", { ONCE("<p>"), FILL("\0") } },
    { "nul_tags", { FILL("<\0>a") } },
    { "nul_comment", { ONCE("<!--"), FILL("\0") } },
    { "bad_ff", { FILL("\xff") } },
    { "bad_trunc", { FILL("\xd8") } },
    { "bad_over", { FILL("\xc0\x80") } },
    { "bad_surr", { FILL("\xed\xa0\x80") } },
    { "bad_f4", { FILL("\xf4\x90\x80\x80") } },
    { "bom_flood", { FILL("\xef\xbb\xbf") } },
    { "utf16le", { FILL("<\0p\0>\0\x27\x06") } },
    { "cr_flood", { FILL("\r") } },
    { "ctrl_flood", { FILL("\x01\x02\x0b\x7f") } },
    { "noncharacter", { FILL("\xef\xbf\xbf") } },

    /* elements with rules of their own */
    { "button", { FILL("<button>") } },
    { "form", { FILL("<form>") } },
    { "form_div", { FILL("<form><div></form>") } },
    { "li_flood", { FILL("<li>") } },
    { "object_nest", { FILL("<object>") } },
    { "applet_b", { FILL("<applet><b>") } },
    { "frameset", { FILL("<frameset>") } },
    { "ruby", { FILL("<ruby><rt>") } },
    { "isindex", { FILL("<isindex>") } },
    { "isindex_prompt", { FILL("<isindex prompt=a action=b>") } },
    { "img_flood", { FILL("<img>") } },
    { "image_flood", { FILL("<image>") } },
    { "br_end", { FILL("</br>") } },
    { "unknown_nest", { FILL("<x>") } },
    { "unknown_distinct", { FILL("<x%>") } },
    { "noscript", { FILL("<noscript>") } },
    { "head_flood", { FILL("<head>") } },
    { "meta_after", { FILL("</head><meta>") } },
    { "ws_flood", { FILL(" \n\t") } },
    { "body_end", { FILL("</body>x") } },
    { "html_end_comment", { FILL("</html><!-- -->") } },

    /* mixtures */
    { "deep_b_text", { UP_TO(50, "<x>"), ONCE("<b>"), FILL("y") } },
    { "deep_fmt_text", { UP_TO(33, "<b a=%>"), UP_TO(66, "<x>"), FILL("y") } },
    { "deep_ws_table", { UP_TO(50, "<x>"), ONCE("<table>"), FILL(" \n") } },
    { "fmt_bomb_svg",
      { ONCE("<div>"), UP_TO(50, "<i a=%>"), FILL("</div><div>&amp;") } },
    { "fmt_bomb_table",
      { ONCE("<table><td>"), UP_TO(50, "<i a=%>"),
        FILL("</td></table><table>x<td>") } },

    { "attr_many_tags",
      { FILL("<p" FIFTY(" a") FIFTY(" b") FIFTY(" c") FIFTY(" d") FIFTY(" e")
             ">x") } },
    { "big_attr_clone",
      { ONCE("<div>"), TIMES(60, "<i a=% b=" Z100 Z100 Z100 Z100 ">"),
        FILL("</div><div>x") } },
};

#undef TIMES
#undef UP_TO
#undef ONCE
#undef FILL
#undef TEN
#undef FIFTY
#undef Z20
#undef Z100

enum {
    N_SHAPES = sizeof shapes / sizeof *shapes,
    SHAPE_DIGITS = 10       /* of a counter */
};

/* Bytes that the steps of a shape write at most. */
static inline size_t
shape_room(const struct shape *s, size_t len)
{
    size_t room = len;

    for (size_t i = 0; i < sizeof s->steps / sizeof *s->steps; i++)
        room += (s->steps[i].times + 1) *
                (s->steps[i].unit.len + SHAPE_DIGITS);
    return room;
}

/* Write a unit with the counter in place of '%'; returns its length. */
static inline size_t
shape_unit(char *out, struct str unit, unsigned counter)
{
    size_t n = 0;

    for (size_t i = 0; i < unit.len; i++)
        if (unit.ptr[i] == '%')
            n += (size_t)snprintf(out + n, SHAPE_DIGITS + 1, "%u", counter);
        else
            out[n++] = unit.ptr[i];
    return n;
}

/* About len bytes of a shape, to be freed by the caller. */
static inline struct str
shape_make(const struct shape *s, size_t len)
{
    char *page = malloc(shape_room(s, len));
    unsigned counter = 0;
    size_t n = 0;

    if (!page)
        abort();
    for (size_t i = 0; i < sizeof s->steps / sizeof *s->steps; i++) {
        const struct shape_step *step = &s->steps[i];
        size_t limit = len * step->percent / 100;

        for (size_t k = 0; k < step->times; k++)
            n += shape_unit(page + n, step->unit, counter++);
        while (n + step->unit.len <= limit)
            n += shape_unit(page + n, step->unit, counter++);
    }
    return (struct str){ page, n };
}

#endif

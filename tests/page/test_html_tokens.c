/* test_html_tokens.c - tokens begin and end where the standard's states say. */
#include "page/html_tokens.h"

#include "base/buf.h"
#include "tests/check.h"
#include "tests/scratch.h"

static struct html_tokens
tokens_of(struct arena *a, const char *html)
{
    struct str s = str_of(html);
    char *copy = arena_new(a, char, s.len + 16);

    if (s.len > 0)
        memcpy(copy, s.ptr, s.len);
    return html_tokens_begin((struct str){ copy, s.len });
}

static void
token_write(struct buf *b, const struct html_tokens *t,
            const struct html_token *token)
{
    struct str bytes = str_slice(t->text, token->beg, token->end);

    buf_add(b, b->len > 0 ? STR(" ") : STR(""));
    switch (token->kind) {
    case HTML_TEXT:
        buf_add_char(b, token->is_raw ? '{' : '"');
        buf_add(b, bytes);
        buf_add_char(b, token->is_raw ? '}' : '"');
        break;
    case HTML_START_TAG:
        buf_add(b, token->name);
        buf_add(b, token->is_self_closing ? STR("/") : STR(""));
        break;
    case HTML_END_TAG:
        buf_add_char(b, '/');
        buf_add(b, token->name);
        break;
    case HTML_DOCTYPE:
        buf_add_char(b, '!');
        break;
    }
}

/* Start tags by name, with "/" if self-closing; end tags as "/name"; text in
 * quotes, raw text in braces, a doctype as "!". */
static struct str
tokenized(const char *html, bool is_foreign)
{
    struct arena *a = scratch_arena(1 << 20);
    struct html_tokens t = tokens_of(a, html);
    struct buf b = buf_new(a, 64);
    struct html_token token;

    t.is_foreign = is_foreign;
    while (html_tokens_next(&t, &token))
        token_write(&b, &t, &token);
    return buf_str(&b);
}

#define CHECK_TOKENS(html, want) CHECK_STR(tokenized((html), false), (want))
#define CHECK_FOREIGN(html, want) CHECK_STR(tokenized((html), true), (want))

static void
tags_and_text_take_turns(void)
{
    CHECK_TOKENS("", "");
    CHECK_TOKENS("a", "\"a\"");
    CHECK_TOKENS("a<b>c</b>d", "\"a\" b \"c\" /b \"d\"");
    CHECK_TOKENS("<DIV\n><Br/></DIV >", "DIV Br/ /DIV");
    CHECK_TOKENS("<x-y:z.1>", "x-y:z.1");
}

static void
a_less_than_sign_may_be_text(void)
{
    CHECK_TOKENS("a < b", "\"a < b\"");
    CHECK_TOKENS("1<2<p>", "\"1<2\" p");
    CHECK_TOKENS("<", "\"<\"");
    CHECK_TOKENS("</", "\"</\"");
    CHECK_TOKENS("<<<b>", "\"<<\" b");
    CHECK_TOKENS("<\xd8\xa7>", "\"<\xd8\xa7>\"");
}

static void
a_greater_than_sign_in_quotes_is_no_end(void)
{
    CHECK_TOKENS("<a href=\"x>y\">t", "a \"t\"");
    CHECK_TOKENS("<a href='x>y'>t", "a \"t\"");
    CHECK_TOKENS("<a href = \"x>y\" b>t", "a \"t\"");
    CHECK_TOKENS("</a b=\">\">t", "/a \"t\"");
}

static void
quotes_count_in_values_only(void)
{
    CHECK_TOKENS("<a b\">t\">", "a \"t\">\"");
    CHECK_TOKENS("<a \"b>t", "a \"t\"");
    CHECK_TOKENS("<a b=c\">t", "a \"t\"");
    CHECK_TOKENS("<a ='x>t", "a \"t\"");
    CHECK_TOKENS("<a b=\"c\"d=\"e>\">t", "a \"t\"");
}

static void
a_slash_closes_only_right_before_the_end(void)
{
    CHECK_TOKENS("<a/>", "a/");
    CHECK_TOKENS("<a />", "a/");
    CHECK_TOKENS("<a//>", "a/");
    CHECK_TOKENS("<a / >", "a");
    CHECK_TOKENS("<a b=/>", "a");
    CHECK_TOKENS("<a b=\"\"/>", "a/");
    CHECK_TOKENS("<a/b>", "a");
    CHECK_TOKENS("<a b=>t", "a \"t\"");
}

static void
attributes_are_counted(void)
{
    struct arena *a = scratch_arena(1 << 16);
    struct html_tokens t = tokens_of(a, "<p a b=c d='e f' =g>");
    struct html_token token;

    CHECK(html_tokens_next(&t, &token));
    CHECK_INT(token.n_attributes, 4);
    CHECK_INT(token.tag, TAG_p);
    CHECK_INT(token.end, 20);
}

static void
a_tag_that_the_page_ends_in_is_dropped(void)
{
    CHECK_TOKENS("t<", "\"t<\"");
    CHECK_TOKENS("t<a", "\"t\"");
    CHECK_TOKENS("t<a b", "\"t\"");
    CHECK_TOKENS("t<a b=", "\"t\"");
    CHECK_TOKENS("t<a b=\"c>", "\"t\"");
    CHECK_TOKENS("t<a b='c>", "\"t\"");
    CHECK_TOKENS("t<a b=c", "\"t\"");
    CHECK_TOKENS("t<a /", "\"t\"");
    CHECK_TOKENS("t</a", "\"t\"");
    CHECK_TOKENS("<title>t</title b", "title \"t\"");
}

static void
comments_are_passed_by(void)
{
    CHECK_TOKENS("a<!-- b -->c", "\"a\" \"c\"");
    CHECK_TOKENS("<!-->a", "\"a\"");
    CHECK_TOKENS("<!--->a", "\"a\"");
    CHECK_TOKENS("<!---->a", "\"a\"");
    CHECK_TOKENS("<!--a--!>b", "\"b\"");
    CHECK_TOKENS("<!----!>b", "\"b\"");
    CHECK_TOKENS("<!--a--!->b-->c", "\"c\"");
    CHECK_TOKENS("<!--!>a-->b", "\"b\"");
    CHECK_TOKENS("<!---!>a-->b", "\"b\"");
    CHECK_TOKENS("<!--a->b-->c", "\"c\"");
    CHECK_TOKENS("<!--a--->b", "\"b\"");
    CHECK_TOKENS("<!-- <!-- a --> b -->c", "\" b -->c\"");
    CHECK_TOKENS("<!-- <!--> c", "\" c\"");
    CHECK_TOKENS("a<!-- b --", "\"a\"");
    CHECK_TOKENS("a<!--", "\"a\"");
}

static void
bogus_comments_end_at_the_next_greater_than_sign(void)
{
    CHECK_TOKENS("a<?php \"b>c", "\"a\" \"c\"");
    CHECK_TOKENS("a<! b>c", "\"a\" \"c\"");
    CHECK_TOKENS("a<!-b>c", "\"a\" \"c\"");
    CHECK_TOKENS("a</ b>c", "\"a\" \"c\"");
    CHECK_TOKENS("a</>c", "\"a\" \"c\"");
    CHECK_TOKENS("a</1>c", "\"a\" \"c\"");
    CHECK_TOKENS("a<!b", "\"a\"");
    CHECK_TOKENS("a<?b", "\"a\"");
    CHECK_TOKENS("a<!>b", "\"a\" \"b\"");
}

static void
doctypes_are_tokens(void)
{
    CHECK_TOKENS("<!DOCTYPE html>a", "! \"a\"");
    CHECK_TOKENS("<!doctype\nhtml PUBLIC \"a>b\">", "! \"b\">\"");
    CHECK_TOKENS("<!doctyp>a", "\"a\"");
    CHECK_TOKENS("<!doctype", "!");
}

static void
raw_elements_have_raw_bodies(void)
{
    CHECK_TOKENS("<style>a<b>&amp;</style>c", "style {a<b>&amp;} /style \"c\"");
    CHECK_TOKENS("<STYLE>a</Style\n>b", "STYLE {a} /Style \"b\"");
    CHECK_TOKENS("<xmp></xmp>", "xmp /xmp");
    CHECK_TOKENS("<iframe><p></iframe>", "iframe {<p>} /iframe");
    CHECK_TOKENS("<noembed><p></noembed>", "noembed {<p>} /noembed");
    CHECK_TOKENS("<noframes><p></noframes>", "noframes {<p>} /noframes");
    CHECK_TOKENS("<noscript><p></noscript>", "noscript p /noscript");
    CHECK_TOKENS("<style/>a</style>", "style/ {a} /style");
    CHECK_TOKENS("<style>a", "style {a}");
    CHECK_TOKENS("<style>a</style", "style {a</style}");
    CHECK_TOKENS("<style>a</styles></style/>", "style {a</styles>} /style");
    CHECK_TOKENS("<style><!--</style>-->", "style {<!--} /style \"-->\"");
}

static void
title_and_textarea_have_text_without_tags(void)
{
    CHECK_TOKENS("<title>a<b>&amp;</title>c",
                 "title \"a<b>&amp;\" /title \"c\"");
    CHECK_TOKENS("<textarea><!--</textarea>", "textarea \"<!--\" /textarea");
    CHECK_TOKENS("<title>a", "title \"a\"");
    CHECK_TOKENS("<title></titl></title>", "title \"</titl>\" /title");
}

static void
plaintext_never_ends(void)
{
    CHECK_TOKENS("<plaintext>a</plaintext><b>",
                 "plaintext {a</plaintext><b>}");
}

static void
script_ends_at_its_end_tag(void)
{
    CHECK_TOKENS("<script>if (a</b) '</i>';</script>c",
                 "script {if (a</b) '</i>';} /script \"c\"");
    CHECK_TOKENS("<script>a</script b>c", "script {a} /script \"c\"");
    CHECK_TOKENS("<script>a</scriptx></SCRIPT>",
                 "script {a</scriptx>} /SCRIPT");
    CHECK_TOKENS("<script>a</script", "script {a</script}");
}

static void
script_in_a_comment_in_a_script_nests(void)
{
    CHECK_TOKENS("<script><!--a</script>b", "script {<!--a} /script \"b\"");
    CHECK_TOKENS("<script><!--<script>a</script>b--></script>c",
                 "script {<!--<script>a</script>b-->} /script \"c\"");
    CHECK_TOKENS("<script><!--<script a</script>b</script>c",
                 "script {<!--<script a</script>b} /script \"c\"");
    CHECK_TOKENS("<script><!--<scripty></script>c",
                 "script {<!--<scripty>} /script \"c\"");
    CHECK_TOKENS("<script><script></script>c",
                 "script {<script>} /script \"c\"");
    CHECK_TOKENS("<script><!--<script></script ><script/></script>a-->b"
                 "</script>c",
                 "script {<!--<script></script ><script/></script>a-->b} "
                 "/script \"c\"");
    CHECK_TOKENS("<script><!--<script>a", "script {<!--<script>a}");
}

static void
an_arrow_ends_the_escape(void)
{
    CHECK_TOKENS("<script><!--a--><script></script>c",
                 "script {<!--a--><script>} /script \"c\"");
    CHECK_TOKENS("<script><!--><script></script>c",
                 "script {<!--><script>} /script \"c\"");
    CHECK_TOKENS("<script><!---><script></script>c",
                 "script {<!---><script>} /script \"c\"");
    CHECK_TOKENS("<script><!--<script>--></script>c",
                 "script {<!--<script>-->} /script \"c\"");
    CHECK_TOKENS("<script><!-<script></script>c",
                 "script {<!-<script>} /script \"c\"");
    CHECK_TOKENS("<script><!--a->b<script></script></script>c",
                 "script {<!--a->b<script></script>} /script \"c\"");
}

static void
foreign_content_has_cdata_and_no_raw_bodies(void)
{
    CHECK_FOREIGN("a<![CDATA[<b>&amp;]]>c", "\"a\" {<b>&amp;} \"c\"");
    CHECK_FOREIGN("<![CDATA[]]>c", "\"c\"");
    CHECK_FOREIGN("<![CDATA[a]]", "{a]]}");
    CHECK_FOREIGN("<![CDATA[a]>]]]>b", "{a]>]} \"b\"");
    CHECK_FOREIGN("<![cdata[a]]>b", "\"b\"");
    CHECK_FOREIGN("<style><b></style>", "style b /style");
    CHECK_FOREIGN("<title>a<b></title>", "title \"a\" b /title");
    CHECK_TOKENS("<![CDATA[<b>]]>c", "\"]]>c\"");
}

int
main(void)
{
    tags_and_text_take_turns();
    a_less_than_sign_may_be_text();
    a_greater_than_sign_in_quotes_is_no_end();
    quotes_count_in_values_only();
    a_slash_closes_only_right_before_the_end();
    attributes_are_counted();
    a_tag_that_the_page_ends_in_is_dropped();
    comments_are_passed_by();
    bogus_comments_end_at_the_next_greater_than_sign();
    doctypes_are_tokens();
    raw_elements_have_raw_bodies();
    title_and_textarea_have_text_without_tags();
    plaintext_never_ends();
    script_ends_at_its_end_tag();
    script_in_a_comment_in_a_script_nests();
    an_arrow_ends_the_escape();
    foreign_content_has_cdata_and_no_raw_bodies();
    return check_summary();
}

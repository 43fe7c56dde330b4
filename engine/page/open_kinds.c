#include "page/open_kinds.h"

#define BOUND (SPECIAL | BOUNDS_ITEM)
#define BLOCK_LIKE (CLOSES_P | BLOCK | BOUND)

/* As Gumbo has them: what it does not know is shown to it by another name
 * (skeleton.c), so `main`, `dialog` and the like never get here. */
const uint32_t open_kinds[N_TAGS] = {
    [TAG_a] = FORMATTING, [TAG_b] = FORMATTING, [TAG_big] = FORMATTING,
    [TAG_code] = FORMATTING, [TAG_em] = FORMATTING, [TAG_font] = FORMATTING,
    [TAG_i] = FORMATTING, [TAG_nobr] = FORMATTING, [TAG_s] = FORMATTING,
    [TAG_small] = FORMATTING, [TAG_strike] = FORMATTING,
    [TAG_strong] = FORMATTING, [TAG_tt] = FORMATTING, [TAG_u] = FORMATTING,

    [TAG_address] = CLOSES_P | BLOCK | SPECIAL,
    [TAG_div] = CLOSES_P | BLOCK | SPECIAL,
    [TAG_article] = BLOCK_LIKE, [TAG_aside] = BLOCK_LIKE,
    [TAG_blockquote] = BLOCK_LIKE, [TAG_center] = BLOCK_LIKE,
    [TAG_details] = BLOCK_LIKE, [TAG_dir] = BLOCK_LIKE,
    [TAG_dl] = BLOCK_LIKE, [TAG_fieldset] = BLOCK_LIKE,
    [TAG_figcaption] = BLOCK_LIKE, [TAG_figure] = BLOCK_LIKE,
    [TAG_footer] = BLOCK_LIKE, [TAG_header] = BLOCK_LIKE,
    [TAG_hgroup] = BLOCK_LIKE, [TAG_listing] = BLOCK_LIKE,
    [TAG_menu] = BLOCK_LIKE, [TAG_nav] = BLOCK_LIKE,
    [TAG_pre] = BLOCK_LIKE, [TAG_section] = BLOCK_LIKE,
    [TAG_summary] = BLOCK_LIKE,
    [TAG_ol] = BLOCK_LIKE | LIST, [TAG_ul] = BLOCK_LIKE | LIST,

    [TAG_p] = CLOSES_P | IMPLIED | SPECIAL,
    [TAG_li] = CLOSES_P | IMPLIED | BOUND,
    [TAG_dd] = CLOSES_P | BLOCK | ITEM | IMPLIED | BOUND,
    [TAG_dt] = CLOSES_P | BLOCK | ITEM | IMPLIED | BOUND,
    [TAG_h1] = CLOSES_P | HEADING | BOUND,
    [TAG_h2] = CLOSES_P | HEADING | BOUND,
    [TAG_h3] = CLOSES_P | HEADING | BOUND,
    [TAG_h4] = CLOSES_P | HEADING | BOUND,
    [TAG_h5] = CLOSES_P | HEADING | BOUND,
    [TAG_h6] = CLOSES_P | HEADING | BOUND,
    [TAG_form] = BOUND,
    [TAG_button] = BLOCK | BUTTON | BOUND,
    [TAG_applet] = BLOCK | BOUND | SCOPE | MARKER,
    [TAG_marquee] = BLOCK | BOUND | SCOPE | MARKER,
    [TAG_object] = BLOCK | BOUND | SCOPE | MARKER,
    [TAG_noscript] = BOUND, [TAG_frameset] = BOUND,
    [TAG_select] = SELECT | BOUND,
    [TAG_option] = IMPLIED, [TAG_optgroup] = IMPLIED,
    [TAG_rb] = IMPLIED, [TAG_rp] = IMPLIED, [TAG_rt] = IMPLIED,
    [TAG_rtc] = IMPLIED,

    [TAG_table] = TABLE | BOUND | SCOPE,
    [TAG_caption] = PART | CAPTION | BOUND | SCOPE | MARKER,
    [TAG_td] = PART | CELL | BOUND | SCOPE | MARKER,
    [TAG_th] = PART | CELL | BOUND | SCOPE | MARKER,
    [TAG_tr] = PART | BOUND, [TAG_colgroup] = PART | BOUND,
    [TAG_tbody] = PART | ROWS | BOUND, [TAG_tfoot] = PART | ROWS | BOUND,
    [TAG_thead] = PART | ROWS | BOUND,
    [TAG_col] = PART,

    [TAG_area] = LEAF | AS_TEXT, [TAG_br] = LEAF | AS_TEXT,
    [TAG_embed] = LEAF | AS_TEXT, [TAG_img] = LEAF | AS_TEXT,
    [TAG_input] = LEAF | AS_TEXT, [TAG_keygen] = LEAF | AS_TEXT,
    [TAG_math] = LEAF | AS_TEXT, [TAG_svg] = LEAF | AS_TEXT,
    [TAG_wbr] = LEAF | AS_TEXT,
    [TAG_param] = LEAF | AS_BARE_TEXT, [TAG_source] = LEAF | AS_BARE_TEXT,
    [TAG_track] = LEAF | AS_BARE_TEXT,
    [TAG_base] = LEAF, [TAG_basefont] = LEAF, [TAG_bgsound] = LEAF,
    [TAG_body] = LEAF, [TAG_frame] = LEAF, [TAG_head] = LEAF,
    [TAG_html] = LEAF, [TAG_iframe] = LEAF, [TAG_link] = LEAF,
    [TAG_meta] = LEAF, [TAG_noembed] = LEAF, [TAG_noframes] = LEAF,
    [TAG_script] = LEAF, [TAG_style] = LEAF, [TAG_template] = LEAF,
    [TAG_textarea] = LEAF, [TAG_title] = LEAF,
    [TAG_hr] = LEAF | CLOSES_P, [TAG_xmp] = LEAF | CLOSES_P,
    [TAG_plaintext] = LEAF | CLOSES_P
};

/* Where a formatting element's dangling ones are counted. */
const uint8_t open_slots[N_TAGS] = {
    [TAG_a] = 0, [TAG_b] = 1, [TAG_big] = 2, [TAG_code] = 3, [TAG_em] = 4,
    [TAG_font] = 5, [TAG_i] = 6, [TAG_nobr] = 7, [TAG_s] = 8,
    [TAG_small] = 9, [TAG_strike] = 10, [TAG_strong] = 11, [TAG_tt] = 12,
    [TAG_u] = 13
};

/* limits.h - every bound of the engine: its unit, and what it answers.
 *
 * A bound that was met shows in the page's flags (enum limit), except the two
 * that refuse the page altogether. tests/test_limits.c stands just below and
 * just above each.
 */
#ifndef LUBB_BASE_LIMITS_H
#define LUBB_BASE_LIMITS_H

enum {
    /* -- refuse the page (LUBB_E_LIMIT) ------------------------------- */

    /* Bytes of input. The largest real page seen is 3 MB. */
    MAX_INPUT = 16 << 20,

    /* Bytes of arena: base and a byte of input. Real pages need about 8 a
     * byte; <p> floods in Gumbo need 20. */
    ARENA_BASE = 64 << 20,
    ARENA_PER_BYTE = 32,

    /* -- best effort, flag set ---------------------------------------- */

    /* Open elements. Gumbo's cost is quadratic in depth (64 KB of <div>: 1.7 s
     * at 10,000 deep, 1 ms at 512); browsers stop here too. The deepest
     * real page seen is 26. */
    MAX_DEPTH = 512,

    /* Start tags a page: 128 bytes of Gumbo each. Real pages have 3,000. */
    MAX_TAGS = 1000000,

    /* Attributes read a tag. Real tags have under 40. */
    MAX_ATTRIBUTES = 256,

    /* Formatting elements open at once (a, b, font, ...): each is cloned into
     * every later block, which is how 64 KB became 3.4 GB. */
    MAX_FORMATTING = 64,

    /* Blocks a page: under 1 KB of arena each, so that ARENA_BASE holds them
     * however short they are. Real pages have under 500. */
    MAX_BLOCKS = 65536,

    /* JSON-LD bodies and meta tags remembered a page. */
    MAX_SIDE_ITEMS = 1024,

    /* jsmn tokens in one JSON-LD body: 20 bytes each. */
    MAX_JSON_TOKENS = 65536,

    /* Objects and arrays open at once in a JSON-LD body: jsmn is quadratic in
     * depth. Real ones have 10. */
    MAX_JSON_DEPTH = 64,

    /* Bytes of one URL in the text. Arabic letters are percent-encoded at six
     * bytes each, and the longest real ones seen have 1,100. */
    MAX_URL = 2048,

    /* Links written into a page's text. A link that is never closed is cloned
     * into every later block, so that 2 KB of URL would follow each "<p>x". The
     * longest article of an encyclopaedia has some 3,000. */
    MAX_LINKS = 4096,

    /* Images written into a page's text: "<img src=a>" grows by a <base> of up
     * to MAX_URL. Real galleries have under 200. */
    MAX_IMAGES = 1024,

    /* Fuel: base and a byte of input. A normal page uses under 20 a byte. */
    FUEL_BASE = 200000,
    FUEL_PER_BYTE = 64,

    /* -- tables ------------------------------------------------------- */

    /* Steps of one hash lookup: at a load of one half real text needs under 12;
     * collisions aimed at a public hash would need thousands. */
    TABLE_MAX_PROBES = 64,

    /* -- rules and lexicon -------------------------------------------- */

    MAX_RULE_FILE = 256 << 10,      /* bytes of one file */
    MAX_RULES_PER_FILE = 1024,
    MAX_RULES = 65536,
    MAX_PATTERN = 512,              /* bytes of one phrase or pattern */

    /* Bytes of text that a pattern looks at: its cost may grow with their
     * square (50 ms at 4 KB, 300 ms at 16). Of a longer block it sees the
     * first and the last. */
    MAX_SUBJECT = 4096,

    /* PCRE2's own counters for one match: steps, nested frames, KiB. Patterns
     * that torture at load does not refuse need under 1,000 steps. */
    PATTERN_MATCH_LIMIT = 10000,
    PATTERN_DEPTH_LIMIT = 1000,
    PATTERN_HEAP_LIMIT_KIB = 4096
};

/* A best-effort bound that was met, one bit each; also the order of their
 * names in the record's flags. */
enum limit {
    LIMIT_DEPTH = 1 << 0,
    LIMIT_TAGS = 1 << 1,
    LIMIT_ATTRIBUTES = 1 << 2,
    LIMIT_FORMATTING = 1 << 3,
    LIMIT_BLOCKS = 1 << 4,
    LIMIT_SIDE_ITEMS = 1 << 5,
    LIMIT_JSON = 1 << 6,
    LIMIT_FUEL = 1 << 7,
    LIMIT_TABLE = 1 << 8,
    LIMIT_SUBJECT = 1 << 9,
    LIMIT_PATTERN = 1 << 10,
    LIMIT_LINKS = 1 << 11,
    LIMIT_IMAGES = 1 << 12
};

#endif

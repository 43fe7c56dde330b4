/* lubb.h - main text of Arabic web pages and plain-text dumps of them.
 *
 * Three objects, three lifetimes:   lubb_engine  lexicon, rules, weights. Never
 *                changes once made, so any number of threads may share one.
 *   lubb_worker  the memory for one page at a time. One per thread.
 *   lubb_page    what one extraction found. Lives in its worker until the
 *                next lubb_extract() or lubb_worker_free() on that worker.
 *
 * The short of it:
 *
 *     lubb_engine *engine;
 *     lubb_worker *worker;
 *     const lubb_page *page;
 *
 *     if (lubb_engine_new(NULL, &engine, NULL) == LUBB_OK &&
 *         lubb_worker_new(engine, &worker) == LUBB_OK &&
 *         lubb_extract(engine, worker, bytes, len, NULL, &page) == LUBB_OK)
 *         fwrite(page->text.ptr, 1, page->text.len, stdout);
 *     lubb_worker_free(worker);
 *     lubb_engine_free(engine);
 *
 * Text in the result is UTF-8. Offsets and lengths are bytes; a lubb_str is not
 * NUL-terminated and may hold any byte but NUL. Nothing here prints, exits, or
 * asks for the locale, the environment or the clock. Same engine, bytes and
 * hint: same result, on every machine.
 */
#ifndef LUBB_H
#define LUBB_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define LUBB_API __attribute__((visibility("default")))
#else
#define LUBB_API
#endif

#define LUBB_VERSION "0.1.0"

typedef struct lubb_engine lubb_engine;
typedef struct lubb_worker lubb_worker;

typedef struct lubb_str {
    const char *ptr;
    size_t len;
} lubb_str;

typedef enum lubb_status {
    LUBB_OK = 0,
    LUBB_E_NOMEM,   /* the system refused memory */
    LUBB_E_LIMIT,   /* the page is over the maximum, or filled its memory */
    LUBB_E_FILE,    /* a file cannot be read; lubb_error names it */
    LUBB_E_RULE,    /* a rule or weight is wrong; lubb_error says where, why */
    LUBB_E_USAGE    /* an argument that no value was promised for */
} lubb_status;

/* Where loading failed. The strings are NUL-terminated. */
typedef struct lubb_error {
    char file[256];
    uint32_t line, column;      /* from 1; 0 where the whole file is meant */
    char message[512];
} lubb_error;

/* A status in words, never NULL. */
LUBB_API const char *lubb_status_text(lubb_status status);

/* ---- engine ----------------------------------------------------------- */

enum {
    LUBB_NO_RULES = 1 << 0,     /* no lexicon, no site or theme rules */
    LUBB_PRECISION = 1 << 1,    /* rather lose a line than keep boilerplate */
    LUBB_RECALL = 1 << 2,       /* rather keep boilerplate than lose a line */
    LUBB_NO_TABLES = 1 << 3,    /* table rows are not text */
    LUBB_WITH_TITLE = 1 << 4,   /* the headline is the text's first line */
    LUBB_WITH_COMMENTS = 1 << 5,/* page->comments is filled */
    LUBB_WITH_LINKS = 1 << 6,   /* links in the text: [text](url) */
    LUBB_WITH_IMAGES = 1 << 7   /* and its images, a line each: ![alt](url) */
};

/* Links and images are Markdown. URLs are resolved against the page's <base>
 * and the hint's url; only http and https are kept, of links also mailto, so a
 * relative URL is left out where neither is known. Between the brackets '[',
 * ']' and '\' have a '\' before them; nothing else of the text is escaped. In
 * URLs white space, controls and ( ) < > " ` \ are percent-encoded, letters
 * are not. Plain text has neither, code has no links. */

/* What is fixed for a run. Zero is the default everywhere; set size to
 * sizeof(lubb_options). Members are only ever added at the end. */
typedef struct lubb_options {
    size_t size;
    unsigned taste;             /* LUBB_NO_RULES | ... */
    uint32_t max_input;         /* bytes of a page; 0: 16 MiB, which is also
                                   the most that may be asked for */
    const char *weights_file;   /* replaces the built-in weights; or NULL */
    uint32_t fuel_per_byte;     /* work units a byte; 0: 64 */
    const char *rules_path;     /* a folder of *.rule files, or one such file:
                                   added to the built-in rules, or in place
                                   of those of the same site or theme; NULL */
} lubb_options;

/* Load the built-in lexicon and weights, or what the options name instead.
 *
 * options  NULL for the defaults; borrowed for the call.
 * engine   receives the engine on LUBB_OK and NULL otherwise; the caller frees
 *          it, after every worker made for it.
 * error    where loading failed, filled in on LUBB_E_FILE and LUBB_E_RULE; may
 *          be NULL.
 * Returns LUBB_OK, LUBB_E_NOMEM, LUBB_E_FILE, LUBB_E_RULE or LUBB_E_USAGE. */
LUBB_API lubb_status lubb_engine_new(const lubb_options *options,
                                     lubb_engine **engine,
                                     lubb_error *error);

/* NULL is allowed. */
LUBB_API void lubb_engine_free(lubb_engine *engine);

/* ---- worker ----------------------------------------------------------- */

/* Reserve memory for pages of up to 1 MiB; a larger page makes it grow. At most
 * 64 MiB + 32 bytes a byte of the largest page is reserved, and the system
 * only gives what pages really touch. Returns LUBB_OK or LUBB_E_NOMEM. */
LUBB_API lubb_status lubb_worker_new(const lubb_engine *engine,
                                     lubb_worker **worker);

/* NULL is allowed. The worker's last page is gone with it. */
LUBB_API void lubb_worker_free(lubb_worker *worker);

/* ---- extraction ------------------------------------------------------- */

typedef enum lubb_input {
    LUBB_INPUT_AUTO = 0,        /* told from the bytes */
    LUBB_INPUT_HTML,
    LUBB_INPUT_TEXT
} lubb_input;

/* What the fetcher knew of one page. Zero is "nothing"; set size to
 * sizeof(lubb_hint). All pointers are borrowed for the call. */
typedef struct lubb_hint {
    size_t size;
    lubb_input input;
    lubb_str content_type;      /* HTTP Content-Type, or a bare charset label */
    lubb_str url;               /* recorded; rules are chosen by its host */
    lubb_str site;              /* host, where no URL is known */
} lubb_hint;

typedef enum lubb_state {
    LUBB_BEFORE = 0,            /* above the main text */
    LUBB_MAIN,
    LUBB_INTERRUPTION,          /* a foreign body inside the main text */
    LUBB_AFTER                  /* below it */
} lubb_state;

typedef enum lubb_kind {
    LUBB_PARAGRAPH = 0,
    LUBB_HEADING,
    LUBB_LIST_ITEM,
    LUBB_TABLE_ROW,
    LUBB_QUOTE,
    LUBB_CODE,
    LUBB_CAPTION,
    LUBB_CONTROL
} lubb_kind;

/* One block of the page, kept or not, in page order. */
typedef struct lubb_block {
    lubb_str text;              /* as the page has it, white space collapsed */
    uint32_t beg, end;          /* first to last byte in the decoded text */
    lubb_kind kind;
    lubb_state state;           /* where the judge's path put it */
    int kept;                   /* whether it is in the page's text */
    const char *reason;         /* why, in a few words; or "rule FILE:LINE" */
    int32_t points;             /* for main text, 20 to a nat */
} lubb_block;

/* Bounds that were met; the text is then the best that was left. */
enum {
    LUBB_LIMIT_DEPTH = 1 << 0,
    LUBB_LIMIT_TAGS = 1 << 1,
    LUBB_LIMIT_ATTRIBUTES = 1 << 2,
    LUBB_LIMIT_FORMATTING = 1 << 3,
    LUBB_LIMIT_BLOCKS = 1 << 4,
    LUBB_LIMIT_SIDE_ITEMS = 1 << 5,
    LUBB_LIMIT_JSON = 1 << 6,
    LUBB_LIMIT_FUEL = 1 << 7,
    LUBB_LIMIT_TABLE = 1 << 8,
    LUBB_LIMIT_SUBJECT = 1 << 9,    /* a rule's pattern saw part of a block */
    LUBB_LIMIT_PATTERN = 1 << 10,   /* a rule's pattern gave up: no match */
    LUBB_LIMIT_LINKS = 1 << 11,     /* links over 4,096, or over 2 KiB of URL,
                                       are text; or images left out: 1,024 */
    LUBB_LIMIT_IMAGES = 1 << 12
};

typedef struct lubb_page {
    lubb_str text;              /* the main text; empty when there is none */
    lubb_str title;             /* the headline, or empty */
    lubb_str date;              /* as the page's head tells it, or empty */
    lubb_str description;       /* likewise */
    lubb_input input;           /* what it was taken for */
    int has_text;               /* the verdict: "article" or "none" */
    const char *reason;         /* of the verdict; static */
    int32_t confidence;         /* of the verdict, per mille */
    const char *encoding;       /* "UTF-8", "windows-1256", ... */
    const char *encoding_source;/* "bom", "transport", "meta", "bytes", ... */
    int is_repaired;            /* UTF-8 that had been saved twice */
    uint32_t n_replaced;        /* bytes that decoded to nothing: U+FFFD */
    int offsets_are_input;      /* block offsets also count in the input */
    unsigned limits;            /* LUBB_LIMIT_DEPTH | ... */
    uint64_t fuel_used;         /* deterministic work units */
    const lubb_block *blocks;
    uint32_t n_blocks, n_kept;
    lubb_str byline;            /* as a rule tells it, or empty */
    lubb_str agency;            /* likewise */
    lubb_str country;           /* of the site, as its rule tells it */
    lubb_str extracted_by;      /* "rule:FILE", "theme:FILE" or "general" */
    const lubb_str *misses;     /* rules that missed, "FILE: reason" */
    uint32_t n_misses;
    lubb_str comments;          /* readers' comments, a paragraph a line, with
                                   LUBB_WITH_COMMENTS; or empty. Of plain text
                                   always empty: there a comment is not to be
                                   told from other lines below the text */
} lubb_page;

/* Extract the main text of one page.
 *
 * bytes, len  the page as fetched, in any encoding and any state of repair.
 *             Borrowed for the call; need not be NUL-terminated; may be NULL
 *             when len is 0.
 * hint        what the fetcher knew, or NULL.
 * page        receives the result on LUBB_OK and NULL otherwise.
 *
 * Broken input is not an error: bytes that decode to nothing become U+FFFD
 * and are counted. A page without a main text gives LUBB_OK and an empty text.
 * Cost: linear in len. Returns LUBB_OK, LUBB_E_LIMIT or LUBB_E_NOMEM; after an
 * error the worker is ready for the next page. */
LUBB_API lubb_status lubb_extract(const lubb_engine *engine,
                                  lubb_worker *worker, const char *bytes,
                                  size_t len, const lubb_hint *hint,
                                  const lubb_page **page);

/* ---- the result in other forms ------------------------------------------ */

typedef enum lubb_format {
    LUBB_JSON,                  /* one JSON object on a line, ending in '\n' */
    LUBB_EXPLAIN,               /* a line a block, for people */
    LUBB_EXPLAIN_JSONL          /* a JSON object a block, with every feature */
} lubb_format;

/* Write the worker's newest page in a form. id names the page in the record (a
 * file's name, say) and may be empty. The result is in the worker's memory and
 * lives as long as the page does, for which the hint's url and site must live
 * as long. Returns LUBB_OK, LUBB_E_LIMIT when it does not fit, or LUBB_E_USAGE
 * when the worker has no page. */
LUBB_API lubb_status lubb_page_write(lubb_worker *worker, lubb_format format,
                                     lubb_str id, lubb_str *out);

/* The name of one LUBB_LIMIT bit ("depth", "fuel", ...); "" for another
 * number. */
LUBB_API const char *lubb_limit_name(unsigned limit);

/* "0.1.0": the version of the library that is running. */
LUBB_API const char *lubb_version(void);

#ifdef __cplusplus
}
#endif

#endif

/* targets.h - where links and images of a page lead, ready to be written.
 *
 * Attributes are read here at the price of fuel, a unit a byte of start tag:
 * one tag may be long, and cloned into many elements (a link never closed), so
 * the newest is remembered. URLs are resolved against <base href> and the
 * page's own URL. What is not a place on the web, or to write to, is no target:
 * javascript:, data:, fragments, and relative URLs where no base is known.
 */
#ifndef LUBB_PAGE_TARGETS_H
#define LUBB_PAGE_TARGETS_H

#include "base/fuel.h"
#include "page/html_tree.h"
#include "page/url.h"

struct targets {
    struct arena *arena;
    const struct html_doc *doc;
    struct fuel *fuel;
    struct url base;            /* http or https; its scheme is empty where
                                 * none is known */
    struct arena scratch;       /* what one URL takes on its way */
    char *scratch_region;
    uint32_t link_src;          /* the <a> that link_url is of */
    struct str link_url;
    uint32_t n_links, n_images; /* targets given */
    uint32_t limits;            /* enum limit bits that were met */
};

/* What an image's tag says; values are raw. */
enum image_attribute {
    IMAGE_SRC,
    IMAGE_DATA_SRC,
    IMAGE_DATA_LAZY_SRC,
    IMAGE_DATA_ORIGINAL,
    IMAGE_ALT,
    IMAGE_WIDTH,
    IMAGE_HEIGHT,
    N_IMAGE_ATTRIBUTES
};

/* page_url may be empty. */
struct targets targets_begin(struct arena *a, const struct html_doc *doc,
                             struct str page_url, struct fuel *fuel);

/* The target of the <a> at `src` in Markdown's form (url_write), in the arena;
 * empty when it has none. One over MAX_URL is none either, nor is any past the
 * first MAX_LINKS asked for (LIMIT_LINKS). */
struct str targets_link(struct targets *t, uint32_t src);

/* The attributes of the <img> at `src`; false when it cannot be read. */
bool targets_image_read(struct targets *t, uint32_t src,
                        struct str attributes[N_IMAGE_ATTRIBUTES]);

/* The image that one of its raw URLs leads to: http or https, written as above;
 * empty when it leads to none, is over MAX_URL, or MAX_IMAGES were asked for
 * (LIMIT_IMAGES). */
struct str targets_image(struct targets *t, struct str raw);

#endif

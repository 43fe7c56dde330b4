/* json.h - JSON written into a buffer, always valid (RFC 8259).
 *
 * The writer places commas and colons itself and asserts that keys and values
 * come where JSON allows them. Strings may hold any bytes: what is not UTF-8
 * becomes U+FFFD, control characters are escaped, all else stands as it is.
 */
#ifndef LUBB_EMIT_JSON_H
#define LUBB_EMIT_JSON_H

#include "base/buf.h"

enum { JSON_MAX_OPEN = 31 };    /* objects and arrays open at once */

struct json {
    struct buf *out;
    uint32_t objects;   /* bit d: what is open at depth d is an object */
    uint32_t depth;     /* how many are open */
    bool has_items;     /* the innermost open one has an item already */
    bool has_key;       /* a key waits for its value */
};

/* A writer that appends to `out`. */
struct json json_begin(struct buf *out);

void json_open_object(struct json *j);
void json_open_array(struct json *j);

/* Close the innermost object or array. */
void json_close(struct json *j);

/* The key of an object's next value, NUL-terminated. */
void json_key(struct json *j, const char *key);

void json_str(struct json *j, struct str value);
void json_int(struct json *j, int64_t value);
void json_bool(struct json *j, bool value);

/* Key and value in one; json_pair_str leaves both out when value is empty. */
void json_pair_str(struct json *j, const char *key, struct str value);
void json_pair_int(struct json *j, const char *key, int64_t value);
void json_pair_bool(struct json *j, const char *key, bool value);

#endif

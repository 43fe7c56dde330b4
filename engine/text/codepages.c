#include "text/codepages.h"

#include <assert.h>

#include "text/codepages.inc"

const uint16_t *
codepage_high_half(enum encoding encoding)
{
    switch (encoding) {
    case ENCODING_WINDOWS_1256:
        return windows_1256;
    case ENCODING_ISO_8859_6:
        return iso_8859_6;
    default:
        assert(encoding == ENCODING_WINDOWS_1252);
        return windows_1252;
    }
}

#include "cli/characters.h"

#include <string.h>

lubb_str
text_of(const char *z)
{
    return (lubb_str){ z, strlen(z) };
}

/* Bytes of the character that begins so; 0: none does. */
static size_t
length_of(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first < 0xE0)
        return 2;
    if (first >= 0xE0 && first < 0xF0)
        return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

/* The character of the text's first n bytes, if they are one: not cut short,
 * not a longer spelling of another, no surrogate (RFC 3629). */
static bool
decode(lubb_str text, size_t n, uint32_t *out)
{
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    uint32_t c = (unsigned char)text.ptr[0];

    if (n == 0 || n > text.len)
        return false;
    if (n > 1)
        c &= 0xFFu >> (n + 1);
    for (size_t i = 1; i < n; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];

        if ((byte & 0xC0) != 0x80)
            return false;
        c = c << 6 | (byte & 0x3F);
    }
    *out = c;
    return c >= least[n] && c <= 0x10FFFF && (c < 0xD800 || c >= 0xE000);
}

uint32_t
character_take(lubb_str *text)
{
    size_t n = length_of((unsigned char)text->ptr[0]);
    uint32_t c;

    if (!decode(*text, n, &c)) {
        n = 1;
        c = CHARACTER_UNKNOWN;
    }
    text->ptr += n;
    text->len -= n;
    return c;
}

bool
character_is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* Hebrew, Arabic and their neighbours, presentation forms, and the scripts
 * above the first plane that run so (Unicode, Bidi_Class R and AL). */
bool
character_is_rtl(uint32_t c)
{
    return (c >= 0x0590 && c < 0x0900) || (c >= 0xFB1D && c < 0xFE00) ||
           (c >= 0xFE70 && c < 0xFEFF) || (c >= 0x10800 && c < 0x11000) ||
           (c >= 0x1E800 && c < 0x1F000);
}

size_t
text_count(lubb_str text)
{
    size_t n = 0;

    for (; text.len > 0; n++)
        character_take(&text);
    return n;
}

lubb_str
text_skip(lubb_str text, size_t n)
{
    for (; n > 0 && text.len > 0; n--)
        character_take(&text);
    return text;
}

bool
text_is_rtl(lubb_str text)
{
    while (text.len > 0)
        if (character_is_rtl(character_take(&text)))
            return true;
    return false;
}

void
text_print(FILE *out, lubb_str text, size_t max)
{
    for (size_t n = 0; text.len > 0; n++) {
        const char *beg = text.ptr;
        uint32_t c;

        if (max > 0 && n == max) {
            fputs("…", out);
            return;
        }
        c = character_take(&text);
        if (character_is_control(c))
            fputc(c == '\t' ? ' ' : '?', out);
        else if (c == CHARACTER_UNKNOWN)
            fputs("\xEF\xBF\xBD", out);
        else
            fwrite(beg, 1, (size_t)(text.ptr - beg), out);
    }
}

/* encoding_labels.c - the names of encodings: all labels that the WHATWG
 * Encoding Standard (4.2) gives the six that are read here, and ours for the
 * record. The other labels of the standard count as no label at all.
 */
#include "text/encoding.h"

static const char *const labels[N_ENCODINGS] = {
    [ENCODING_UTF_8] =
        "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 "
        "x-unicode20utf8",
    [ENCODING_UTF_16LE] =
        "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
    [ENCODING_UTF_16BE] =
        "unicodefffe utf-16be",
    [ENCODING_WINDOWS_1256] =
        "cp1256 windows-1256 x-cp1256",
    [ENCODING_ISO_8859_6] =
        "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 "
        "iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 "
        "iso_8859-6 iso_8859-6:1987",
    [ENCODING_WINDOWS_1252] =
        "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 "
        "iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 "
        "us-ascii windows-1252 x-cp1252"
};

bool
encoding_of_label(struct str label, enum encoding *encoding)
{
    struct str wanted = str_trim(label);

    for (int e = 0; e < N_ENCODINGS; e++) {
        struct str rest = str_of(labels[e]), known;

        while (str_next_field(&rest, ' ', &known)) {
            if (!str_ieq(known, wanted))
                continue;
            *encoding = (enum encoding)e;
            return true;
        }
    }
    return false;
}

const char *
encoding_name(enum encoding encoding)
{
    static const char *const names[N_ENCODINGS] = {
        "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256", "ISO-8859-6",
        "windows-1252"
    };

    return names[encoding];
}

const char *
encoding_source_name(enum encoding_source source)
{
    static const char *const names[N_ENCODING_SOURCES] = {
        "bom", "transport", "meta", "bytes", "default"
    };

    return names[source];
}

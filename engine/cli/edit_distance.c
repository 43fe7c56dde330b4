#include "cli/edit_distance.h"

static int
min3(int a, int b, int c)
{
    int least = a < b ? a : b;

    return least < c ? least : c;
}

int
edit_distance(const char *a, const char *b)
{
    int row[EDIT_MAX_LEN + 1];
    int len = 0;

    for (; len < EDIT_MAX_LEN && b[len]; len++)
        row[len] = len;
    row[len] = len;
    for (int i = 1; a[i - 1]; i++) {
        int corner = row[0];

        row[0] = i;
        for (int j = 1; j <= len; j++) {
            int above = row[j];

            row[j] = min3(above + 1, row[j - 1] + 1,
                          corner + (a[i - 1] != b[j - 1]));
            corner = above;
        }
    }
    return row[len];
}

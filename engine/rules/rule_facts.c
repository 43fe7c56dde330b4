/* rule_facts.c - what a file says of itself: sites, theme, country, day. */
#include "rules/host.h"
#include "rules/rule_load.h"

static void
find(const struct rule_loader *l, enum rule_code code, struct str at,
     const char *what)
{
    rule_lines_find(&l->lines, code, at, what);
}

/* Whether a site: is more than a host and a path: what host_of_url() passes
 * over would be passed over in silence. */
static bool
has_more_than_host(struct str site)
{
    for (size_t i = 0; i < site.len; i++)
        if (is_space(site.ptr[i]) || site.ptr[i] == '?' ||
            site.ptr[i] == '#' || site.ptr[i] == '@' || site.ptr[i] == ':' ||
            site.ptr[i] == '|' || site.ptr[i] == ',' || site.ptr[i] == '*')
            return true;
    return false;
}

static void
add_site(struct rule_loader *l, struct str value, bool is_not)
{
    struct rule_file *f = l->file;
    bool is_exact = str_starts(value, STR("="));
    struct str url = str_slice(value, is_exact, value.len);
    struct host_path h = host_of_url(url);
    struct str host = { h.host, h.len };

    if (str_find(url, STR("://"), 0) < url.len) {
        find(l, RULE_E06, value, "a host has no scheme");
        return;
    }
    if (h.len == 0 || host_is_public_suffix(host)) {
        find(l, RULE_E06, value, "not a host that sites are under");
        return;
    }
    if (has_more_than_host(url)) {
        find(l, RULE_E06, value, "a site is one host, perhaps with a path");
        return;
    }
    while (h.path.len > 0 && h.path.ptr[h.path.len - 1] == '/')
        h.path.len--;
    if (!RULE_GROW(l, f->sites, f->n_sites, f->cap_sites))
        return;
    f->sites[f->n_sites++] = (struct rule_site){
        .host = store_str(l->set->store, host), .path = h.path,
        .is_exact = is_exact, .is_not = is_not, .line = l->lines.number,
        .column = rule_lines_column(&l->lines, value.ptr)
    };
}

/* A theme's name without the folder it stands in. */
static struct str
theme_name(const struct rule_loader *l, struct str value)
{
    struct str name = value;

    if (str_starts(name, STR("theme/")))
        name = str_slice(name, 6, name.len);
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];

        if (!is_digit(c) && c != '-' && (c < 'a' || c > 'z')) {
            find(l, RULE_E11, value, "a theme's name is a-z, 0-9 and '-'");
            break;
        }
    }
    return name;
}

static void
check_day(const struct rule_loader *l, struct str value)
{
    bool ok = value.len == 10 && value.ptr[4] == '-' && value.ptr[7] == '-';
    int32_t month = 0, day = 0;

    for (size_t i = 0; ok && i < value.len; i++)
        ok = i == 4 || i == 7 || is_digit(value.ptr[i]);
    ok = ok && str_to_int(str_slice(value, 5, 7), &month) &&
         str_to_int(str_slice(value, 8, 10), &day);
    if (!ok || month < 1 || month > 12 || day < 1 || day > 31)
        find(l, RULE_E11, value, "a day is YYYY-MM-DD");
}

static void
check_country(const struct rule_loader *l, struct str value)
{
    if (value.len != 2 || value.ptr[0] < 'A' || value.ptr[0] > 'Z' ||
        value.ptr[1] < 'A' || value.ptr[1] > 'Z')
        find(l, RULE_E11, value, "a country is two capital letters");
}

bool
rule_read_fact(struct rule_loader *l, enum rule_key key, struct str value)
{
    struct rule_file *f = l->file;

    switch (key) {
    case RULE_KEY_site:
    case RULE_KEY_not:
        add_site(l, value, key == RULE_KEY_not);
        return true;
    case RULE_KEY_country:
        check_country(l, value);
        f->country = value;
        return true;
    case RULE_KEY_checked:
        check_day(l, value);
        f->checked = value;
        return true;
    case RULE_KEY_theme:
        f->theme = theme_name(l, value);
        f->theme_line = l->lines.number;
        return true;
    case RULE_KEY_use:
        f->use = theme_name(l, value);
        f->use_line = l->lines.number;
        return true;
    case RULE_KEY_score:
        if (!str_eq(value, STR("off")))
            find(l, RULE_E11, value, "a score is \"off\" or not spoken of");
        return false;
    default:
        return false;
    }
}

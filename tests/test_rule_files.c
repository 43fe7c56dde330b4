/* test_rule_files.c - folders of rules read from disk, and what an engine makes
 * of lubb_options.rules_path.
 *
 * Files are made in a new folder below $TMPDIR, which is removed again.
 */
#define _POSIX_C_SOURCE 200809L

#include "rule_files.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "check.h"

/* -- files in a folder ----------------------------------------------------- */

static char folder[512];        /* made by main() */
static char made[64][600];      /* paths, to be removed */
static size_t n_made;

static void
die(const char *what)
{
    perror(what);
    exit(2);
}

static const char *
path_in(const char *name)
{
    char *path = made[n_made++];

    if (n_made > sizeof made / sizeof *made)
        die("too many files");
    snprintf(path, sizeof made[0], "%s/%s", folder, name);
    return path;
}

static void
make_folder(const char *name)
{
    if (mkdir(path_in(name), 0700) != 0)
        die(name);
}

static void
make_bytes(const char *name, const char *bytes, size_t len)
{
    FILE *f = fopen(path_in(name), "wb");

    if (!f || fwrite(bytes, 1, len, f) != len || fclose(f) != 0)
        die(name);
}

static void
make_file(const char *name, const char *text)
{
    make_bytes(name, text, str_of(text).len);
}

static void
remove_all(void)
{
    while (n_made > 0)
        remove(made[--n_made]);
}

static const char *
path_of(const char *name)
{
    static char path[600];

    snprintf(path, sizeof path, "%s%s%s", folder, *name ? "/" : "", name);
    return path;
}

/* -- reading --------------------------------------------------------------- */

static struct store store;
static struct rule_texts texts;
static lubb_error error;

static lubb_status
read_texts(const char *name)
{
    store_free(&store);
    texts = (struct rule_texts){ NULL, 0, 0 };
    error = (lubb_error){ .line = 7, .column = 7 };
    return rule_texts_read(&store, path_of(name), &texts, &error);
}

/* The names of what was read, below the folder, and the bytes: "a.rule=x". */
static void
check_texts(const char *name, const char *want)
{
    size_t n = 0, skip = str_of(folder).len + 1;
    char out[1024] = "";

    CHECK_INT(read_texts(name), LUBB_OK);
    for (size_t i = 0; i < texts.n; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%s=%.*s",
                              i > 0 ? " " : "", texts.items[i].name + skip,
                              (int)texts.items[i].text.len,
                              texts.items[i].text.ptr);
    CHECK_STR(((struct str){ out, n }), want);
}

static void
check_refused(const char *name, const char *file, const char *message)
{
    CHECK_INT(read_texts(name), LUBB_E_FILE);
    CHECK_STR(str_of(error.message), message);
    CHECK_STR(str_of(error.file), path_of(file));
    CHECK_INT(error.line, 0);
    CHECK_INT(error.column, 0);
}

static void
test_files_of_all_folders_are_read_in_order_of_their_paths(void)
{
    make_folder("b");
    make_folder("a");
    make_file("b/z.rule", "1");
    make_file("b/B.rule", "2");
    make_file("a-.rule", "3");
    make_file("a/x.rule", "4");
    make_file("ab.rule", "5");
    make_file("a/x.y.rule", "");
    check_texts("", "a-.rule=3 a/x.rule=4 a/x.y.rule= ab.rule=5 "
                    "b/B.rule=2 b/z.rule=1");
    remove_all();
}

static void
test_other_files_and_names_with_a_dot_are_passed_over(void)
{
    make_folder(".git");
    make_file(".git/a.rule", "1");
    make_file(".b.rule", "2");
    make_file("README.md", "3");
    make_file("c.rule~", "4");
    make_file("c.rules", "5");
    make_file("C.RULE", "6");
    make_file("rule", "7");
    make_file("d.rule", "8");
    check_texts("", "d.rule=8");
    remove_all();
}

static void
test_an_empty_folder_has_no_rules(void)
{
    check_texts("", "");
}

static void
test_a_slash_at_the_end_of_a_folder_is_not_doubled(void)
{
    char path[600];

    make_file("a.rule", "1");
    snprintf(path, sizeof path, "%s/", folder);
    texts = (struct rule_texts){ NULL, 0, 0 };
    CHECK_INT(rule_texts_read(&store, path, &texts, NULL), LUBB_OK);
    CHECK_INT(texts.n, 1);
    CHECK_STR(str_of(texts.items[0].name), path_of("a.rule"));
    remove_all();
}

static void
test_a_file_is_read_whatever_its_name(void)
{
    make_file(".mine", "1");
    make_file("b.rule", "2");
    check_texts(".mine", ".mine=1");
    check_texts("b.rule", "b.rule=2");
    remove_all();
}

static void
test_folders_are_four_deep_below_the_first(void)
{
    make_folder("1");
    make_folder("1/2");
    make_folder("1/2/3");
    make_folder("1/2/3/4");
    make_file("1/2/3/4/a.rule", "1");
    check_texts("", "1/2/3/4/a.rule=1");
    make_folder("1/2/3/4/5");
    check_refused("", "1/2/3/4/5", "folders are nested too deep");
    check_texts("1", "1/2/3/4/a.rule=1");
    remove_all();
}

static void
test_a_ring_of_links_ends(void)
{
    make_folder("a");
    if (symlink("../a", path_in("a/a")) != 0)
        die("symlink");
    check_refused("", "a/a/a/a/a", "folders are nested too deep");
    remove_all();
}

static void
test_links_are_followed(void)
{
    make_file("a.txt", "1");
    if (symlink("a.txt", path_in("b.rule")) != 0)
        die("symlink");
    check_texts("", "b.rule=1");
    remove_all();
}

static void
test_what_is_not_there_or_leads_nowhere(void)
{
    check_refused("none", "none", "cannot be opened");
    if (symlink("none", path_in("a.rule")) != 0)
        die("symlink");
    check_refused("", "a.rule", "cannot be opened");
    check_refused("a.rule", "a.rule", "cannot be opened");
    remove_all();
}

/* Opening a pipe would wait for somebody to write into it. */
static void
test_a_pipe_in_a_folder_is_not_opened(void)
{
    if (mkfifo(path_in("a.rule"), 0600) != 0)
        die("mkfifo");
    check_refused("", "a.rule", "is not a file");
    remove_all();
    if (mkfifo(path_in("a.txt"), 0600) != 0)
        die("mkfifo");
    check_texts("", "");
    remove_all();
}

static void
test_what_may_not_be_read(void)
{
    if (geteuid() == 0) {
        puts("SKIPPED: test_rule_files: root may read everything");
        return;
    }
    make_file("a.rule", "1");
    chmod(path_of("a.rule"), 0);
    check_refused("", "a.rule", "cannot be opened");
    remove_all();
    make_folder("a");
    chmod(path_of("a"), 0);
    check_refused("", "a", "cannot be opened");
    remove_all();
}

static void
test_the_largest_file(void)
{
    static char bytes[MAX_RULE_FILE + 1];

    make_bytes("a.rule", bytes, MAX_RULE_FILE);
    CHECK_INT(read_texts(""), LUBB_OK);
    CHECK_INT(texts.items[0].text.len, MAX_RULE_FILE);
    remove_all();
    make_bytes("a.rule", bytes, MAX_RULE_FILE + 1);
    check_refused("", "a.rule", "is larger than a file may be");
    remove_all();
}

static void
test_a_caller_may_want_no_error(void)
{
    CHECK_INT(rule_texts_read(&store, path_of("none"), &texts, NULL),
              LUBB_E_FILE);
    CHECK_INT(file_error(NULL, "a", "b"), LUBB_E_FILE);
}

static void
test_long_names_are_cut_in_errors(void)
{
    static char name[2 * sizeof error.file];

    memset(name, 'a', sizeof name - 1);
    CHECK_INT(file_error(&error, name, name), LUBB_E_FILE);
    CHECK_INT(str_of(error.file).len, sizeof error.file - 1);
    CHECK_INT(str_of(error.message).len, sizeof error.message - 1);
}

/* -- lubb_options.rules_path ----------------------------------------------- */

static lubb_engine *engine;

static lubb_status
load(const char *name, unsigned taste)
{
    lubb_options options = { .size = sizeof options, .taste = taste,
                             .rules_path = path_of(name) };

    lubb_engine_free(engine);
    error = (lubb_error){ .line = 7, .column = 7 };
    return lubb_engine_new(&options, &engine, &error);
}

/* What extracted a page of a host. */
static void
check_extracted_by(const char *url, const char *by)
{
    static const char html[] =
        "<article><p>أعلنت الوزارة اليوم عن خطة جديدة لبناء المدارس في القرى "
        "البعيدة، وقالت إن العمل سيبدأ قبل نهاية هذا العام.</p><p>وأضافت أن "
        "الخطة تشمل تدريب المعلمين على طرق التعليم الحديثة، وأن كلفتها "
        "ستغطى من ميزانية السنة المقبلة.</p></article>";
    lubb_hint hint = { .size = sizeof hint, .url = { url, str_of(url).len } };
    const lubb_page *page;
    lubb_worker *worker;

    if (!CHECK_INT(lubb_worker_new(engine, &worker), LUBB_OK))
        return;
    CHECK_INT(lubb_extract(engine, worker, html, sizeof html - 1, &hint,
                           &page), LUBB_OK);
    CHECK_STR(((struct str){ page->extracted_by.ptr,
                             page->extracted_by.len }), by);
    lubb_worker_free(worker);
}

static void
check_wrong(lubb_status status, const char *file, uint32_t line,
            const char *message)
{
    CHECK_INT(load("", 0), status);
    CHECK(!engine);
    CHECK_STR(str_of(error.file), path_of(file));
    CHECK_INT(error.line, line);
    CHECK_STR(str_of(error.message), message);
}

static void
test_rules_of_a_folder_or_a_file_rule_their_sites(void)
{
    char by[640];

    make_folder("site");
    make_file("site/a.rule", "#!rule 1\nsite: a.example\nbody: article\n");
    snprintf(by, sizeof by, "rule:%s", path_of("site/a.rule"));
    CHECK_INT(load("", 0), LUBB_OK);
    check_extracted_by("http://a.example/1", by);
    check_extracted_by("http://b.example/1", "general");
    CHECK_INT(load("site/a.rule", 0), LUBB_OK);
    check_extracted_by("http://a.example/1", by);
    remove_all();
}

static void
test_a_users_rule_stands_in_for_the_built_in_one(void)
{
    char by[640];

    make_file("mine.rule", "#!rule 1\nsite: alwasat.ly\nbody: article\n");
    snprintf(by, sizeof by, "rule:%s", path_of("mine.rule"));
    CHECK_INT(load("", 0), LUBB_OK);
    check_extracted_by("http://alwasat.ly/1", by);
    remove_all();
}

static void
test_without_rules_the_path_is_not_looked_at(void)
{
    CHECK_INT(load("none", LUBB_NO_RULES), LUBB_OK);
    CHECK(engine != NULL);
}

static void
test_a_path_that_cannot_be_read(void)
{
    CHECK_INT(load("none", 0), LUBB_E_FILE);
    CHECK(!engine);
    CHECK_STR(str_of(error.file), path_of("none"));
    CHECK_STR(str_of(error.message), "cannot be opened");
}

static void
test_the_first_error_of_the_first_file_is_told(void)
{
    make_file("b.rule", "#!rule 1\nsite: a.example\ntitl: .x\nfoo: 1\n");
    make_file("c.rule", "nothing");
    check_wrong(LUBB_E_RULE, "b.rule", 3,
                "no such key \xE2\x9F\xA6titl\xE2\x9F\xA7, did you mean "
                "'title'?");
    CHECK_INT(error.column, 1);
    remove_all();
}

static void
test_files_that_do_not_fit_together(void)
{
    make_file("a.rule", "#!rule 1\nsite: a.example\n");
    make_file("b.rule", "#!rule 1\n\nsite: www.a.example\n");
    check_wrong(LUBB_E_RULE, "b.rule", 3, "another file has this site "
                "\xE2\x9F\xA6" "a.example\xE2\x9F\xA7");
    remove_all();
}

static void
test_a_users_proof_that_fails(void)
{
    make_file("a.rule", "#!rule 1\nsite: a.example\ndrop: \"b\"\n"
                        "yes: \"c\"\n");
    check_wrong(LUBB_E_RULE, "a.rule", 4, "a yes: line is not hit by the "
                "entry above \xE2\x9F\xA6" "c\xE2\x9F\xA7");
    remove_all();
}

static void
test_a_users_proof_that_is_missing_is_no_error(void)
{
    make_file("a.rule", "#!rule 1\nsite: a.example\ndrop: \"b\"\n");
    CHECK_INT(load("", 0), LUBB_OK);
    remove_all();
}

static void
test_a_users_lexicon_is_added(void)
{
    make_file("l.rule", "#!rule 1\n# mine\n\n[lexicon share]\n"
                        "line: \"شارك الآن\"\n");
    CHECK_INT(load("", 0), LUBB_OK);
    remove_all();
    make_file("l.rule", "#!rule 1\n[lexicon shrae]\nline: \"شارك\"\n");
    check_wrong(LUBB_E_RULE, "l.rule", 2, "no such group \xE2\x9F\xA6shrae"
                "\xE2\x9F\xA7, did you mean 'share'?");
    remove_all();
}

int
main(void)
{
    const char *tmp = getenv("TMPDIR");

    snprintf(folder, sizeof folder, "%s/lubb-rules-XXXXXX",
             tmp ? tmp : "/tmp");
    if (!mkdtemp(folder))
        die(folder);
    test_files_of_all_folders_are_read_in_order_of_their_paths();
    test_other_files_and_names_with_a_dot_are_passed_over();
    test_an_empty_folder_has_no_rules();
    test_a_slash_at_the_end_of_a_folder_is_not_doubled();
    test_a_file_is_read_whatever_its_name();
    test_folders_are_four_deep_below_the_first();
    test_a_ring_of_links_ends();
    test_links_are_followed();
    test_what_is_not_there_or_leads_nowhere();
    test_a_pipe_in_a_folder_is_not_opened();
    test_what_may_not_be_read();
    test_the_largest_file();
    test_a_caller_may_want_no_error();
    test_long_names_are_cut_in_errors();
    test_rules_of_a_folder_or_a_file_rule_their_sites();
    test_a_users_rule_stands_in_for_the_built_in_one();
    test_without_rules_the_path_is_not_looked_at();
    test_a_path_that_cannot_be_read();
    test_the_first_error_of_the_first_file_is_told();
    test_files_that_do_not_fit_together();
    test_a_users_proof_that_fails();
    test_a_users_proof_that_is_missing_is_no_error();
    test_a_users_lexicon_is_added();
    lubb_engine_free(engine);
    store_free(&store);
    rmdir(folder);
    return check_summary();
}

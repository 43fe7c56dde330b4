#include "judge/weights.h"

#include "judge/html_features.h"
#include "judge/text_features.h"

static const char *const state_names[N_STATES] = { "before", "main",
                                                   "interruption", "after" };

static const char *const move_names[N_MOVES] = {
    "before_before", "before_main", "main_main", "main_interruption",
    "main_after", "interruption_interruption", "interruption_main",
    "after_after"
};

static const char *const class_names[N_MOVE_CLASSES] = {
    "any", "inside", "back", "below", "beside", "elsewhere"
};

static const char *const threshold_names[N_THRESHOLDS] = {
    "min_letters", "min_letters_untitled", "max_lookalike_percent",
    "min_prose_words", "min_weak_lines", "max_date_lines",
    "min_sentence_percent"
};

/* The mean margin that each knot stands at. */
static const char *const knot_names[N_KNOTS] = {
    "0", "500", "600", "700", "800", "850", "900", "950", "1000"
};

const char *
move_class_name(enum move_class class)
{
    return class_names[class];
}

/* Where one name's value goes: points and moves are 16 bits, thresholds and
 * knots 32. */
struct place {
    int16_t *points;
    int32_t *threshold;
};

struct loader {
    const char *file;
    uint32_t line;
    struct rule_findings *findings;
    struct weights *out;
    struct weights *seen;   /* not 0 where a name was given */
};

static int
name_find(const char *const *names, int n, struct str name)
{
    for (int i = 0; i < n; i++)
        if (str_eq(name, str_of(names[i])))
            return i;
    return -1;
}

/* Cut the part before the first '.' off *rest. */
static struct str
part_cut(struct str *rest)
{
    size_t dot = str_find(*rest, STR("."), 0);
    struct str part = str_slice(*rest, 0, dot);

    *rest = str_slice(*rest, dot < rest->len ? dot + 1 : dot, rest->len);
    return part;
}

static struct place
points_place(const struct feature_table *table, struct model *model,
             int state, struct str rest)
{
    struct str name = part_cut(&rest);

    for (uint32_t f = 0; f < table->n; f++) {
        const struct feature *feature = &table->items[f];
        int bin;

        if (!str_eq(name, str_of(feature->name)))
            continue;
        bin = name_find(feature->bins, (int)feature_n_bins(feature), rest);
        if (bin >= 0)
            return (struct place){ &model->points[f][bin][state], NULL };
    }
    return (struct place){ NULL, NULL };
}

/* The place of a name behind "html." or "text.". */
static struct place
model_place(const struct feature_table *table, struct model *model,
            struct str rest)
{
    struct str part = part_cut(&rest);
    int state = name_find(state_names, N_STATES, part);

    if (state > STATE_BEFORE)
        return points_place(table, model, state, rest);
    if (str_eq(part, STR("move"))) {
        int class = name_find(class_names, N_MOVE_CLASSES, part_cut(&rest));
        int move = name_find(move_names, N_MOVES, rest);

        if (class >= 0 && move >= 0)
            return (struct place){ &model->moves[class][move], NULL };
    }
    if (str_eq(part, STR("verdict"))) {
        int threshold = name_find(threshold_names, N_THRESHOLDS, rest);

        if (threshold >= 0)
            return (struct place){ NULL, &model->thresholds[threshold] };
    }
    if (str_eq(part, STR("confidence"))) {
        int knot = name_find(knot_names, N_KNOTS, rest);

        if (knot >= 0)
            return (struct place){ NULL, &model->confidence[knot] };
    }
    return (struct place){ NULL, NULL };
}

static struct place
name_place(struct weights *w, struct str name)
{
    struct str kind = part_cut(&name);

    if (str_eq(kind, STR("html")))
        return model_place(&html_feature_table, &w->html, name);
    if (str_eq(kind, STR("text")))
        return model_place(&text_feature_table, &w->text, name);
    return (struct place){ NULL, NULL };
}

static void
error_add(struct loader *l, const char *what, struct str word)
{
    rule_findings_add(l->findings, &(struct rule_finding){
        .code = RULE_E01, .file = l->file, .line = l->line, .column = 1,
        .what = what, .word = word });
}

static void
value_set(struct loader *l, struct str name, int32_t value)
{
    struct place to = name_place(l->out, name);
    struct place seen = name_place(l->seen, name);

    if (!to.points && !to.threshold) {
        error_add(l, "unknown weight", name);
    } else if (to.points && (value < -10000 || value > 10000)) {
        error_add(l, "points outside -10000 to 10000", name);
    } else if (to.threshold && value < 0) {
        error_add(l, "threshold below 0", name);
    } else if ((to.points && *seen.points) ||
               (to.threshold && *seen.threshold)) {
        error_add(l, "weight given twice", name);
    } else if (to.points) {
        *to.points = (int16_t)value;
        *seen.points = 1;
    } else {
        *to.threshold = value;
        *seen.threshold = 1;
    }
}

static void
line_read(struct loader *l, struct str line)
{
    struct str rest = str_trim(line), name, number;
    int32_t value;

    if (rest.len == 0 || rest.ptr[0] == '#')
        return;
    str_next_field(&rest, ' ', &name);
    number = str_trim(rest);
    if (!str_to_int(number, &value))
        error_add(l, "not 'name integer'", str_trim(line));
    else
        value_set(l, name, value);
}

bool
weights_load(struct str text, const char *file,
             struct rule_findings *findings, struct weights *out)
{
    struct loader l = { .file = file, .findings = findings, .out = out };
    size_t n_before = findings->n_errors;
    struct str line;

    *out = (struct weights){ 0 };
    l.seen = store_new(findings->store, struct weights, 1);
    if (!l.seen) {
        findings->no_memory = true;
        return false;
    }
    while (str_next_line(&text, &line)) {
        l.line++;
        line_read(&l, line);
    }
    return findings->n_errors == n_before && !findings->no_memory;
}

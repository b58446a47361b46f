/* What it would take to meet a goal, school by school, and whether that does:
 *
 *     what_it_takes PLAN DATA GOAL
 *
 * What the data say of themselves stands above (示例数据均为虚构). */
#include <attain.h>
#include <stdio.h>

enum { ZH = ATTAIN_LANGUAGE_ZH, AFTER = ATTAIN_ANSWER_FIELD_VERDICT_AFTER };

/* The comment that opens the table of units: whether the data are made up. */
static void print_label(const char *folder) {
    char text[512];
    snprintf(text, sizeof text, "%s/units.csv", folder);
    FILE *units = fopen(text, "rb");
    if (units != NULL && fgets(text, sizeof text, units) && text[0] == '#')
        printf("%s", text);
    if (units != NULL)
        fclose(units);
}

/* A text and blanks up to a width; Chinese characters take two columns. */
static void cell(const char *text, int width) {
    printf("%s", text == NULL ? "" : text);
    for (const char *at = text; at != NULL && *at != '\0'; at++)
        width -= (*at & 0xC0) == 0x80 ? 0 : (unsigned char)*at < 0xE3 ? 1 : 2;
    printf("%*s", width > 0 ? width : 1, "");
}

static void print_row(const attain_answer *answer, const attain_evaluation *ev,
                      const attain_dataset *data, int64_t row) {
    attain_evaluation_unit unit = {.struct_size = sizeof unit};
    attain_variable variable = {.struct_size = sizeof variable};
    attain_node node = {.struct_size = sizeof node};
    int32_t of[AFTER + 1];
    for (int32_t f = 0; f <= AFTER; f++) {
        double value = attain_answer_value(answer, f, row);
        of[f] = value == value ? (int32_t)value : -1;
    }
    int32_t action = of[ATTAIN_ANSWER_FIELD_ACTION];
    attain_evaluation_get_unit(ev, of[ATTAIN_ANSWER_FIELD_UNIT], &unit, NULL);
    attain_evaluation_get_node(ev, of[ATTAIN_ANSWER_FIELD_NODE], &node, NULL);
    attain_dataset_get_variable(data, of[ATTAIN_ANSWER_FIELD_VARIABLE],
                                &variable, NULL);
    cell(unit.name, 24);
    cell(node.name, 32);
    cell(attain_word_label(ATTAIN_VOCABULARY_VERDICT, of[AFTER], ZH), 10);
    cell(attain_word_label(ATTAIN_VOCABULARY_ACTION, action, ZH), 10);
    if (action > ATTAIN_ACTION_LEAVE && variable.name != NULL)
        printf("%s %+d", variable.name, (int)of[ATTAIN_ANSWER_FIELD_WHOLE]);
    printf("\n");
}

int main(int argc, char **argv) {
    attain_plan *plan = NULL;
    attain_dataset *data = NULL;
    attain_evaluation *ev = NULL;
    attain_answer *answer = NULL;
    attain_answer_options options;
    attain_error err = {0};
    attain_answer_options_init(&options);
    if (argc == 4 && !attain_read_plan(argv[1], NULL, &plan, &err) &&
        !attain_read_dataset(argv[2], NULL, &data, &err) &&
        !attain_evaluate(plan, data, NULL, &ev, &err)) {
        options.node = attain_evaluation_find_node(ev, argv[3], SIZE_MAX);
        attain_find_mends(ev, plan, data, &options, &answer, &err);
        print_label(argv[2]);
    }
    for (size_t row = 0; row < attain_answer_row_count(answer); row++)
        print_row(answer, ev, data, (int64_t)row);
    fprintf(stderr, "%s", argc == 4 ? err.message : "PLAN DATA GOAL");
    attain_answer_destroy(answer);
    attain_evaluation_destroy(ev);
    attain_dataset_destroy(data);
    attain_plan_destroy(plan);
    return argc != 4 || err.code != ATTAIN_OK;
}

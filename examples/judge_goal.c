/* Judges a plan from its tables: the score, and the verdicts of one goal.
 *
 *     judge_goal PLAN DATA GOAL
 *
 * The same program in other languages stands in the folders beside it. */
#include <attain.h>
#include <stdio.h>

static void print_goal(const attain_evaluation *ev, const char *goal) {
    int32_t parent =
        attain_evaluation_find_node(ev, goal, ATTAIN_NUL_TERMINATED);
    int32_t count = (int32_t)attain_evaluation_node_count(ev);
    printf("%.1f of 100\n",
           attain_evaluation_value(ev, ATTAIN_MEASURE_SCORE, 0, 0));
    for (int32_t i = 0; i < count; i++) {
        attain_node node;
        attain_node_init(&node);
        if (attain_evaluation_get_node(ev, i, &node, NULL) == ATTAIN_OK &&
            node.kind == ATTAIN_KIND_TARGET && node.parent == parent) {
            int32_t verdict = (int32_t)attain_evaluation_value(
                ev, ATTAIN_MEASURE_VERDICT, i, 0);
            printf("%s %s %s\n", node.id,
                   attain_word(ATTAIN_VOCABULARY_VERDICT, verdict), node.name);
        }
    }
}

int main(int argc, char **argv) {
    attain_plan *plan = NULL;
    attain_dataset *data = NULL;
    attain_evaluation *ev = NULL;
    attain_error err = {0};
    if (argc != 4) {
        fprintf(stderr, "usage: judge_goal PLAN DATA GOAL\n");
        return 2;
    }
    if (attain_read_plan(argv[1], NULL, &plan, &err) ||
        attain_read_dataset(argv[2], NULL, &data, &err) ||
        attain_evaluate(plan, data, NULL, &ev, &err))
        fprintf(stderr, "%s\n", err.message);
    else
        print_goal(ev, argv[3]);
    attain_evaluation_destroy(ev);
    attain_dataset_destroy(data);
    attain_plan_destroy(plan);
    return err.code != ATTAIN_OK;
}

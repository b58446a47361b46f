/* Judges a plan of a folder whose name is not ASCII on one thread and on
 * eight, and compares what is written, byte by byte.
 *
 * The folders plan and data are below a folder 中国/baiquan of the current one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <attain.h>

static char *write_all(const attain_plan *plan, const attain_dataset *data,
                       int32_t threads, size_t *length, attain_error *err) {
    attain_evaluate_options options;
    attain_evaluation *ev = NULL;
    char *out = NULL;
    attain_evaluate_options_init(&options);
    options.threads = threads;
    if (attain_evaluate(plan, data, &options, &ev, err) == ATTAIN_OK &&
        attain_write_results_buffer(ev, NULL, NULL, 0, length, err) ==
            ATTAIN_OK) {
        out = malloc(*length + 1);
        if (attain_write_results_buffer(ev, NULL, out, *length + 1, length,
                                        err) != ATTAIN_OK) {
            free(out);
            out = NULL;
        }
    }
    attain_evaluation_destroy(ev);
    return out;
}

int main(void) {
    attain_plan *plan = NULL;
    attain_dataset *data = NULL;
    attain_error err = {0};
    size_t one_length = 0;
    size_t eight_length = 0;
    char *one = NULL;
    char *eight = NULL;
    if (attain_read_plan("\xe4\xb8\xad\xe5\x9b\xbd/baiquan/plan", NULL, &plan,
                         &err) == ATTAIN_OK &&
        attain_read_dataset("\xe4\xb8\xad\xe5\x9b\xbd/baiquan/data", NULL,
                            &data, &err) == ATTAIN_OK) {
        one = write_all(plan, data, 1, &one_length, &err);
        eight = write_all(plan, data, 8, &eight_length, &err);
    }
    int same = one != NULL && eight != NULL && one_length == eight_length &&
               memcmp(one, eight, one_length) == 0;
    printf("%s%s\n", same ? "ok" : "fail: ", same ? "" : err.message);
    free(one);
    free(eight);
    attain_dataset_destroy(data);
    attain_plan_destroy(plan);
    return same ? 0 : 1;
}

/* Eight threads share a plan, a dataset and an evaluation: each judges anew
 * (with threads of the library's own, too), reads, explains and writes, and
 * gets the same bytes. Run under ThreadSanitizer by threads.sh.
 *
 *     threads PLAN DATA
 */
#include <attain.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 8, TIMES = 2 };

static attain_plan *plan;
static attain_dataset *data;
static attain_evaluation *shared;

static char *csv_of(const attain_evaluation *ev) {
    size_t count;
    if (attain_write_results_buffer(ev, NULL, NULL, 0, &count, NULL))
        return NULL;
    char *text = malloc(count + 1);
    if (text != NULL &&
        attain_write_results_buffer(ev, NULL, text, count + 1, &count, NULL)) {
        free(text);
        return NULL;
    }
    return text;
}

static int explained(const attain_evaluation *ev) {
    size_t count;
    char text[8192];
    attain_status status = attain_evaluation_explain(
        ev, plan, data, 1, attain_evaluation_units(ev, 1, NULL)[0],
        ATTAIN_LANGUAGE_EN, text, sizeof text, &count, NULL);
    return status == ATTAIN_OK || status == ATTAIN_ERR_SPACE;
}

static void *work(void *result) {
    int *good = result;
    char *expected = csv_of(shared);
    for (int i = 0; i < TIMES; i++) {
        attain_evaluation *ev = NULL;
        attain_evaluate_options options;
        attain_evaluate_options_init(&options);
        options.threads = i == 0 ? 1 : 3;
        if (attain_evaluate(plan, data, &options, &ev, NULL))
            return NULL;
        char *found = csv_of(ev);
        *good += found != NULL && expected != NULL &&
                 strcmp(found, expected) == 0 && explained(shared);
        free(found);
        attain_evaluation_destroy(ev);
    }
    free(expected);
    return NULL;
}

int main(int argc, char **argv) {
    attain_error err = {0};
    pthread_t threads[THREADS];
    int good[THREADS] = {0}, sum = 0;
    if (argc != 3 || attain_read_plan(argv[1], NULL, &plan, &err) ||
        attain_read_dataset(argv[2], NULL, &data, &err) ||
        attain_evaluate(plan, data, NULL, &shared, &err)) {
        fprintf(stderr, "threads PLAN DATA: %s\n", err.message);
        return 2;
    }
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, work, &good[i]))
            return 2;
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        sum += good[i];
    }
    attain_evaluation_destroy(shared);
    attain_dataset_destroy(data);
    attain_plan_destroy(plan);
    printf("%d of %d evaluations are the same\n", sum, THREADS * TIMES);
    return sum == THREADS * TIMES ? 0 : 1;
}

#include "load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Tells whether the handler was told the error that a reader returns. */
struct listener {
    int errors;
};

static int32_t tell(const attain_problem *problem, void *user) {
    struct listener *listener = user;
    size_t length = 0;
    if (attain_problem_format(problem, NULL, 0, &length, NULL) != ATTAIN_OK) {
        return -1;
    }
    char *line = malloc(length + 1);
    if (line == NULL || attain_problem_format(problem, line, length + 1,
                                              &length, NULL) != ATTAIN_OK) {
        free(line);
        return -1;
    }
    fprintf(stderr, "%s\n", line);
    free(line);
    listener->errors += problem->severity == ATTAIN_SEVERITY_ERROR;
    return 0;
}

/* What the handler was not told: no memory, no such folder. */
static void tell_rest(const struct listener *listener, attain_status status,
                      const char *folder, const attain_error *error) {
    if (status != ATTAIN_OK && listener->errors == 0) {
        fprintf(stderr, "%s: error: %s\n", folder,
                error->message[0] != '\0' ? error->message
                                          : attain_status_message(status));
    }
}

/* The first line of a file without its `#`, or NULL if it is no comment. */
static char *first_comment(const char *folder, const char *name) {
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    if (path == NULL) {
        return NULL;
    }
    snprintf(path, size, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    free(path);
    if (file == NULL) {
        return NULL;
    }
    char line[1024];
    char *text = fgets(line, sizeof line, file);
    fclose(file);
    if (text == NULL) {
        return NULL;
    }
    text += strncmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    text += *text == '"';
    if (*text != '#') {
        return NULL;
    }
    text += strspn(text, "# ");
    text[strcspn(text, "\r\n")] = '\0';
    size_t length = strlen(text);
    while (length > 0 && strchr("\", ", text[length - 1]) != NULL) {
        text[--length] = '\0';
    }
    char *copy = malloc(length + 1);
    return copy == NULL ? NULL : memcpy(copy, text, length + 1);
}

int load_tables(struct load *load, const char *plan, const char *data) {
    attain_read_options options;
    attain_error error = {0};
    struct listener listener = {0};
    memset(load, 0, sizeof *load);
    attain_read_options_init(&options);
    options.handler = tell;
    options.user = &listener;
    attain_status status =
        attain_read_plan(plan, &options, &load->plan, &error);
    tell_rest(&listener, status, plan, &error);
    int failed = status != ATTAIN_OK;
    listener.errors = 0;
    memset(&error, 0, sizeof error);
    status = attain_read_dataset(data, &options, &load->data, &error);
    tell_rest(&listener, status, data, &error);
    failed |= status != ATTAIN_OK;
    load->label = first_comment(data, "units.csv");
    return failed ? -1 : 0;
}

attain_status load_evaluate(struct load *load, int32_t as_of) {
    attain_evaluate_options options;
    attain_error error = {0};
    attain_evaluate_options_init(&options);
    options.as_of = as_of;
    attain_status status =
        attain_evaluate(load->plan, load->data, &options, &load->ev, &error);
    if (status != ATTAIN_OK) {
        fprintf(stderr, "attain_report: error: %s\n",
                error.message[0] != '\0' ? error.message
                                         : attain_status_message(status));
    }
    return status;
}

void load_free(struct load *load) {
    attain_evaluation_destroy(load->ev);
    attain_dataset_destroy(load->data);
    attain_plan_destroy(load->plan);
    free(load->label);
    memset(load, 0, sizeof *load);
}

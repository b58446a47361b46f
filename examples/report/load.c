#include "load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where the tables are that a reader tells of, and how many errors it told. */
struct listener {
    const char *folder;
    int errors;
};

/* `folder/name`, owned by caller. */
static char *path_of(const char *folder, const char *name) {
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    if (path != NULL) {
        size_t length = strlen(folder);
        int bare = length == 0 || folder[length - 1] == '/';
        snprintf(path, size, "%s%s%s", folder, bare ? "" : "/", name);
    }
    return path;
}

/* A folder itself; of a data package's descriptor the folder that it lies in.
 * Owned by caller. */
static char *folder_of(const char *path) {
    size_t length = strlen(path);
    if (length >= 5 && strcmp(path + length - 5, ".json") == 0) {
        while (length > 0 && path[length - 1] != '/')
            length--;
        path = length > 0 ? path : ".";
        length = length > 0 ? length : 1;
    }
    char *folder = malloc(length + 1);
    if (folder != NULL) {
        memcpy(folder, path, length);
        folder[length] = '\0';
    }
    return folder;
}

static char *problem_line(const attain_problem *problem) {
    size_t length = 0;
    if (attain_problem_format(problem, NULL, 0, &length, NULL) != ATTAIN_OK)
        return NULL;
    char *line = malloc(length + 1);
    if (line != NULL && attain_problem_format(problem, line, length + 1,
                                              &length, NULL) != ATTAIN_OK) {
        free(line);
        line = NULL;
    }
    return line;
}

/* A problem with the path of its file, so that an editor can go there. */
static int32_t tell(const attain_problem *problem, void *user) {
    struct listener *listener = user;
    attain_problem told = *problem;
    char *path = strchr(problem->file, '/') == NULL
                     ? path_of(listener->folder, problem->file)
                     : NULL;
    told.file = path != NULL ? path : problem->file;
    char *line = problem_line(&told);
    int failed = line == NULL || fprintf(stderr, "%s\n", line) < 0;
    free(line);
    free(path);
    listener->errors += problem->severity == ATTAIN_SEVERITY_ERROR;
    return failed;
}

/* What the handler was not told: no memory, no such folder. */
static void tell_rest(const struct listener *listener, attain_status status,
                      const attain_error *error) {
    if (status != ATTAIN_OK && listener->errors == 0) {
        fprintf(stderr, "%s: error: %s\n", listener->folder,
                error->message[0] != '\0' ? error->message
                                          : attain_status_message(status));
    }
}

/* The first line of a file without its `#`, or NULL if it is no comment. */
static char *first_comment(const char *folder, const char *name) {
    char *path = path_of(folder, name);
    FILE *file = path != NULL ? fopen(path, "rb") : NULL;
    free(path);
    if (file == NULL)
        return NULL;
    char line[1024];
    char *text = fgets(line, sizeof line, file);
    fclose(file);
    if (text == NULL)
        return NULL;
    text += strncmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    text += *text == '"';
    if (*text != '#')
        return NULL;
    text += strspn(text, "# ");
    text[strcspn(text, "\r\n")] = '\0';
    size_t length = strlen(text);
    while (length > 0 && strchr("\", ", text[length - 1]) != NULL)
        text[--length] = '\0';
    char *copy = malloc(length + 1);
    return copy == NULL ? NULL : memcpy(copy, text, length + 1);
}

int load_tables(struct load *load, const char *plan, const char *data) {
    attain_read_options options;
    attain_error error = {0};
    memset(load, 0, sizeof *load);
    load->plan_folder = folder_of(plan);
    load->data_folder = folder_of(data);
    if (load->plan_folder == NULL || load->data_folder == NULL)
        return -1;
    struct listener listener = {load->plan_folder, 0};
    attain_read_options_init(&options);
    options.handler = tell;
    options.user = &listener;
    attain_status status =
        attain_read_plan(plan, &options, &load->plan, &error);
    tell_rest(&listener, status, &error);
    int failed = status != ATTAIN_OK;
    listener.folder = load->data_folder;
    listener.errors = 0;
    memset(&error, 0, sizeof error);
    status = attain_read_dataset(data, &options, &load->data, &error);
    tell_rest(&listener, status, &error);
    failed |= status != ATTAIN_OK;
    load->label = first_comment(load->data_folder, "units.csv");
    return failed ? -1 : 0;
}

int load_quality(struct load *load, int32_t as_of) {
    attain_read_options reading;
    attain_quality_options options;
    attain_error error = {0};
    struct listener listener = {load->data_folder, 0};
    attain_read_options_init(&reading);
    reading.handler = tell;
    reading.user = &listener;
    attain_quality_options_init(&options);
    options.as_of = as_of;
    attain_checks *checks = NULL;
    attain_status status = attain_read_checks(
        load->data_folder, load->plan, load->data, &reading, &checks, &error);
    if (status == ATTAIN_OK) {
        status = attain_quality_assess(load->plan, load->data, checks, &options,
                                       &load->quality, &error);
    }
    tell_rest(&listener, status, &error);
    attain_checks_destroy(checks);
    return status == ATTAIN_OK ? 0 : -1;
}

attain_status load_evaluate(const struct load *load,
                            const struct options *asked, int32_t as_of,
                            attain_evaluation **out) {
    attain_evaluate_options options;
    attain_error error = {0};
    attain_evaluate_options_init(&options);
    options.as_of = as_of;
    if (asked->lenses) {
        options.measures |= ATTAIN_MEASURES_LENSES;
        options.outcome_weight = asked->lens_weights[0];
        options.process_weight = asked->lens_weights[1];
        options.value_added_weight = asked->lens_weights[2];
        options.sizes = asked->sizes;
    }
    attain_status status =
        attain_evaluate(load->plan, load->data, &options, out, &error);
    if (status != ATTAIN_OK) {
        fprintf(stderr, "attain_report: error: %s\n",
                error.message[0] != '\0' ? error.message
                                         : attain_status_message(status));
    }
    return status;
}

void load_free(struct load *load) {
    attain_evaluation_destroy(load->ev);
    attain_quality_destroy(load->quality);
    attain_dataset_destroy(load->data);
    attain_plan_destroy(load->plan);
    free(load->label);
    free(load->plan_folder);
    free(load->data_folder);
    memset(load, 0, sizeof *load);
}

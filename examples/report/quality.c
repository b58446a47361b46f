#include "quality.h"

#include <stdlib.h>
#include <string.h>

#include "words.h"

/* A text that the library counts and then writes; owned by caller. */
static char *line_of(const attain_quality *quality, size_t index,
                     int language) {
    size_t length = 0;
    char *line = NULL;
    if (attain_quality_format(quality, index, language, NULL, 0, &length,
                              NULL) == ATTAIN_OK)
        line = malloc(length + 1);
    if (line != NULL &&
        attain_quality_format(quality, index, language, line, length + 1,
                              &length, NULL) != ATTAIN_OK) {
        free(line);
        line = NULL;
    }
    return line;
}

static int is_of(const attain_quality *quality, size_t index, int32_t unit,
                 const double *units) {
    return unit < 0 || (index < attain_quality_count(quality) &&
                        units != NULL && (int32_t)units[index] == unit);
}

void quality_lines(struct out *out, const attain_quality *quality,
                   const char *folder, int32_t severity, int32_t unit,
                   int language) {
    size_t count = attain_quality_count(quality);
    double *units = malloc((count + 1) * sizeof *units);
    out->failed |=
        units == NULL ||
        attain_quality_column(quality, ATTAIN_QUALITY_FIELD_UNIT, units, count,
                              &count, NULL) != ATTAIN_OK;
    for (size_t i = 0; i < count && !out->failed; i++) {
        attain_quality_finding finding;
        attain_quality_finding_init(&finding);
        attain_quality_get(quality, i, &finding, NULL);
        if (finding.severity < severity || !is_of(quality, i, unit, units))
            continue;
        char *line = line_of(quality, i, language);
        size_t end = strlen(folder);
        out->failed |= line == NULL;
        if (finding.file[0] != '\0') {
            out_text(out, folder);
            out_raw(out, end > 0 && folder[end - 1] != '/' ? "/" : "");
        }
        out_text(out, line != NULL ? line : "");
        out_raw(out, "\n");
        free(line);
    }
    free(units);
}

void quality_counts(struct out *out, const attain_quality *quality,
                    int language) {
    static const enum phrase words[] = {P_QUALITY_ERRORS, P_QUALITY_WARNINGS,
                                        P_QUALITY_NOTES};
    static const int32_t severities[] = {
        ATTAIN_QUALITY_ERROR, ATTAIN_QUALITY_WARNING, ATTAIN_QUALITY_INFO};
    for (int i = 0; i < 3; i++) {
        struct out number;
        out_begin(&number, OUT_TEXT);
        out_count(&number, attain_quality_tally(quality, severities[i]));
        if (i > 0)
            out_text(out, language == ATTAIN_LANGUAGE_ZH ? "、" : ", ");
        SAY(out, language, words[i], out_string(&number));
        out_free(&number);
    }
}

/* Sums of what is needed and known over all variables. */
static int sum_cells(const attain_quality *quality, double sums[2]) {
    size_t count = 0;
    sums[0] = sums[1] = 0;
    if (attain_quality_coverage(quality, ATTAIN_QUALITY_BY_VARIABLE, NULL, NULL,
                                0, &count, NULL) != ATTAIN_OK)
        return 0;
    double *cells = malloc((2 * count + 1) * sizeof *cells);
    int done = cells != NULL &&
               attain_quality_coverage(quality, ATTAIN_QUALITY_BY_VARIABLE,
                                       cells, cells + count, count, &count,
                                       NULL) == ATTAIN_OK;
    for (size_t i = 0; done && i < count; i++) {
        sums[0] += cells[i];
        sums[1] += cells[count + i];
    }
    free(cells);
    return done;
}

void quality_coverage(struct out *out, const attain_quality *quality,
                      int language) {
    double sums[2];
    struct out numbers[3];
    if (!sum_cells(quality, sums) || !(sums[0] > 0))
        return;
    for (int i = 0; i < 3; i++)
        out_begin(&numbers[i], OUT_TEXT);
    out_count(&numbers[0], (size_t)sums[0]);
    out_count(&numbers[1], (size_t)sums[1]);
    /* Never 100 % where something is missing. */
    out_count(&numbers[2], (size_t)(100 * sums[1] / sums[0]));
    SAY(out, language, P_QUALITY_COVERAGE, out_string(&numbers[0]),
        out_string(&numbers[1]), out_string(&numbers[2]));
    for (int i = 0; i < 3; i++)
        out_free(&numbers[i]);
}

int quality_is_shown(const attain_quality_finding *finding) {
    return finding->kind != ATTAIN_CHECK_COMPLETE &&
           finding->severity >= ATTAIN_QUALITY_WARNING;
}

int quality_is_worth_telling(const attain_quality *quality) {
    size_t count = attain_quality_count(quality);
    for (size_t i = 0; i < count; i++) {
        attain_quality_finding finding;
        attain_quality_finding_init(&finding);
        if (attain_quality_get(quality, i, &finding, NULL) == ATTAIN_OK &&
            quality_is_shown(&finding))
            return 1;
    }
    return 0;
}

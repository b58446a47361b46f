/* Value added of schools from their pupils' scores before and now: a model with
 * an effect of the school, shrunk the more the fewer its pupils are, with its
 * interval; published as three classes, never as a ranking (method §7). The
 * pupils are made up. */
#include <stdio.h>
#include <string.h>

#include "attain/numeric.h"

enum { MOST_PUPILS = 1000, MOST_SCHOOLS = 50, NAME = 32 };

struct pupils {
    char schools[MOST_SCHOOLS][NAME];
    int32_t codes[MOST_PUPILS];
    double prior[MOST_PUPILS];
    double present[MOST_PUPILS];
    size_t count;
    size_t school_count;
};

static int32_t school_of(struct pupils *p, const char *name) {
    size_t s = 0;
    while (s < p->school_count && strcmp(p->schools[s], name) != 0)
        s++;
    if (s == p->school_count && s < MOST_SCHOOLS)
        strcpy(p->schools[p->school_count++], name);
    return s < MOST_SCHOOLS ? (int32_t)s : -1;
}

/* Lines school,prior,present after a comment and a header. */
static int read_pupils(struct pupils *p, const char *path) {
    char line[128], name[NAME];
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return 0;
    while (p->count < MOST_PUPILS && fgets(line, sizeof line, file) != NULL)
        if (sscanf(line, "%31[^,],%lf,%lf", name, &p->prior[p->count],
                   &p->present[p->count]) == 3)
            p->codes[p->count++] = school_of(p, name);
    return fclose(file) == 0;
}

int main(int argc, char **argv) {
    static struct pupils p;
    static double out[MOST_SCHOOLS][7];
    attain_error err = {0};
    if (argc != 2 || !read_pupils(&p, argv[1]))
        return fprintf(stderr, "usage: value_added PUPILS.csv\n"), 2;
    if (attain_value_added(ATTAIN_VALUE_ADDED_SHRUNKEN_RESTRICTED, NULL, 0,
                           p.present, p.prior, 1, p.count, p.codes, p.count,
                           p.school_count, out[0], NULL, NULL, &err)) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    for (size_t s = 0; s < p.school_count; s++) {
        const double *school = out[s];
        double place = school[ATTAIN_VALUE_ADDED_CLASS];
        printf("%-12s %3.0f pupils  %+.1f (%+.1f to %+.1f)  %s\n", p.schools[s],
               school[ATTAIN_VALUE_ADDED_COUNT],
               school[ATTAIN_VALUE_ADDED_VALUE], school[ATTAIN_VALUE_ADDED_LOW],
               school[ATTAIN_VALUE_ADDED_HIGH],
               place > 0    ? "above"
               : place < 0  ? "below"
               : place == 0 ? "average"
                            : "not known");
    }
    return 0;
}

/* The numeric room alone: plain arrays, no plan. The ministry's worked example
 * of the coefficient of variation (差异系数) of library books per pupil in the
 * five primary schools of a county, weighted by pupils. */
#include <attain.h>
#include <stdio.h>

enum { SCHOOLS = 5 };

static void show(const char *name, double number) {
    char text[32];
    size_t length;
    if (attain_number_format(number, text, sizeof text, &length, NULL) ==
        ATTAIN_OK)
        printf("%-28s %s\n", name, text);
}

int main(void) {
    static const double pupils[SCHOOLS] = {45, 37, 89, 76, 55};
    static const double books[SCHOOLS] = {279, 137, 935, 160, 402};
    double per_pupil[SCHOOLS];
    double mean;
    double cv;
    double unweighted;
    attain_error error = {0};
    for (int i = 0; i < SCHOOLS; i++)
        per_pupil[i] = books[i] / pupils[i];
    if (attain_statistic_of(ATTAIN_STATISTIC_MEAN, NULL, 0, per_pupil, pupils,
                            SCHOOLS, &mean, NULL, &error) != ATTAIN_OK ||
        attain_statistic_of(ATTAIN_STATISTIC_CV, NULL, 0, per_pupil, pupils,
                            SCHOOLS, &cv, NULL, &error) != ATTAIN_OK ||
        attain_statistic_of(ATTAIN_STATISTIC_CV, NULL, 0, per_pupil, NULL,
                            SCHOOLS, &unweighted, NULL, &error) != ATTAIN_OK) {
        fprintf(stderr, "error: %s\n", error.message);
        return 1;
    }
    show("books per pupil", mean);
    show("coefficient of variation", cv);
    show("without weights (wrong)", unweighted);
    printf("The limit for primary schools is 0.50: %s.\n",
           cv <= 0.50 ? "met" : "not met");
    return 0;
}

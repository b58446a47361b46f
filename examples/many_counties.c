/* A thousand counties at once: one column a variable, one call to judge them
 * all, and the best of them by rank. */
#include <attain.h>
#include <stdio.h>

enum { COUNTIES = 1000, SHOWN = 5, VERDICT = ATTAIN_MEASURE_VERDICT };

static const attain_table tables[] = {
    {sizeof(attain_table), "plan.csv",
     "key,value\nid,p\nname,Everywhere\nfirst_period,2021\n"
     "last_period,2025\nlevel,county\n",
     SIZE_MAX},
    {sizeof(attain_table), "goals.csv", "id,name\ng,Schools\n", SIZE_MAX},
    {sizeof(attain_table), "metrics.csv",
     "id,name,numerator,denominator,factor\nm,Retention,stay,all,100\n",
     SIZE_MAX},
    {sizeof(attain_table), "targets.csv",
     "id,goal,metric,name,value,score\nt,g,m,Retention of 97 %,97,percentile\n",
     SIZE_MAX}};

static attain_status fill(attain_dataset *data, attain_error *error) {
    static char names[COUNTIES][24];
    static attain_unit units[COUNTIES];
    static double stay[COUNTIES], all[COUNTIES];
    attain_variable variables[2];
    attain_variable_init(&variables[0]);
    attain_variable_init(&variables[1]);
    variables[0].id = "stay", variables[1].id = "all";
    for (int i = 0; i < COUNTIES; i++) {
        snprintf(names[i], sizeof names[i], "County %d", i + 1);
        attain_unit_init(&units[i]);
        units[i].id = units[i].name = names[i], units[i].level = "county";
        all[i] = 1000 + i * 37 % 5000;
        stay[i] = all[i] - i * 7919 % 101 - 1;
    }
    attain_status s =
        attain_dataset_add_units(data, units, COUNTIES, NULL, error);
    s = s ? s : attain_dataset_add_variables(data, variables, 2, NULL, error);
    s = s ? s
          : attain_dataset_set_column(data, 0, 2023, -1, stay, COUNTIES, error);
    return s ? s
             : attain_dataset_set_column(data, 1, 2023, -1, all, COUNTIES,
                                         error);
}

int main(void) {
    attain_plan *plan = NULL;
    attain_dataset *data = NULL;
    attain_evaluation *ev = NULL;
    attain_error error = {0};
    attain_status s = attain_read_plan_tables(tables, 4, NULL, &plan, &error);
    s = s ? s : attain_dataset_create(NULL, &data, &error);
    s = s ? s : fill(data, &error);
    s = s ? s : attain_evaluate(plan, data, NULL, &ev, &error);
    const double *rank = attain_evaluation_view(ev, ATTAIN_MEASURE_RANK, 0, 0);
    const uint8_t *verdict = attain_evaluation_codes(ev, VERDICT, 0, NULL);
    int met = 0;
    for (int i = 0; s == ATTAIN_OK && i < COUNTIES; i++) {
        met += verdict[i] == ATTAIN_VERDICT_MET;
        if (rank[i] <= SHOWN)
            printf("rank %.0f: County %d\n", rank[i], i + 1);
    }
    printf("%d of %d counties met the target%s\n", met, COUNTIES,
           s ? error.message : "");
    attain_evaluation_destroy(ev);
    attain_dataset_destroy(data);
    attain_plan_destroy(plan);
    return s != ATTAIN_OK;
}

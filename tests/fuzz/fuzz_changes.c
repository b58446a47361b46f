/* Changes of a small dataset, which are then asked about. */
#include "fuzz/fuzz.h"

static const char plan_text[] = "key,value\nid,P\nname,P\nfirst_period,2021\n"
                                "last_period,2025\nlevel,school\n";
static const char goals_text[] = "id,name,parent\nG,G,\n";
static const char metrics_text[] = "id,name,numerator\nm,M,a\n";
static const char targets_text[] =
    "id,goal,metric,name,comparator,value\nT,G,m,T,at_least,5\n";
static const char units_text[] = "id,name,level\ns,S,school\nr,R,school\n";
static const char variables_text[] = "id,name,min,max\na,A,0,100\nb,B,,\n";
static const char observations_text[] =
    "unit,period,a,b\ns,2022,1,2\ns,2023,4,0\nr,2022,10,9\n";

static void add(attain_table *tables, size_t *count, const char *name,
                const char *text) {
    attain_table *table = &tables[(*count)++];
    attain_table_init(table);
    table->name = name;
    table->text = text;
    table->length = ATTAIN_NUL_TERMINATED;
}

static attain_plan *make_plan(void) {
    attain_table tables[4];
    attain_plan *plan = NULL;
    size_t count = 0;
    add(tables, &count, "plan.csv", plan_text);
    add(tables, &count, "goals.csv", goals_text);
    add(tables, &count, "metrics.csv", metrics_text);
    add(tables, &count, "targets.csv", targets_text);
    FUZZ_CHECK(attain_read_plan_tables(tables, count, NULL, &plan, NULL) ==
               ATTAIN_OK);
    return plan;
}

static attain_dataset *make_data(void) {
    attain_table tables[3];
    attain_dataset *data = NULL;
    size_t count = 0;
    add(tables, &count, "units.csv", units_text);
    add(tables, &count, "variables.csv", variables_text);
    add(tables, &count, "observations.csv", observations_text);
    FUZZ_CHECK(attain_read_dataset_tables(tables, count, NULL, &data, NULL) ==
               ATTAIN_OK);
    return data;
}

/* Whatever was read can be asked about: the reader has refused what the data
 * cannot take. */
static void ask(const attain_dataset *data, const attain_changes *changes) {
    attain_plan *plan = make_plan();
    attain_whatif *whatif = NULL;
    attain_observations given;
    attain_observations_init(&given);
    FUZZ_CHECK(attain_changes_view(changes, &given, NULL) == ATTAIN_OK);
    attain_status status =
        attain_whatif_create(plan, data, &given, NULL, &whatif, NULL);
    FUZZ_CHECK((status == ATTAIN_OK) == (whatif != NULL));
    FUZZ_CHECK(status == ATTAIN_OK || status == ATTAIN_ERR_DUPLICATE);
    attain_whatif_destroy(whatif);
    attain_plan_destroy(plan);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    fuzz_told told;
    attain_read_options options;
    attain_table table;
    attain_changes *changes = NULL;
    attain_dataset *data = make_data();
    attain_table_init(&table);
    table.name = "changes.csv";
    table.text = (const char *)bytes;
    table.length = length;
    fuzz_options(&options, &told);
    attain_status status =
        attain_read_changes(data, &table, &options, &changes, NULL);
    FUZZ_CHECK((status == ATTAIN_OK) == (changes != NULL));
    FUZZ_CHECK((status == ATTAIN_OK) == (told.errors == 0));
    if (changes != NULL)
        ask(data, changes);
    attain_changes_destroy(changes);
    attain_dataset_destroy(data);
    return 0;
}

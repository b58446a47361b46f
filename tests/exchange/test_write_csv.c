/* Results as CSV. The numbers of the county are worked out by hand from
 * method.md §4 and §5: expected 90 + 8·2/4 = 94, pace 3/4, attainment 3/8,
 * projection on the line 90, 91.5, 93 → 96. */
#include "exchange/results.h"

#define HEADER                                                                 \
    "node,kind,name,unit,unit_name,period,value,attainment,verdict,status,"    \
    "expected,pace,projection,probability,shortfall,shortfall_numerator,"      \
    "score,low,high,coverage,grade,rank,projection_low,projection_high,"       \
    "targets,targets_met,targets_unknown,soft,veto\n"

static attain_evaluation *county(int32_t as_of) {
    results_tables tables;
    attain_evaluate_options options;

    results_county(&tables);
    attain_evaluate_options_init(&options);
    options.as_of = as_of;
    return results_evaluate(&tables, &options);
}

static void csv_every_column(void **state) {
    attain_evaluation *ev = county(2022);
    char *text = results_text(ev, NULL);

    (void)state;
    assert_string_equal(
        text, HEADER
        "R,goal,\"Root \"\"A\"\"\",C,County,2022,,0.5625,not_met,unrated,,,,,,,"
        "56.25,56.25,56.25,1,poor,1,,,2,0,0,,V\n"
        "T,target,\"Enrolment, net\",C,County,2022,93,0.375,not_met,slow,94,"
        "0.75,96,0,5,10,,,,1,,,96,96,,,,yes,\n"
        "V,target,Accidents,C,County,2021,2,0,not_met,missed,,,,,2,,,,,1,,,,,,"
        ",,,\n"
        "G,goal,Schools,s1,First,2022,,1,met,achieved,,,,,,,100,100,100,1,good,"
        "1,,,1,1,0,,\n"
        "G,goal,Schools,C,County,2022,0.5,0.75,met,achieved,,,,,,,75,75,75,1,"
        "good,1,,,,,,,\n"
        "G,goal,Schools,s2,Second,2022,,0.5,not_met,unrated,,,,,,,50,50,50,1,"
        "poor,2,,,1,0,0,,\n"
        "S,target,Labs,s1,First,2022,2,1,met,achieved,,,,,0,,,,,1,,,,,,,,,\n"
        "S,target,Labs,s2,Second,2022,1,0.5,not_met,unrated,,,,,1,,,,,1,,,,,,,,"
        ",\n");
    free(text);
    attain_evaluation_destroy(ev);
}

static void csv_measures_not_kept(void **state) {
    results_tables tables;
    attain_evaluate_options options;
    attain_evaluation *ev;
    char *text;

    (void)state;
    results_county(&tables);
    attain_evaluate_options_init(&options);
    options.as_of = 2022;
    options.measures = UINT64_C(1) << ATTAIN_MEASURE_VALUE;
    ev = results_evaluate(&tables, &options);
    text = results_text(ev, NULL);
    assert_contains(text, "T,target,\"Enrolment, net\",C,County,2022,93,,,,,");
    attain_evaluation_destroy(ev);
    free(text);
}

static void csv_unknown(void **state) {
    attain_evaluation *ev = county(2023); /* nothing was observed in it */
    char *text = results_text(ev, NULL);

    (void)state;
    assert_contains(text, "T,target,\"Enrolment, net\",C,County,2023,,,unknown,"
                          "unknown,96,,");
    assert_contains(text, "S,target,Labs,s1,First,2023,,,unknown,unknown,,,,,,"
                          ",,,,0,,,,,,,,,\n");
    assert_contains(text, "G,goal,Schools,C,County,2023,,,unknown,unknown,,,,,,"
                          ",,0,100,0,,,,,,,,,\n");
    assert_contains(text, "\nG,goal,Schools,s1,First,2023,,,unknown,unknown,,,,"
                          ",,,,0,100,0,,,,,1,0,1,,\n");
    attain_evaluation_destroy(ev);
    free(text);
}

static void csv_one_unit(void **state) {
    attain_evaluation *ev = county(2022);
    attain_write_options options;
    char *text;

    (void)state;
    attain_write_options_init(&options);
    options.unit = attain_evaluation_find_unit(ev, "s2", 2);
    text = results_text(ev, &options);
    assert_string_equal(
        text, HEADER
        "G,goal,Schools,s2,Second,2022,,0.5,not_met,unrated,,,,,,,50,50,50,1,"
        "poor,2,,,1,0,0,,\n"
        "S,target,Labs,s2,Second,2022,1,0.5,not_met,unrated,,,,,1,,,,,1,,,,,,,,"
        ",\n");
    free(text);
    attain_evaluation_destroy(ev);
}

static void csv_byte_order_mark(void **state) {
    attain_evaluation *ev = county(2022);
    attain_write_options options;
    char *plain = results_text(ev, NULL);
    char *marked;

    (void)state;
    attain_write_options_init(&options);
    options.byte_order_mark = 1;
    marked = results_text(ev, &options);
    assert_memory_equal(marked, "\xEF\xBB\xBF", 3);
    assert_string_equal(marked + 3, plain);
    free(plain);
    free(marked);
    attain_evaluation_destroy(ev);
}

/* Comments before the header; those who read tables leave them out. */
static void csv_provenance(void **state) {
    attain_evaluation *ev = county(2022);
    attain_write_options options;
    char *plain = results_text(ev, NULL);
    const char *head = "\"# data \"\"new\"\", made up\"\n\"# last line\"\n";
    char *told;

    (void)state;
    attain_write_options_init(&options);
    options.provenance = "data \"new\", made up\nlast line";
    told = results_text(ev, &options);
    assert_memory_equal(told, head, strlen(head));
    assert_string_equal(told + strlen(head), plain);
    free(plain);
    free(told);
    attain_evaluation_destroy(ev);
}

/* Watched values: no verdict, the numbers as they are. */
static void csv_numbers_and_defused_texts(void **state) {
    results_tables tables;
    attain_write_options options;
    attain_evaluation *ev;
    char *text;

    (void)state;
    memset(&tables, 0, sizeof tables);
    results_plan(&tables, "plan.csv",
                 "key,value\nid,P\nname,=Plan\nfirst_period,2021-Q1\n"
                 "last_period,2021-Q4\nlevel,county\n");
    results_plan(&tables, "goals.csv", "id,name\n=R,＝all\n");
    results_plan(&tables, "metrics.csv",
                 "id,name,numerator\nm,M,a\nn,N,b\no,O,c\n");
    results_plan(&tables, "targets.csv",
                 "id,goal,metric,name,comparator\n"
                 "+1,=R,m,\" @x,\"\"y\"\"\",none\n"
                 "=2,=R,n,plain,none\n＋3,=R,o,plain,none\n");
    results_data(&tables, "units.csv", "id,name,level\nC,=C,county\n");
    results_data(&tables, "observations.csv",
                 "unit,period,a,b,c\nC,2021-Q2,-0.30000000000000004,1e-7,"
                 "1.5e21\n");
    ev = results_evaluate(&tables, NULL);
    attain_write_options_init(&options);
    text = results_text(ev, &options);
    assert_contains(text, "\n=R,goal,＝all,C,=C,2021-Q2,,,,unrated,");
    assert_contains(text, "\n+1,target,\" @x,\"\"y\"\"\",C,=C,2021-Q2,"
                          "-0.30000000000000004,,,unrated,");
    assert_contains(text, "\n=2,target,plain,C,=C,2021-Q2,1e-7,,,unrated,");
    assert_contains(text, "\n＋3,target,plain,C,=C,2021-Q2,1.5e21,,,unrated,");
    free(text);
    options.defuse = 1;
    text = results_text(ev, &options);
    assert_contains(text, "\n'=R,goal,'＝all,C,'=C,2021-Q2,,,,unrated,");
    assert_contains(text, "\n'+1,target,\"' @x,\"\"y\"\"\",C,'=C,2021-Q2,"
                          "-0.30000000000000004,,,unrated,");
    free(text);
    attain_evaluation_destroy(ev);
}

/* `count` veto targets v000, v001, … of which every third is met. */
static attain_evaluation *vetoed(int count) {
    static char targets[20000];
    results_tables tables;
    size_t length;

    memset(&tables, 0, sizeof tables);
    results_plan(&tables, "plan.csv",
                 "key,value\nid,P\nname,Plan\nfirst_period,2021\n"
                 "last_period,2025\nlevel,county\nveto_grade,low\n");
    results_plan(&tables, "goals.csv", "id,name,parent\nR,R,\nG,G,R\nH,H,R\n");
    results_plan(&tables, "metrics.csv", "id,name,numerator\nm,M,a\nn,N,b\n");
    results_plan(&tables, "bands.csv", "name,from\nlow,0\n");
    strcpy(targets, "id,goal,metric,name,value,veto\n");
    length = strlen(targets);
    for (int i = 0; i < count; i++) {
        length += (size_t)snprintf(
            targets + length, sizeof targets - length,
            "\"v%03d%s\",%s,%s,V,1,yes\n", i, i % 50 == 7 ? ",\"\"q\"\"" : "",
            i % 2 == 0 ? "R" : "G", i % 3 == 0 ? "n" : "m");
    }
    strcpy(targets + length, "w,H,m,W,0,no\n");
    results_plan(&tables, "targets.csv", targets);
    results_data(&tables, "units.csv", "id,name,level\nC,C,county\n");
    results_data(&tables, "observations.csv", "unit,period,a,b\nC,2025,0,1\n");
    return results_evaluate(&tables, NULL);
}

/* The end of a line as it should be. Those of R are even, then G's are odd. */
static void expect_vetoes(int count, int first, char *line) {
    static char out[20000];

    *out = '\0';
    for (int odd = first; odd < 2; odd++) {
        for (int i = odd; i < count; i += 2) {
            if (i % 3 != 0) {
                sprintf(out + strlen(out), "%sv%03d%s", *out ? ";" : "", i,
                        i % 50 == 7 ? ",\"\"q\"\"" : "");
            }
        }
    }
    if (strchr(out, ',') != NULL)
        sprintf(line, ",,\"%s\"\n", out);
    else
        sprintf(line, ",,%s\n", out);
}

static void csv_vetoes_however_many(void **state) {
    static const int counts[] = {1, 5, 94, 96, 97, 99, 150, 191, 240};

    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        attain_evaluation *ev = vetoed(counts[i]);
        char *text = results_text(ev, NULL);
        static char line[20100];

        for (int goal = 0; goal < 2; goal++) {
            expect_vetoes(counts[i], goal, line);
            assert_contains(text, line);
        }
        free(text);
        attain_evaluation_destroy(ev);
    }
}

static void csv_veto_defused(void **state) {
    results_tables tables;
    attain_write_options options;
    attain_evaluation *ev;
    char *text;

    (void)state;
    results_county(&tables);
    tables.plan[3].text = "id,goal,metric,name,comparator,value,veto\n"
                          "=V,R,n,=V,at_most,0,yes\nS,G,k,S,at_least,2,no\n";
    tables.plan[3].length = ATTAIN_NUL_TERMINATED;
    tables.data[1].text = "unit,period,a,b,c,d\nC,2022,1,1,2,\n";
    tables.data[1].length = ATTAIN_NUL_TERMINATED;
    ev = results_evaluate(&tables, NULL);
    attain_write_options_init(&options);
    text = results_text(ev, &options);
    assert_contains(text, ",1,0,0,,=V\n=V,target,=V,C,");
    free(text);
    options.defuse = 1;
    text = results_text(ev, &options);
    assert_contains(text, ",1,0,0,,'=V\n'=V,target,'=V,C,");
    free(text);
    attain_evaluation_destroy(ev);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_every_column),
        cmocka_unit_test(csv_measures_not_kept),
        cmocka_unit_test(csv_unknown),
        cmocka_unit_test(csv_one_unit),
        cmocka_unit_test(csv_byte_order_mark),
        cmocka_unit_test(csv_provenance),
        cmocka_unit_test(csv_numbers_and_defused_texts),
        cmocka_unit_test(csv_veto_defused),
        cmocka_unit_test(csv_vetoes_however_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Results as JSON. The numbers are those of test_write_csv.c. */
#include "exchange/results.h"

static char *json_of(const attain_evaluation *ev, int32_t unit) {
    attain_write_options options;

    attain_write_options_init(&options);
    options.format = ATTAIN_FORMAT_JSON;
    options.unit = unit;
    return results_text(ev, &options);
}

/* Every bracket and quote has its partner, and no comma stands before a
 * closing bracket; returns the greatest depth. */
static size_t depth_of(const char *text) {
    static char open[200000];
    size_t depth = 0;
    size_t deepest = 0;

    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '"') {
            for (at++; *at != '"'; at++) {
                assert_true((unsigned char)*at >= 0x20);
                at += *at == '\\';
            }
        } else if (*at == '{' || *at == '[') {
            assert_true(depth < sizeof open);
            open[depth++] = *at;
            deepest = depth > deepest ? depth : deepest;
        } else if (*at == '}' || *at == ']') {
            assert_true(depth > 0);
            assert_int_equal(open[--depth], *at == '}' ? '{' : '[');
            assert_int_not_equal(at[-1], ',');
        } else if (*at == ',') {
            assert_null(strchr(",[{:", at[-1]));
        }
    }
    assert_int_equal(depth, 0);
    return deepest;
}

static void json_every_member(void **state) {
    results_tables tables;
    attain_evaluate_options options;
    attain_evaluation *ev;
    char head[200];
    char *text;

    (void)state;
    results_county(&tables);
    attain_evaluate_options_init(&options);
    options.as_of = 2022;
    ev = results_evaluate(&tables, &options);
    text = json_of(ev, -1);
    snprintf(head, sizeof head,
             "{\"plan\":\"P\",\"name\":\"Plan\",\"source\":null,"
             "\"level\":\"county\",\"as_of\":\"2022\",\"first_period\":\"2021\""
             ",\"last_period\":\"2025\",\"method\":\"%s\",\"root\":\n"
             "{\"node\":\"R\",\"kind\":\"goal\",\"name\":\"Root \\\"A\\\"\",",
             attain_version());
    assert_memory_equal(text, head, strlen(head));
    assert_contains(
        text,
        "\"owner\":null,\"source\":null,\"level\":\"county\",\"weight\":"
        "1,\"due\":\"2025\",\"rows\":[\n"
        "{\"unit\":\"C\",\"unit_name\":\"County\",\"period\":\"2022\","
        "\"whole\":false,\"value\":null,\"attainment\":0.5625,"
        "\"verdict\":\"not_met\",\"status\":\"unrated\",\"expected\":null,"
        "\"pace\":null,\"projection\":null,\"probability\":null,"
        "\"shortfall\":null,\"shortfall_numerator\":null,\"score\":56.25,"
        "\"low\":56.25,\"high\":56.25,\"coverage\":1,\"grade\":\"poor\","
        "\"rank\":1,\"projection_low\":null,\"projection_high\":null,"
        "\"targets\":2,\"targets_met\":0,\"targets_unknown\":0,"
        "\"growth_pace\":null,\"cumulative_gap\":null,\"mean_change\":"
        "null,\"veto\":[\"V\"]}],\"targets\":[\n"
        "{\"node\":\"T\",\"kind\":\"target\",\"name\":\"Enrolment, net\","
        "\"owner\":\"Bureau\",\"source\":\"clause 7\",\"level\":"
        "\"county\",\"weight\":1,\"due\":\"2024\",\"measured_in\":\"%\","
        "\"series\":\"level\",\"comparator\":\"at_least\",\"lower\":98,"
        "\"upper\":null,\"scored_by\":\"progress\",\"method\":null,\"judge\":"
        "\"full\","
        "\"soft\":true,\"can_veto\":false,\"rows\":[\n"
        "{\"unit\":\"C\",\"unit_name\":\"County\",\"period\":\"2022\","
        "\"whole\":false,\"value\":93,\"attainment\":0.375,");
    assert_contains(text, "\"period\":\"2021\",\"whole\":false,\"value\":2,");
    assert_contains(text, "\"whole\":true,\"value\":0.5,\"attainment\":0.75,");
    assert_contains(text, "}],\"goals\":[]}]},\"findings\":[");
    assert_int_equal(depth_of(text), 9);
    free(text);
    attain_evaluation_destroy(ev);
}

static void json_one_unit_keeps_the_tree(void **state) {
    results_tables tables;
    attain_evaluation *ev;
    char *text;

    (void)state;
    results_county(&tables);
    ev = results_evaluate(&tables, NULL);
    text = json_of(ev, attain_evaluation_find_unit(ev, "s1", 2));
    assert_contains(text, "\"rows\":[],\"targets\":[\n{\"node\":\"T\"");
    assert_contains(text, "\"unit\":\"s1\"");
    assert_null(strstr(text, "\"unit_name\":\"County\""));
    assert_null(strstr(text, "\"unit\":\"s2\""));
    depth_of(text);
    free(text);
    attain_evaluation_destroy(ev);
}

static void json_findings(void **state) {
    results_tables tables;
    attain_evaluation *ev;
    char *text;

    (void)state;
    results_county(&tables);
    /* D = 0 gives no value and a warning (method §2) */
    tables.data[1].text = "unit,period,a,b\nC,2021,1,0\n";
    tables.data[1].length = ATTAIN_NUL_TERMINATED;
    ev = results_evaluate(&tables, NULL);
    text = json_of(ev, -1);
    assert_true(attain_evaluation_finding_count(ev) > 0);
    assert_contains(text, "\"findings\":[\n{\"message\":\"");
    assert_contains(text, "\"code\":\"ATTAIN_ERR_");
    depth_of(text);
    free(text);
    attain_evaluation_destroy(ev);
}

/* A chain of goals, each with a target below it. */
static void json_deep_tree(void **state) {
    enum { DEPTH = 3000 };
    static char goals[DEPTH * 24];
    static char targets[DEPTH * 24];
    results_tables tables;
    attain_evaluation *ev;
    size_t goals_length = 0;
    size_t targets_length = 0;
    size_t nodes = 0;
    char *text;

    (void)state;
    results_county(&tables);
    goals_length = (size_t)sprintf(goals, "id,name,parent\ng0,g,\n");
    targets_length =
        (size_t)sprintf(targets, "id,goal,metric,name,value\nt0,g0,k,t,1\n");
    for (int i = 1; i < DEPTH; i++) {
        goals_length +=
            (size_t)sprintf(goals + goals_length, "g%d,g,g%d\n", i, i - 1);
        targets_length +=
            (size_t)sprintf(targets + targets_length, "t%d,g%d,k,t,1\n", i, i);
    }
    tables.plan[0].text = "key,value\nid,P\nname,P\nfirst_period,2021\n"
                          "last_period,2025\nlevel,county\n";
    tables.plan[0].length = ATTAIN_NUL_TERMINATED;
    tables.plan[1].text = goals;
    tables.plan[1].length = goals_length;
    tables.plan[3].text = targets;
    tables.plan[3].length = targets_length;
    ev = results_evaluate(&tables, NULL);
    text = json_of(ev, -1);
    assert_int_equal(depth_of(text), 2 * DEPTH + 5);
    for (const char *at = text; (at = strstr(at, "{\"node\":")) != NULL; at++)
        nodes++;
    assert_int_equal(nodes, 2 * DEPTH);
    free(text);
    attain_evaluation_destroy(ev);
}

static void json_provenance(void **state) {
    results_tables tables;
    attain_write_options options;
    attain_evaluation *ev;
    char *text;

    (void)state;
    results_county(&tables);
    ev = results_evaluate(&tables, NULL);
    attain_write_options_init(&options);
    options.format = ATTAIN_FORMAT_JSON;
    options.provenance = "data \"new\"\nlast line\n";
    text = results_text(ev, &options);
    assert_int_equal(depth_of(text) > 0, 1);
    assert_contains(text, ",\"provenance\":[\n\"data \\\"new\\\"\",\n"
                          "\"last line\"]}\n");
    free(text);
    attain_evaluation_destroy(ev);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_every_member),
        cmocka_unit_test(json_one_unit_keeps_the_tree),
        cmocka_unit_test(json_findings),
        cmocka_unit_test(json_provenance),
        cmocka_unit_test(json_deep_tree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

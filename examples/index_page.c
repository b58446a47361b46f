/* A composite index from tables to a ranked page with intervals:
 *
 *     index_page PLAN DATA > page.html
 *
 * The plan's goals are the tree, its index.csv says how (docs/index.md). Ranks
 * have the 5 and 95 % of a thousand draws in which every weight is off by up
 * to a quarter and every normalised score by an error of 0.02; below them
 * stands what leaving one indicator out would change. */
#include <attain.h>
#include <stdio.h>
#include <stdlib.h>

static const char head[] =
    "<!doctype html>\n<html lang=\"zh\"><meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<style>\n"
    "body{font:15px/1.5 system-ui,'Noto Sans CJK SC',sans-serif;color:#1b2733;"
    "max-width:62rem;margin:2rem auto;padding:0 1rem}\n"
    "h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .3rem}\n"
    "p{color:#5b6773;margin:.3rem 0 1rem}table{border-collapse:collapse;"
    "width:100%}\nth{font-weight:600;text-align:left;border-bottom:2px solid "
    "#1b2733;vertical-align:bottom}\n"
    "td,th{padding:.2rem .5rem}td{border-bottom:1px solid #e4e8ec}"
    ".n{text-align:right;font-variant-numeric:tabular-nums;"
    "white-space:nowrap}\n.m{color:#5b6773}svg{display:block}"
    "</style>\n";

static void print_text(const char *text) {
    for (; *text != '\0'; text++) {
        const char *safe = *text == '<'   ? "&lt;"
                           : *text == '>' ? "&gt;"
                           : *text == '&' ? "&amp;"
                                          : NULL;
        if (safe != NULL)
            fputs(safe, stdout);
        else
            putchar(*text);
    }
}

/* What one page is printed from; the columns are one number a unit. */
typedef struct page {
    const attain_index *index;
    size_t units;
    double *column; /* of one node */
    double *scores;
    double *ranks;
    double *score_ends; /* [5, 95 %][unit] */
    double *rank_ends;
    int32_t *order; /* units by rank */
} page;

static int read_columns(page *p, attain_error *err) {
    static const double ends[] = {0.05, 0.95};
    attain_doubt_options options;
    attain_doubt_result result;
    size_t nodes = attain_index_node_count(p->index);
    size_t count;
    attain_doubt_options_init(&options);
    attain_doubt_result_init(&result);
    double *errors = malloc(nodes * sizeof *errors);
    for (size_t n = 0; errors != NULL && n < nodes; n++)
        errors[n] = 0.02;
    options.spread = 0.25;
    options.errors = errors;
    options.probabilities = ends;
    options.probability_count = 2;
    result.scores = p->score_ends;
    result.ranks = p->rank_ends;
    int32_t last = ATTAIN_PERIOD_NONE;
    int failed =
        errors == NULL ||
        attain_index_column(p->index, ATTAIN_INDEX_SCORE, 0, last, p->scores,
                            p->units, &count, err) != ATTAIN_OK ||
        attain_index_column(p->index, ATTAIN_INDEX_RANK, 0, last, p->ranks,
                            p->units, &count, err) != ATTAIN_OK ||
        attain_index_doubt(p->index, last, &options, &result, err) != ATTAIN_OK;
    free(errors);
    /* By rank; those without one come last. */
    size_t placed = 0;
    for (size_t rank = 1; !failed && rank <= p->units; rank++)
        for (size_t u = 0; u < p->units; u++)
            if (p->ranks[u] == (double)rank)
                p->order[placed++] = (int32_t)u;
    for (size_t u = 0; !failed && u < p->units; u++)
        if (p->ranks[u] != p->ranks[u])
            p->order[placed++] = (int32_t)u;
    return !failed;
}

/* A bar of the score, and over it the line of its interval. */
static void print_bar(const page *p, size_t u, double most) {
    double wide = 180 / most;
    double low = p->score_ends[u] * wide;
    double high = p->score_ends[p->units + u] * wide;
    printf("<svg width=\"190\" height=\"16\"><rect y=\"3\" width=\"%.1f\" "
           "height=\"10\" rx=\"2\" fill=\"#9cc3e6\"/><path d=\"M%.1f 8H%.1fM"
           "%.1f 4V12M%.1f 4V12\" stroke=\"#1b4f7a\" stroke-width=\"1.5\"/>"
           "</svg>",
           p->scores[u] * wide, low, high, low, high);
}

static void print_row(const page *p, size_t u, double most) {
    double best = p->rank_ends[u];
    double worst = p->rank_ends[p->units + u];
    printf("<tr><td class=\"n\">%.0f<td class=\"n m\">%.0f", p->ranks[u], best);
    printf(worst > best ? "–%.0f<td>" : "<td>", worst);
    print_text(attain_index_unit_name(p->index, (int32_t)u));
    printf("<td class=\"n\">%.3f<td class=\"n m\">%.3f–%.3f<td>", p->scores[u],
           p->score_ends[u], p->score_ends[p->units + u]);
    print_bar(p, u, most);
}

static void print_ranking(const page *p) {
    double most = p->scores[p->order[0]];
    puts("<table><tr><th class=\"n\">名次<br>Rank<th class=\"n\">区间<br>5–95 %"
         "<th>单位<br>Unit<th class=\"n\">得分<br>Score<th class=\"n\">区间<br>"
         "5–95 %<th>");
    for (size_t i = 0; i < p->units; i++) {
        size_t u = (size_t)p->order[i];
        if (p->ranks[u] == p->ranks[u])
            print_row(p, u, most);
        else
            printf("<tr><td class=\"n\">–<td><td>%s<td colspan=\"3\" "
                   "class=\"m\">缺数据 no data",
                   attain_index_unit_name(p->index, (int32_t)u));
        puts("");
    }
    puts("</table>");
}

/* One row: the index without one indicator. */
static int print_without(const page *p, const attain_index_node *node,
                         int32_t *order, attain_error *err) {
    attain_choice choice;
    attain_index_comparison found;
    attain_choice_init(&choice);
    attain_index_comparison_init(&found);
    choice.step = ATTAIN_STEP_OMISSION;
    choice.node = node->id;
    found.order = order;
    found.shift = p->column;
    if (attain_index_compare(p->index, &choice, ATTAIN_PERIOD_NONE, &found,
                             err) != ATTAIN_OK)
        return 0;
    printf("<tr><td>");
    print_text(node->name);
    printf("<td class=\"n\">%.1f %%<td class=\"n\">%zu<td class=\"n\">%.2f<td>",
           100 * node->effective, found.moved, found.mean_shift);
    for (size_t i = 0; i < 3 && i < found.moved; i++) {
        double shift = p->column[order[i]];
        printf("%s", i == 0 ? "" : "，");
        print_text(attain_index_unit_name(p->index, order[i]));
        printf(" <span class=\"m\">%s%.0f</span>", shift < 0 ? "↑" : "↓",
               shift < 0 ? -shift : shift);
    }
    puts("");
    return 1;
}

static int print_changes(const page *p, attain_error *err) {
    int32_t *order = malloc(p->units * sizeof *order);
    int sound = order != NULL;
    puts("<h2>剔除一个指标后 · One indicator left out</h2><table><tr><th>指标"
         "<br>Indicator<th class=\"n\">权重<br>Weight<th class=\"n\">变动单位"
         "<br>Units moved<th class=\"n\">平均位移<br>Mean shift<th>变动最大"
         "<br>Most moved");
    for (size_t n = 0; sound && n < attain_index_node_count(p->index); n++) {
        attain_index_node node;
        attain_index_node_init(&node);
        attain_index_get_node(p->index, (int32_t)n, &node, NULL);
        if (node.kind == ATTAIN_KIND_TARGET && !node.omitted)
            sound = print_without(p, &node, order, err);
    }
    puts("</table>");
    free(order);
    return sound;
}

static int print_page(const attain_index *index, const attain_plan *plan,
                      attain_error *err) {
    page p = {.index = index};
    attain_plan_info info;
    char period[16];
    int32_t last;
    size_t length;
    attain_index_units(index, &p.units);
    double *room = malloc((p.units + 1) * 7 * sizeof *room);
    p.order = malloc((p.units + 1) * sizeof *p.order);
    if (room == NULL || p.order == NULL || p.units == 0) {
        free(room);
        free(p.order);
        return 0;
    }
    p.column = room;
    p.scores = room + p.units;
    p.ranks = room + 2 * p.units;
    p.score_ends = room + 3 * p.units;
    p.rank_ends = room + 5 * p.units;
    attain_plan_info_init(&info);
    attain_plan_get_info(plan, &info, NULL);
    attain_index_periods(index, NULL, &last, NULL);
    attain_period_format(last, period, sizeof period, &length, NULL);
    int sound = read_columns(&p, err);
    if (sound) {
        printf("%s<title>", head);
        print_text(info.name);
        printf("</title><h1>");
        print_text(info.name);
        printf(" · %s</h1><p>", period);
        print_text(info.source == NULL ? "" : info.source);
        puts("<br>区间：一千次抽样，权重各偏离至多25 %，标准化得分误差0.02。 "
             "Intervals: a thousand draws, each weight off by up to 25 %, "
             "each normalised score by an error of 0.02.</p>");
        print_ranking(&p);
        sound = print_changes(&p, err);
    }
    free(room);
    free(p.order);
    return sound;
}

int main(int argc, char **argv) {
    attain_plan *plan = NULL;
    attain_dataset *data = NULL;
    attain_index *index = NULL;
    attain_error err = {0};
    if (argc != 3) {
        fprintf(stderr, "usage: index_page PLAN DATA > page.html\n");
        return 2;
    }
    int sound =
        attain_read_plan(argv[1], NULL, &plan, &err) == ATTAIN_OK &&
        attain_read_dataset(argv[2], NULL, &data, &err) == ATTAIN_OK &&
        attain_index_create(plan, data, NULL, &index, &err) == ATTAIN_OK &&
        print_page(index, plan, &err);
    if (!sound)
        fprintf(stderr, "error: %s\n",
                err.message[0] != '\0' ? err.message : "no units, or memory");
    attain_index_destroy(index);
    attain_dataset_destroy(data);
    attain_plan_destroy(plan);
    return !sound;
}

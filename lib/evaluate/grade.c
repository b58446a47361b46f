/* Scores out of 100, grades with their vetoes, and ranks of goals. */
#include <math.h>

#include "attain/numeric.h"
#include "base/decimal.h"
#include "evaluate/goal.h"

static int reaches(const attain_band *band, double score, int met,
                   const attain_i_tally *tally) {
    if (!isnan(band->from) &&
        (isnan(score) || attain_i_compare12(score, band->from, 0) < 0))
        return 0;
    return tally->met >= band->met && (met || !band->if_met) &&
           (isnan(band->floor) ||
            attain_i_compare12(tally->least, band->floor, 0) >= 0);
}

/* Highest band whose conditions hold (rulings A83, A116). */
static double grade_of(const attain_i_goal_making *m, size_t row,
                       double score) {
    const attain_evaluation *ev = m->ev;
    int met = ev->verdicts[m->node->first_row + row] == ATTAIN_VERDICT_MET;
    attain_i_tally tally = {0, 0, INFINITY};
    double grade = NAN;
    if (ev->grade_counts && (m->node->parent >= 0 || m->rows->wholes[row]))
        return NAN;
    if (ev->grade_counts)
        attain_i_tally_of(ev, (int32_t)(m->node - ev->nodes),
                          m->rows->units[row], &tally);
    for (size_t g = 0; g < ev->grade_count; g++)
        if (reaches(&ev->grade_rules[g], score, met, &tally))
            grade = (double)g;
    return grade;
}

static int any_fired(const attain_i_goal_making *m, size_t count,
                     int32_t unit) {
    for (size_t v = 0; v < count; v++)
        if (attain_i_veto_fired(m->ev, m->vetoes[v], unit))
            return 1;
    return 0;
}

static void hundred(double *out, size_t row, double value) {
    if (out != NULL)
        out[row] = 100 * value;
}

static void grade_rows(const attain_i_goal_making *m) {
    attain_evaluation *ev = m->ev;
    const attain_i_node *node = m->node;
    const double *attainment =
        attain_i_column_of(ev, ATTAIN_MEASURE_ATTAINMENT, node);
    double *score = attain_i_column_of(ev, ATTAIN_MEASURE_SCORE, node);
    double *low = attain_i_column_of(ev, ATTAIN_MEASURE_LOW, node);
    double *high = attain_i_column_of(ev, ATTAIN_MEASURE_HIGH, node);
    double *coverage = attain_i_column_of(ev, ATTAIN_MEASURE_COVERAGE, node);
    double *grade = attain_i_column_of(ev, ATTAIN_MEASURE_GRADE, node);
    if (score == NULL && grade == NULL && ev->lows == NULL)
        return;
    size_t vetoes =
        attain_i_vetoes_of(ev, (int32_t)(node - ev->nodes), m->vetoes);
    for (size_t r = 0; r < m->rows->count; r++) {
        hundred(score, r, attainment[r]);
        int shown =
            m->scored_count > 0 || node->child_count == 0 || m->rows->wholes[r];
        if (ev->lows != NULL && shown) {
            hundred(low, r, ev->lows[node->first_row + r]);
            hundred(high, r, ev->highs[node->first_row + r]);
            if (coverage != NULL)
                coverage[r] = ev->shares[node->first_row + r];
        }
        if (grade == NULL)
            continue;
        grade[r] = grade_of(m, r, 100 * attainment[r]);
        if (!m->rows->wholes[r] && ev->veto_grade >= 0 &&
            grade[r] > ev->veto_grade &&
            any_fired(m, vetoes, m->rows->units[r]))
            grade[r] = ev->veto_grade;
    }
}

/* Own rows among themselves, wholes among themselves (rulings A82). */
static attain_status rank_rows(const attain_i_goal_making *m, int whole) {
    attain_evaluation *ev = m->ev;
    double *rank = attain_i_column_of(ev, ATTAIN_MEASURE_RANK, m->node);
    const double *attainment =
        attain_i_column_of(ev, ATTAIN_MEASURE_ATTAINMENT, m->node);
    size_t n = m->rows->count;
    if (rank == NULL || n == 0 || !attain_i_is_ranked(ev, m->node))
        return ATTAIN_OK;
    double *scores =
        attain_i_allocate(m->work->allocator, n, 2 * sizeof(double));
    if (scores == NULL)
        return ATTAIN_ERR_MEMORY;
    for (size_t r = 0; r < n; r++)
        scores[r] = m->rows->wholes[r] == whole ? 100 * attainment[r] : NAN;
    attain_status status = attain_ranks(ATTAIN_RANK_MIN, NULL, 0, scores, 1, 0,
                                        n, NULL, scores + n, NULL, NULL);
    for (size_t r = 0; r < n && status == ATTAIN_OK; r++)
        if (m->rows->wholes[r] == whole)
            rank[r] = scores[n + r];
    attain_i_release(m->work->allocator, scores, n, 2 * sizeof(double));
    return status;
}

attain_status attain_i_goal_grade(const attain_i_goal_making *m) {
    grade_rows(m);
    attain_status status = rank_rows(m, 0);
    return status == ATTAIN_OK && m->rows->own_count < m->rows->count
               ? rank_rows(m, 1)
               : status;
}

"""Published numbers of progress to a target."""
import ctypes

import kinds
from kinds import goal, progress
from printed import column, near, printed, table

CLASSES = {"deterioration": 0, "limited_progress": 1, "moderate_progress": 2,
           "substantial_progress": 3, "target_achieved": 4}


def one(name, inputs, parameters=(), down=0):
    """(score, class) of one element."""
    scores, classes, reasons = progress(name, [[float(v)] for v in inputs],
                                        parameters, [down])
    assert reasons == [0], (name, inputs, reasons)
    return scores[0], classes[0]


def many(name, rows, inputs, parameters=()):
    """(scores, classes) of rows of a table, by its columns."""
    down = [int(r["direction"] == "-1") for r in rows]
    scores, classes, reasons = progress(
        name, [column(rows, i) for i in inputs], parameters, down)
    assert not any(reasons)
    return scores, classes


# --- Statistics Canada -------------------------------------------------------

DATED = ("value", "base", "value_year", "base_year")
TARGETED = ("value", "base", "target", "value_year", "base_year",
            "target_year")


def canada(file):
    """(rows with a target, rows without)."""
    rows = table(file)
    return ([r for r in rows if r["target"]],
            [r for r in rows if not r["target"]])


def open_sdg_of_canada():
    """Statistics Canada, sdg-data-donnees-odd, March 2026, file
    indicator_calculation_components.yml: all 184 series with a score, with
    what it was computed from; 0 is replaced by 0.001."""
    with_target, without = canada("canada_2026.csv")
    assert (len(with_target), len(without)) == (84, 100)
    got = many("open_sdg", with_target, TARGETED, (.95, .6, 0., .001))
    trends = many("open_sdg_trend", without, DATED + ("limit",),
                  (.015, .005, 0., 4.44, .001))
    for score, name, row in zip(got[0] + trends[0], got[1] + trends[1],
                                with_target + without):
        assert abs(score - float(row["score"])) <= 1e-11, row
        assert row["status"].startswith(name), row


def growth_of_canada():
    """The same file: growth of the 100 series without a target, good where
    positive, which is the score of the UN Statistics Division's trend."""
    _, without = canada("canada_2026.csv")
    scores, _ = many("unsd_trend", without, DATED)
    for score, row in zip(scores, without):
        assert abs(score - float(row["growth"])) <= 1e-13, row


def means_of_canada():
    """The same file: scores of indicators of several series, which are the
    means of those of its series, as goals are. Five indicators that average
    groups of series first are left out."""
    by_indicator = {}
    for row in table("canada_2026.csv"):
        by_indicator.setdefault(row["indicator"], []).append(row)
    for twice in ("1-4-1", "16-3-1", "4-5-1", "4-a-1", "9-c-1"):
        del by_indicator[twice]
    several = [r for r in by_indicator.values() if len(r) > 1]
    assert len(several) == 18
    for rows in several:
        scores = column(rows, "score")
        score, code, _ = goal("open_sdg", scores,
                              [CLASSES[r["status"]] for r in rows])
        assert abs(score - float(rows[0]["indicator_score"])) <= 1e-11, rows
        assert code == CLASSES[rows[0]["indicator_status"]], rows
        # Eurostat's goals are means, too; its classes have other names.
        score, _, _ = goal("eurostat", scores)
        assert abs(score - float(rows[0]["indicator_score"])) <= 1e-11, rows


def eurostat_of_canada():
    """Statistics Canada, sdg-data-donnees-odd, January 2025, file
    indicator_scores.yml, from the series of that day: its scores were
    Eurostat's then, with four digits of the factors where there is a target
    (7.1429 for 5/0.7), and none beyond −5 … 5. Left out: 8.1.1 and 8.2.1,
    whose bases are negative, and 8.5.1 (its series are not there)."""
    with_target, without = canada("canada_2025.csv")
    assert len(with_target) + len(without) == 54
    scores, _ = many("eurostat", with_target, TARGETED)
    for score, row in zip(scores, with_target):
        assert abs(score - float(row["score"])) <= 1e-4, (score, row)
    scores, _ = many("eurostat_trend", without, DATED)
    for score, row in zip(scores, without):
        assert abs(score - float(row["score"])) <= 1e-11, (score, row)

"""Published numbers of progress to a target."""
from functions import anticipate, path, rates
from kinds import goal, progress
from printed import cars, column, printed, table

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


# --- SDSN, EUSTAT ------------------------------------------------------------

ARROWS = ("down", "flat", "diagonal", "up")


def arrows_of_education_2021():
    """Sachs et al., Sustainable Development Report 2021, data base: arrows of
    SDG 4 of the 73 countries outside the OECD that have trends of both their
    indicators (green from 97 and 90): 142 of the 146 of indicators, 63 of the
    73 of the goal. Why the others differ is not known: where the arrows of
    the indicators agree, the places inside the classes, which the report does
    not state, may be others there."""
    other, other_goal = [], []
    for row in table("sdr_2021_goal4.csv"):
        scores = []
        for name, green in (("primary", 97), ("second", 90)):
            score, arrow = one("sdsn_arrow", [
                row[name], row[name + "_base"], green, row[name + "_year"],
                row[name + "_base_year"]])
            scores.append(score)
            if arrow != row[name + "_arrow"]:
                other.append((row["country"], name))
        _, code, _ = goal("sdsn_arrow", scores)
        if ARROWS[code] != row["goal"]:
            other_goal.append(row["country"])
    assert other == [("CUB", "second"), ("JOR", "second"),
                     ("KAZ", "primary"), ("PHL", "second")]
    assert other_goal == ["CUB", "DJI", "JOR", "KAZ", "LAO", "MNE", "NPL",
                          "PHL", "SWZ", "TLS"]


def classes_of_the_basque_country():
    """EUSTAT, SDG indicators, data of November 2025: the published classes of
    series with a target, by the UN Statistics Division's method: 3.2.1, 3.2.2,
    3.4.1, 3.6.1 and 4.1.E1."""
    for value, base, target, year, expected in (
            (2.3, 3.4, 25, 2024, "on_track"), (1.2, 1.7, 12, 2024, "on_track"),
            (8.0, 9.6, 6.4, 2020, "on_track"), (2.8, 3.5, 1.75, 2024, "fair"),
            (8.8, 10.2, 9, 2019, "on_track")):
        _, name = one("unsd", (value, base, target, year, 2015, 2030), (), 1)
        assert name == expected, (value, base, target, name)


def compound_interest():
    """Tables of the future value of 1, as recalled, e.g. 7 % in 10 years
    1.9672. From 1 towards 2, what one year's growth gives in the due year is
    the factor: R is that less 1."""
    for rate, years, factor in ((.03, 20, "1.8061"), (.05, 10, "1.6289"),
                                (.07, 10, "1.9672"), (.08, 9, "1.9990"),
                                (.10, 10, "2.5937"), (.12, 20, "9.6463")):
        score, _ = one("unsd", (1 + rate, 1, 2, 1, 0, years))
        printed(score + 1, factor)


# --- Shares of a plan --------------------------------------------------------

def plans_fulfilled():
    """Fudan University, statistics, relative numbers of plans: 2240 of 2200
    invested are 101.8 %, 63 of 56 produced 112.5 %."""
    for done, planned, text in ((2240, 2200, "101.8"), (63, 56, "112.5")):
        printed(100 * one("completion", (done, planned))[0], text)
        printed(100 * one("ratio", (done, planned), (1.0,))[0], text)


def percent_to_goal():
    """Percent to goal as terican.com and learnmath.io explain it: 37 500 of
    50 000 and 750 of 1000 are 75 %; from 5 miles to 25, 15 are 60 % of the
    goal and 50 % of the way; ESCAP's status is the way on a scale of 10, its
    anticipated gap the rest of it, its parity the same below the target."""
    for done, planned, text in ((37500, 50000, "75"), (750, 1000, "75"),
                                (15, 25, "60")):
        printed(100 * one("ratio", (done, planned))[0], text)
        printed(100 * one("completion", (done, planned))[0], text)
    way = (15, 5, 25)
    printed(100 * one("baseline", way)[0], "50")
    printed(10 * one("escap_status", way)[0], "50")
    printed(10 * one("escap_parity", way)[0], "50")
    printed(100 - one("escap_anticipated", way)[0], "50")


def required(kind, value, target, span):
    return rates(kind, [value], [target], span)[0][0]


def stunted_children():
    """De Onis et al. 2013, target for stunting: 171 million in 2010; 127 in
    2025 at current rates are a reduction of only 26 %, which is progress to a
    target of 0. 40 % less by 2025 is 3.9 % a year (from 2012); Independent
    Expert Group, Global Nutrition Report: 50 % less anaemia is 5.2 %. Its
    rates of birth weight and breastfeeding are logarithmic."""
    children = (127, 171, 0)
    printed(100 * one("baseline", children, (), 1)[0], "26")
    printed(10 * one("escap_status", children, (), 1)[0], "26")
    printed(10 * one("escap_parity", children)[0], "26")
    printed(100 - one("escap_anticipated", children, (), 1)[0], "26")
    printed(-100 * required(1, 100, 60, 13), "3.9")
    printed(-100 * required(1, 100, 50, 13), "5.2")


def extreme_poverty():
    """World Bank, 19 September 2018: from nearly 36 % in 1990 to 10 % in 2015
    the rate fell by an average of a percentage point per year. Those that
    start alike are not needed for the rate."""
    rate, _ = one("uis_benchmark", (10, 36, 2015, 1990, 0, 9), (), 1)
    printed(rate, "1")
    printed(-required(0, 36, 10, 25), "1")


def temperatures_of_patients():
    """R's mathmodels, documentation of rescale_interval (an example of lectures
    on TOPSIS): body temperature of 36 to 37 degrees is best, of six patients
    from 35.2 to 38.4."""
    patients = (35.2, 35.8, 36.6, 37.1, 37.8, 38.4)
    for value, text in zip(patients, (
            "0.4285714", "0.8571429", "1.0000000", "0.9285714", "0.4285714",
            "0.0000000")):
        score, _ = one("ratio_interval", (value, 36, 37, 35.2, 38.4))
        printed(score, text)


def standard_scores():
    """Wikipedia, Standard score: 1800 points where the mean is
    1500 and the deviation 300 are 1, 24 where they are 21 and 5 are 0.6. A
    distance to a target in deviations is that, where low is good."""
    printed(one("oecd_distance", (1800, 1500, 300), (), 1)[0], "1")
    printed(one("oecd_distance", (24, 21, 5), (), 1)[0], "0.6")


def earned_value():
    """Schedule performance index, earned over planned value: 75 of 110 is
    0.68 (pdfcoke.com, Earned Value Management), 800 of 1000 is 0.8
    (projectmanagement.com)."""
    printed(one("path_expected", (75, 0, 110))[0], "0.68")
    printed(one("path_expected", (800, 0, 1000))[0], "0.8")


# --- Paths -------------------------------------------------------------------

def expected(name, base, target, share):
    """The value that a path expects after a share of its time."""
    pace, _ = one(name, (target, base, target, share, 0, 1))
    return base + (target - base) / pace


def objectives_of_california():
    """California, annual measurable objectives in English of elementary and
    middle schools from 2008 to 2014, as recalled."""
    objectives = "35.2 46.0 56.8 67.6 78.4 89.2 100.0".split()
    line = path([2008, 2014], [35.2, 100], list(range(2008, 2015)))
    for step, text in enumerate(objectives):
        printed(line[step], text)
        if step:
            printed(expected("path_linear", 35.2, 100, step / 6), text)


def steps_of_numpy():
    """numpy, documentation of linspace: five values from 2 to 3."""
    for step, text in enumerate(("2.25", "2.5", "2.75", "3"), 1):
        printed(expected("path_linear", 2, 3, step / 4), text)


def equal_temperament():
    """OEIS A329213: frequencies of the notes from A3 (220 Hz) to A4 (440 Hz),
    twelve steps of the same ratio."""
    for step, text in ((3, "261.6255653005"), (4, "277.1826309768"),
                       (5, "293.6647679174"), (6, "311.1269837220"),
                       (7, "329.6275569128"), (8, "349.2282314330"),
                       (9, "369.9944227116"), (10, "391.9954359817"),
                       (11, "415.3046975799")):
        # The digits are cut off, not rounded.
        got = expected("path_growth", 220, 440, step / 12)
        assert -1e-12 < got - float(text) < 1e-10 + 1e-12, (got, text)


def interpolation_of_numpy():
    """numpy, documentation of interp: 3, 2, 0 at 1, 2, 3; what is asked for
    before the first point has no value here."""
    got = path([1, 2, 3], [3, 2, 0], [2.5, 1, 1.5, 2.72, 3.14])
    for value, text in zip(got, ("1.0", "3.0", "2.5", "0.56", "0")):
        printed(value, text)


def stopping_distances():
    """R, predict(lm(dist ~ speed, cars)), as journaldev.com prints it at 11
    and 12 miles per hour and Dalpiaz, Applied Statistics with R, at 8. With
    the origin far away all weights are the same."""
    speeds, stops = cars()
    for speed, text in ((11, "25.67740"), (12, "29.60981"), (8, "13.88018")):
        out, _ = anticipate([stops], speeds, -1e9, speed)
        printed(out[0], text)

"""Published numbers of scoring: onto one scale, weights, one score of many,
value added."""
from kinds import aggregate, normalise, value_added, weigh
from printed import all_printed, cars, column, near, printed, table, turned
from published_index import SERVERS

# --- Onto one scale ----------------------------------------------------------

FLOWERS = ([5.1, 4.9, 4.7, 4.6, 5.0, 5.4], [3.5, 3.0, 3.2, 3.1, 3.6, 3.9],
           [1.4, 1.4, 1.3, 1.5, 1.4, 1.7])


def flowers_of_coinr():
    """COINr, vignette on normalisation: the first six of iris on 0 to 100,
    which is a scale whose posts are the ends of each column of the 150."""
    for values, low, high, texts in zip(FLOWERS, (4.3, 2.0, 1.0),
                                        (7.9, 4.4, 6.9), (
            "22.222222 16.666667 11.111111 8.333333 19.444444 30.555556",
            "62.50000 41.66667 50.00000 45.83333 66.66667 79.16667",
            "6.779661 6.779661 5.084746 8.474576 6.779661 11.864407")):
        got, _ = normalise("scaled", [values], (low, high, 100.0))
        all_printed(got[0], texts)


def cars_of_coinr():
    """COINr, vignette on normalisation: the first six of mtcars by min-max,
    which is the distance to a reference where that is the best; miles per
    gallon, and the least and the largest of the 32."""
    miles = [21.0, 21.0, 22.8, 21.4, 18.7, 18.1, 10.4, 33.9]
    got, _ = normalise("distance_to_reference", [miles], (7.0, 0.0))
    all_printed(got[0][:6], "0.4510638 0.4510638 0.5276596 0.4680851 "
                "0.3531915 0.3276596")


def classes_of_human_development():
    """UNDP, Human Development Report 2023/24, table 1 (as recalled): of 193
    countries 69 are very highly developed (0.800), 49 highly (0.700), 42 at
    the middle (0.550) and 33 lowly."""
    index = column(table("human_development_2022.csv"), "hdi")
    index = [v for v in index if v == v]
    got, _ = normalise("category_by_threshold", [index], (0.55, 0.7, 0.8))
    assert [got[0].count(float(c)) for c in range(4)] == [33, 42, 49, 69]


# --- Weights -----------------------------------------------------------------


def weights_of_choice_architecture():
    """choice-architecture.nl, guts.15: four alike have 25 % each; when one of
    them is given twice the weight, 40 % and 20 % each."""
    all_printed(weigh("given", [[1.0]] * 4)[0], "0.25 0.25 0.25 0.25")
    all_printed(weigh("given", turned([[2.0, 1.0, 1.0, 1.0]]))[0],
                "0.40 0.20 0.20 0.20")


def points_of_askvity():
    """askvity.info, Fixed or constant sum rating scale: what one respondent
    gave of 100 points to five features of restaurants, and choice-
    architecture.nl; of one expert the mean is the expert's own."""
    points = [40.0, 20.0, 15.0, 20.0, 5.0]
    all_printed([100 * w for w in weigh("budget_allocation",
                                        turned([points]))[0]], "40 20 15 20 5")
    all_printed(weigh("budget_allocation", turned([[2.0, 1.0, 1.0, 1.0]]))[0],
                "0.40 0.20 0.20 0.20")


def entropies_of_mcdm():
    """Python's mcdm, tests of em: columns with 0 as the least, which min-max
    only stretches."""
    ramps = [[0.000, 0.000, 0.333], [0.033, 0.050, 0.267],
             [0.067, 0.100, 0.200], [0.100, 0.175, 0.100],
             [0.200, 0.200, 0.067], [0.267, 0.225, 0.033],
             [0.333, 0.250, 0.000]]
    all_printed(weigh("entropy_minmax", turned(ramps))[0],
                "0.37406776 0.25186448 0.37406776")
    hill = [0.0, 0.08333333, 0.16666667, 0.16666667, 0.08333333, 0.0]
    pairs = [[i * 0.03333333, hill[i], last] for i in range(6)
             for last in (0.0, 0.16666667)]
    all_printed(weigh("entropy_minmax", turned(pairs))[0],
                "0.20724531 0.31710188 0.47565280", 2.0)


# --- One score of many -------------------------------------------------------


def topsis_of_pyrepo_mcda():
    """pyrepo-mcda, documentation (usage, TOPSIS with minmax_normalization):
    six servers of Ersoy 2021."""
    got, _ = aggregate("topsis_minmax", turned(SERVERS), (),
                       [0.405, 0.221, 0.134, 0.199, 0.007, 0.034],
                       [0, 0, 0, 0, 1, 1])
    all_printed(got, "0.4242 0.3217 0.4453 0.3353 0.8076 0.2971")


def topsis_of_pymcdm():
    """pymcdm, test of TOPSIS, which takes min-max scores: three
    alternatives of Opricovic and Tzeng 2004."""
    got, _ = aggregate("topsis_minmax", [[1.0, 2.0, 5.0],
                                         [3000.0, 3750.0, 4500.0]], (),
                       [0.5, 0.5], [1, 0])
    all_printed(got, "0.500 0.617 0.500")


def balanced_units_of_scikit_learn():
    """scikit-learn, documentation of StandardScaler: -1, -1, 1 and 1 in both
    columns. Units in balance have no penalty, so that Mazziotta and Pareto's
    index is 100 and ten times that."""
    two = [0.0, 0.0, 1.0, 1.0]
    for sign in (-1.0, 1.0):
        got, _ = aggregate("mazziotta_pareto", [two, two], (sign,))
        assert got == [100 + 10 * z for z in (-1.0, -1.0, 1.0, 1.0)], got


def ends_of_mean_min():
    """numpy, documentation of min and mean (as recalled), which Casadio
    Tarabusi and Guarini 2013 name as the ends of theirs: a = 1 with b = 0,
    and a = 0."""
    got, _ = aggregate("mean_min", turned([[0.0, 1.0], [2.0, 3.0]]),
                       (1.0, 0.0))
    assert got == [0.0, 2.0], got
    got, _ = aggregate("mean_min", turned([[1.0, 2.0], [3.0, 4.0]]),
                       (0.0, 1.0))
    assert got == [1.5, 3.5], got


def distances_of_cars():
    """R, summary(cars) and sd(cars$dist): distances from 2, mean 42.98,
    deviation 25.76938. From one column, or the same one twice, the
    distance of the Wroclaw method to the best is that to the least."""
    _, stops = cars()
    for columns in ([stops], [stops, stops]):
        got, _ = aggregate("wroclaw", columns, (), None, [1] * len(columns))
        top = 42.98 - 2 + 2 * 25.76938
        for value, score in zip(stops, got):
            near(score * top, value - 2, 1e-7) if value > 2 else (
                printed(score, "0"))


# --- Value added -------------------------------------------------------------

def residuals_of_cars():
    """R, resid(lm(dist ~ speed, cars)): the first six, each a group
    of its own; and of all, least squares leave none."""
    speed, stops = cars()
    got, _, rows = value_added("ordinary", stops, [speed], list(range(50)),
                               50)
    texts = "3.849460 11.849460 -5.947766 12.052234 2.119825 -7.812584"
    all_printed(got[1][:6], texts)
    all_printed(rows[:6], texts)
    got, _, _ = value_added("ordinary", stops, [speed], [0] * 50, 1)
    assert abs(got[1][0]) < 1e-12


def percentile_ranks_of_excel():
    """Microsoft, documentation of PERCENTRANK, which cuts off after three
    digits; and dplyr, documentation of percent_rank (as recalled): what growth
    percentiles are when all start alike and the value has no tie."""
    for values, texts in (
            ([13.0, 12, 11, 8, 4, 3, 2, 1, 1, 1], {2.0: "0.333", 4.0: "0.555",
                                                   8.0: "0.666"}),
            ([5.0, 1, 3, 2, 2], {5.0: "1.00", 1.0: "0.00", 3.0: "0.75"})):
        n = len(values)
        got, _, _ = value_added("growth_percentile", values, [[7.0] * n],
                                list(range(n)), n)
        for value, text in texts.items():
            printed(got[1][values.index(value)] / 100, text, 1.0)

"""Published numbers of poverty: Sen's measures and what came of them."""
import statistics

from kinds import statistic
from printed import column, near, printed, table

# --- World Bank, Handbook on Poverty and Inequality --------------------------

COUNTRY_C = [100.0, 110.0, 150.0, 160.0]
LINE = 125.0


def sen_of_country_c():
    """PovertyAndInequalityMeasures.jl, tests of chapter 4 of Haughton and
    Khandker 2009 (country C, line 125): Sen's index 0.09; Foster, Greer and
    Thorbecke's measures, Watts' 0.0877442307 (that of the handbook)."""
    printed(statistic("sen", COUNTRY_C, (LINE,))[0], "0.0900000")
    printed(statistic("watts", COUNTRY_C, (LINE,))[0], "0.0877442307")
    for power, text in ((0.0, "0.5000000"), (0.5, "0.1984059"),
                        (1.0, "0.0800000"), (1.5, "0.0327530"),
                        (2.0, "0.0136000"), (2.5, "0.0057192")):
        got, _ = statistic("foster_greer_thorbecke", COUNTRY_C, (LINE, power))
        printed(got, text)


def ginis_of_country_c():
    """The same tests print both Ginis that the indices are made of: that of
    the poor, and that of the gaps, 0.5625. Their Sen–Shorrocks–Thon index is
    the product of the headcount and the mean gap of everybody where Shorrocks
    takes that of the poor, 0.0625 for twice as much."""
    printed(statistic("gini", COUNTRY_C[:2])[0], "0.0238095")
    gaps = [max(0.0, LINE - v) / LINE for v in COUNTRY_C]
    printed(statistic("gini", gaps)[0], "0.5625000")
    half, _ = statistic("headcount", COUNTRY_C, (LINE,))
    got, _ = statistic("sen_shorrocks_thon", COUNTRY_C, (LINE,))
    printed(got * half, "0.0625000")

# --- Apode -------------------------------------------------------------------

def spread_around(middle, power):
    """Fifty incomes each side, raised so that the least is 1."""
    steps = [float(i) ** power for i in range(1, 51)]
    both = [middle - s for s in steps] + [middle + s for s in steps]
    return [v - min(both) + 1 for v in both]


#: The distributions of Apode's tests against ineq and Stata.
Y2 = [float(i) for i in range(1, 101)]
Y3 = [v * v for v in Y2]
Y4 = [0.0] * 99 + [10.0]
Y5 = spread_around(2500.0, 1.2)
Y6 = spread_around(2500.0, 0.5)


def sen_of_stata():
    """Python's Apode, draft/test_R/poverty_stata.csv: Sen's index by Stata's
    poverty, in percent, of four distributions with half the median as the
    line. Stata's is the measure of 1976, with q + 1."""
    for incomes, count, text in (
            (Y2, 25, "16.08910891089109"), (Y3, 35, "28.90707704371692"),
            (Y5, 22, "14.45052055072557"), (Y6, 34, "18.30057079874689")):
        line = statistics.median(incomes) / 2
        got, _ = statistic("headcount", incomes, (line,))
        near(100 * got, count)
        got, _ = statistic("sen_1976", incomes, (line,))
        near(100 * got, float(text), 1e-8)


def thon_of_stata():
    """The same, Thon's index: it has n(n + 1) where Shorrocks has n², and a
    rank more, so that the one is ((n + 1)T − gap)/n of the other. Stata read
    the incomes in single precision."""
    for incomes, text in ((Y2, "22.15469071659641"), (Y3, "40.30413372644851"),
                          (Y5, "20.22065698273976"),
                          (Y6, "24.91764291237738")):
        line, n = statistics.median(incomes) / 2, len(incomes)
        gap, _ = statistic("poverty_gap", incomes, (line,))
        got, _ = statistic("sen_shorrocks_thon", incomes, (line,))
        near(100 * got, ((n + 1) * float(text) - 100 * gap) / n, 1e-7)


def sen_shorrocks_thon_of_apode():
    """Python's Apode, tests of sst, gap, severity, fgt and watts: 300
    incomes of numpy's RandomState(42).uniform, half the median as the
    line."""
    incomes = column(table("uniform_300.csv"), "income")
    line = statistics.median(incomes) / 2
    for name, expected in (("headcount", 0.27),
                           ("poverty_gap", 0.13715275200855706),
                           ("squared_poverty_gap", 0.0925444945807559),
                           ("watts", 0.2724322042654472),
                           ("sen_shorrocks_thon", 0.24950968072455512)):
        near(statistic(name, incomes, (line,))[0], expected, 1e-13)

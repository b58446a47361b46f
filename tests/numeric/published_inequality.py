"""Published numbers of inequality: statistics, splits by group, curves."""
import math

from kinds import statistic
from printed import column, near, table
from published_poverty import Y2, Y4, Y5, Y6

# --- Apode -------------------------------------------------------------------

def kolm_of_ineq():
    """R's ineq, Kolm with the parameter 0.5, as printed in Python's Apode
    (tests/test_data/test_ineq.csv); of squares of 1 to 100 it is Inf
    there."""
    for incomes, expected in ((Y2, 42.1551638871582), (Y4, 0.0800354438024301),
                              (Y5, 100.756726007619), (Y6, 3.96810359724129)):
        near(statistic("kolm", incomes, (0.5,))[0], expected, 1e-14)


def inequality_of_uniform_incomes():
    """Python's Apode, tests of gini, rad, kolm and sdlog (the root of the
    mean squared logarithm over the mean, Atkinson 1970): 300 incomes of
    numpy's RandomState(42).uniform."""
    incomes = column(table("uniform_300.csv"), "income")
    near(statistic("kolm", incomes, (1.0,))[0], 0.04278027786607911, 1e-13)
    near(statistic("gini", incomes)[0], 0.34232535781966483, 1e-13)
    near(statistic("hoover", incomes)[0], 0.2600392437248902, 1e-13)
    got, _ = statistic("logarithmic_variance", incomes)
    near(math.sqrt(got), 1.057680329912003, 1e-13)

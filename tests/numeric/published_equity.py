"""Published numbers of inequality, poverty, segregation, concentration."""
import math

from kinds import (aggregate, concentration, curve, decompose, normalise,
                   parity, segregation, statistic)
from printed import (all_printed, cars, column, near, printed, table,
                     turned)

# --- Segregation -------------------------------------------------------------

def sacramento():
    rows = table("sacramento.csv")
    total, few = column(rows, "total"), column(rows, "hispanic")
    two = [few, [t - f for t, f in zip(total, few)]]
    four = [column(rows, c) for c in ("white", "black", "asian", "hispanic")]
    return two, four


def segregation_of_sacramento():
    """PySAL segregation, tests of Dissim, Gini, Entropy, Isolation,
    Interaction and CorrelationR: 403 tracts of Sacramento, census of 2000,
    Hispanics and all others."""
    two, _ = sacramento()
    for name, parameters, expected in (
            ("dissimilarity", (), 0.32184656076566864),
            ("gini", (), 0.43506510676886234),
            ("information", (), 0.09626774479970557),
            ("isolation", (0.0,), 0.2319615486459151),
            ("exposure", (0.0, 1.0), 0.7680384513540848),
            ("eta_squared", (0.0,), 0.09164042012926693)):
        near(segregation(name, two, parameters)[0], expected, 1e-14)


def segregation_of_four_groups():
    """PySAL segregation, tests of MultiDissim, MultiGini and
    MultiInfoTheory: white, black, Asian and Hispanic."""
    _, four = sacramento()
    near(segregation("dissimilarity", four)[0], 0.41340872573177806, 1e-14)
    near(segregation("gini", four)[0], 0.5456349992598081, 1e-14)
    near(segregation("information", four)[0], 0.1710160297858887, 1e-14)


def hutchens_of_sacramento():
    """PySAL segregation, test of Atkinson (b = 1/2): for two groups that is
    1 − (1 − S)², S Hutchens' index (James and Taeuber 1985)."""
    two, _ = sacramento()
    s, _ = segregation("hutchens", two, (0.0, 1.0))
    near(1 - (1 - s) ** 2, 0.15079259382667654, 1e-13)


def mutual_information_of_states():
    """R's segregation, README: pupils by race in three states (schools00),
    M 0.0992 and H 0.0977."""
    counts = [[1573, 10238, 7985], [103427, 21470, 42005],
              [3888, 86802, 42460], [132749, 231170, 187382],
              [1393, 4525, 672]]
    printed(segregation("mutual_information", counts)[0], "0.0992")
    printed(segregation("information", counts)[0], "0.0977")

# --- How a value goes with a background --------------------------------------

PEOPLE_OF_FIVE = [78.0, 91.0, 162.0, 103.0, 105.0]
SHARE_OF_FIVE = [20.0, 30.0, 40.0, 50.0, 60.0]
FIFTHS = [1.0, 2.0, 3.0, 4.0, 5.0]
ACI, RCI = 7.3284202, 0.17776859


def concentration_of_quintiles():
    """R's healthequal, tests of aci and rci, to their 1e-6: five
    subgroups."""
    for name, expected in (("generalised_concentration_index", ACI),
                           ("concentration_index", RCI)):
        got, _ = concentration(name, SHARE_OF_FIVE, FIFTHS, (),
                               PEOPLE_OF_FIVE)
        near(got, expected, 1e-6)


def bounded_concentration_of_quintiles():
    """The same, of shares of 100. What a share has above 0 its lack wants of
    100: the index of attainment of the one is rci, and so is that of the
    shortfall of the other. Wagstaff's index is aci by the mean's distances
    to both bounds, over those to each other; the mean is aci over rci."""
    mean, bounds = ACI / RCI, (0.0, 100.0)
    normalised = 100 * ACI / (mean * (100 - mean))
    lack = [100 - s for s in SHARE_OF_FIVE]
    for name, values, expected in (
            ("attainment_concentration_index", SHARE_OF_FIVE, RCI),
            ("shortfall_concentration_index", lack, RCI),
            ("wagstaff", SHARE_OF_FIVE, normalised),
            ("wagstaff", lack, -normalised)):
        got, _ = concentration(name, values, FIFTHS, bounds, PEOPLE_OF_FIVE)
        near(got, expected, 1e-6)


def mortality_of_india():
    """O'Donnell, van Doorslaer, Wagstaff and Lindelow 2008, Analyzing Health
    Equity, table 8.1, as recalled: births and deaths of children under five,
    per 1000, by fifths of wealth; cumulative percentages of both, and the
    concentration index."""
    births = [29939.0, 28776.0, 26528.0, 24689.0, 19739.0]
    deaths = [154.7, 152.9, 119.5, 86.9, 54.3]
    got, _ = concentration("concentration_index", deaths, FIFTHS, (), births)
    printed(got, "-0.1694")
    people, shares, _ = curve("concentration", deaths, births, FIFTHS)
    all_printed([100 * p for p in people], "0 23 45 66 85 100")
    all_printed([100 * s for s in shares], "0 30 59 79 93 100")


def slope_indices_of_england():
    """R's PHEindicatormethods, test data of phe_sii (testdata_SII.xlsx): life
    expectancy, infant mortality and obesity by tenths or fifths of
    deprivation. The relative index there is the ratio of the line's ends,
    which this one's, r, are 1 + r/2 and 1 − r/2 of the mean."""
    rows = table("slope_indices.csv")
    for record in sorted({r["record"] for r in rows}):
        area = [r for r in rows if r["record"] == record]
        data = (column(area, "value"), column(area, "quantile"), (),
                column(area, "population"))
        slope, _ = concentration("slope_index", *data)
        near(slope, float(area[0]["sii"]), 1e-11)
        ratio, _ = concentration("relative_index", *data)
        near((1 + ratio / 2) / (1 - ratio / 2), float(area[0]["rii"]), 1e-13)
        if area[0]["intercept"]:
            mean = float(area[0]["intercept"]) + slope / 2
            near(ratio, float(area[0]["sii"]) / mean, 1e-11)


def line_of_cars():
    """R, summary(lm(dist ~ speed, cars)): 3.9324 and R² 0.6511."""
    speeds, stops = cars()
    printed(concentration("gradient", stops, speeds)[0], "3.9324")
    printed(concentration("explained", stops, speeds)[0], "0.6511")


ACCESS = [22239.0, 36567.0, 42372.0, 55571.0]
PEOPLE = [852.0, 394.0, 1969.0, 2189.0]
INCOME = [4757.8, 1627.8, 543.1, 3822.0]


def concentration_of_belo_horizonte():
    """R's accessibility, test of concentration_index: jobs in reach of four
    cells of Belo Horizonte, standard and corrected (Erreygers, with the
    range of the data as bounds), with and without the last cell."""
    for n, plain, corrected in ((4, "-0.0248", "-0.1314"),
                                (3, "-0.1148", "-0.8282")):
        v, w, x = ACCESS[:n], PEOPLE[:n], INCOME[:n]
        printed(concentration("concentration_index", v, x, (), w)[0], plain)
        printed(concentration("erreygers", v, x, (min(v), max(v)), w)[0],
                corrected)


def gini_of_belo_horizonte():
    """R's accessibility, test of gini_index: the same cells."""
    printed(statistic("gini", ACCESS, (), PEOPLE)[0], "0.1386")
    printed(statistic("gini", ACCESS[:3], (), PEOPLE[:3])[0], "0.1148")


def poverty_of_belo_horizonte():
    """R's accessibility, test of fgt_poverty: of 100000 jobs, Foster, Greer
    and Thorbecke's measures of the powers 0, 1 and 2."""
    z = 100000.0
    for name, parameters, text in (
            ("headcount", (z,), "1.0000"), ("poverty_gap", (z,), "0.5588"),
            ("squared_poverty_gap", (z,), "0.3256"),
            ("foster_greer_thorbecke", (z, 2.0), "0.3256")):
        printed(statistic(name, ACCESS, parameters, PEOPLE)[0], text)


def theil_by_deciles_of_belo_horizonte():
    """R's accessibility, test of theil_t: five cells in four deciles of
    income, with and without the first."""
    v, w = [13991.0] + ACCESS, [1011.0] + PEOPLE
    codes = [1, 3, 2, 0, 3]
    for skip, parts in ((0, "0.0852 0.0515 0.0337"),
                        (1, "0.0378 0.0021 0.0357")):
        got, _ = decompose("theil", v[skip:], codes[skip:], 4, (), w[skip:])
        all_printed(got[:3], parts)

# --- Parity ------------------------------------------------------------------

def relative_risk_of_agresti():
    """Agresti, Categorical Data Analysis, table 2.3: relative risk of a heart
    attack, 1.82, of 189 in 11034 to 104 in 11037. A risk is what those
    without an attack lack to all."""
    got, _ = parity("shortfall_index", [10845 / 11034], [10933 / 11037],
                    (1.0,))
    printed(got[0], "1.82")


def parity_of_enrolment():
    """UNESCO Institute for Statistics, glossary, adjusted parity index: rates
    of 40 and 50 percent have the index 0.8, adjusted or not, and turned
    about 1.25, adjusted 2 − 1/1.25."""
    girls, boys = [40.0, 50.0], [50.0, 40.0]
    got, _ = parity("parity_index", girls, boys)
    all_printed(got, "0.8 1.25")
    got, _ = parity("adjusted_parity_index", girls, boys)
    printed(got[0], "0.8")
    near(got[1], 2 - 1 / 1.25)

# --- Human Development Report 2023/24 ----------------------------------------

def human_development():
    return table("human_development_2022.csv")


def kept(rows, *names):
    return [r for r in rows if all(r[n] for n in names)]


def human_development_index():
    """HDI of 193 countries: goalposts, means, geometric mean."""
    rows = kept(human_development(), "hdi", "le", "eys", "mys", "gnipc")
    assert len(rows) > 190
    income = [math.log(min(v, 75000.0)) for v in column(rows, "gnipc")]
    life, = normalise("goalposts", [column(rows, "le")], (20.0, 85.0, 1.0))[0]
    years = normalise("goalposts", [column(rows, "eys")], (0., 18., 1.))[0]
    years += normalise("goalposts", [column(rows, "mys")], (0., 15., 1.))[0]
    money, = normalise("goalposts", [income], (
        math.log(100.0), math.log(75000.0), 1.0))[0]
    school, _ = aggregate("arithmetic", years)
    index, _ = aggregate("geometric", [life, school, money])
    for got, row in zip(index, rows):
        printed(got, "%.3f" % float(row["hdi"]))
    return rows, index


def inequality_of_human_development():
    """Coefficient of human inequality, the mean of three; inequality-adjusted
    HDI, the HDI times the geometric mean of what they leave (of an HDI that
    was rounded)."""
    rows, index = human_development_index()
    checked = 0
    for row, hdi in zip(rows, index):
        if not row["ihdi"]:
            continue
        parts = [[float(row[c])] for c in ("ineq_le", "ineq_edu", "ineq_inc")]
        mean = aggregate("arithmetic", parts)[0][0]
        near(mean, float(row["coef_ineq"]), 1e-6)
        left = aggregate("geometric", [[1 - p[0] / 100] for p in parts])[0][0]
        printed(hdi * left, "%.3f" % float(row["ihdi"]), 0.4)
        checked += 1
    assert checked > 150


def gender_development():
    """Gender Development Index, women's HDI over men's: a parity index."""
    rows = kept(human_development(), "gdi", "hdi_f", "hdi_m")
    assert len(rows) > 180
    got, _ = parity("parity_index", column(rows, "hdi_f"),
                    column(rows, "hdi_m"))
    for value, row in zip(got, rows):
        printed(value, "%.3f" % float(row["gdi"]))


def losses_of_human_development():
    """Loss by inequality, and difference of the planetary-pressures-adjusted
    HDI, in percent: relative differences to the HDI."""
    for name, printed_as in (("ihdi", "loss"), ("phdi", "diff_hdi_phdi")):
        rows = kept(human_development(), "hdi", name, printed_as)
        assert len(rows) > 150
        got, _ = parity("relative_difference", column(rows, name),
                        column(rows, "hdi"))
        for value, row in zip(got, rows):
            expected = float(row[printed_as])
            assert abs(-100 * value - expected) <= 1e-7, row


def gender_inequality():
    """Gender Inequality Index: harmonic mean of women's and men's geometric
    means over the geometric mean of both sexes' arithmetic means."""
    names = "mmr abr se_f se_m pr_f pr_m lfpr_f lfpr_m gii".split()
    rows = kept(human_development(), *names)
    assert len(rows) > 160
    for row in rows:
        v = {n: float(row[n]) for n in names}
        birth = math.sqrt(10 / min(1000, max(10, v["mmr"])) / v["abr"])
        sexes = [[birth, math.sqrt(max(0.1, v["pr_f"]) * v["se_f"]) / 100,
                  v["lfpr_f"] / 100],
                 [1.0, math.sqrt(v["pr_m"] * v["se_m"]) / 100,
                  v["lfpr_m"] / 100]]
        each = aggregate("geometric", turned(sexes))[0]
        both = aggregate("harmonic", [[g] for g in each])[0][0]
        means = aggregate("arithmetic", sexes)[0]
        whole = aggregate("geometric", [[m] for m in means])[0][0]
        printed(1 - both / whole, "%.3f" % v["gii"])

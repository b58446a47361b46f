/* Rows of the table of statistics: inequality, concentration and poverty. Only
 * statistic.c includes it, in the middle of the table. */
/* clang-format off */
#define P ATTAIN_METHOD_NEEDS_POSITIVE
[ATTAIN_STATISTIC_THEIL_L] = {
    {"theil_l",
     "Σ(w/W) ln(M/v)",
     "Theil 1967 (L)",
     W | P, NULL},
    attain_i_theil_l, 0},
[ATTAIN_STATISTIC_GENERALISED_ENTROPY] = {
    {"generalised_entropy",
     "Σ(w/W)((v/M)^α − 1)/(α(α − 1)), α = 0: theil_l, α = 1: theil",
     "Shorrocks 1980",
     W | N, alpha_of_entropy},
    attain_i_generalised_entropy, 0},
[ATTAIN_STATISTIC_ATKINSON] = {
    {"atkinson",
     "1 − (Σ(w/W)(v/M)^(1 − ε))^(1/(1 − ε)), ε = 1: 1 − e^(−theil_l)",
     "Atkinson 1970",
     W | N, epsilon},
    attain_i_atkinson, 0},
[ATTAIN_STATISTIC_HOOVER] = {
    {"hoover",
     "Σw|v − M|/(2WM)",
     "Hoover 1936",
     W | N, NULL},
    attain_i_hoover, 0},
[ATTAIN_STATISTIC_KOLM] = {
    {"kolm",
     "ln(Σ(w/W) e^(α(M − v)))/α",
     "Kolm 1976",
     W, alpha_of_kolm},
    attain_i_kolm, 0},
[ATTAIN_STATISTIC_GINI_CORRECTED] = {
    {"gini_corrected",
     "gini · W/(W − 1)",
     "Deltas 2003; Gini with the small-sample factor",
     W | N, NULL},
    attain_i_gini_corrected, ATTAIN_I_SORTS},
[ATTAIN_STATISTIC_PALMA] = {
    {"palma",
     "Σwv of the 10 % of W with the largest v over that of the 40 % with "
     "the smallest",
     "Palma 2011; Cobham and Sumner 2013",
     W | N, NULL},
    attain_i_palma, ATTAIN_I_SORTS},
[ATTAIN_STATISTIC_MCLOONE] = {
    {"mcloone",
     "Σwv/(m Σw) over v ≤ m, the median",
     "Berne and Stiefel 1984",
     W | N, NULL},
    attain_i_mcloone, ATTAIN_I_SORTS},
[ATTAIN_STATISTIC_VERSTEGEN] = {
    {"verstegen",
     "Σwv/(m Σw) over v ≥ m, the median",
     "Verstegen 1996",
     W | N, NULL},
    attain_i_verstegen, ATTAIN_I_SORTS},
[ATTAIN_STATISTIC_INTERQUANTILE_RATIO] = {
    {"interquantile_ratio",
     "Q(upper)/Q(lower), Q(p) the first v whose cumulative w exceeds pW; "
     "at pW the mean of it and the next",
     "Hyndman and Fan 1996 (type 2)",
     W, quartiles},
    attain_i_interquantile_ratio, ATTAIN_I_SORTS},
[ATTAIN_STATISTIC_RANGE_RATIO] = {
    {"range_ratio",
     "Q(upper)/Q(lower), by default p95/p5",
     "Berne and Stiefel 1984",
     W, twentieths},
    attain_i_interquantile_ratio, ATTAIN_I_SORTS},
[ATTAIN_STATISTIC_FEDERAL_RANGE_RATIO] = {
    {"federal_range_ratio",
     "(Q(upper) − Q(lower))/Q(lower), by default (p95 − p5)/p5",
     "34 CFR 222 (federal range ratio)",
     W, twentieths},
    attain_i_federal_range_ratio, ATTAIN_I_SORTS},
[ATTAIN_STATISTIC_WOLFSON] = {
    {"wolfson",
     "scale · (1 − 2L(1/2) − gini) · M/median",
     "Wolfson 1994; scale 1: half of it",
     W | N, scale_of_wolfson},
    attain_i_wolfson, ATTAIN_I_SORTS},
[ATTAIN_STATISTIC_HERFINDAHL] = {
    {"herfindahl",
     "(Σ(v/Σv)^(order + 1))^(1/order)",
     "Hirschman 1945, Herfindahl 1950; Hannah and Kay 1977 by order",
     N, order},
    attain_i_herfindahl, 0},
[ATTAIN_STATISTIC_ROSENBLUTH] = {
    {"rosenbluth",
     "1/(2Σ i v_i/Σv − 1), the largest v first",
     "Rosenbluth 1955, Hall and Tideman 1967",
     N, NULL},
    attain_i_rosenbluth, ATTAIN_I_SORTS},
[ATTAIN_STATISTIC_VARIANCE_OF_LOGS] = {
    {"variance_of_logs",
     "Σ(w/W)(ln v − Σ(w/W) ln v)²",
     "Cowell 2011",
     W | P, NULL},
    attain_i_variance_of_logs, 0},
[ATTAIN_STATISTIC_LOGARITHMIC_VARIANCE] = {
    {"logarithmic_variance",
     "Σ(w/W)(ln v − ln M)²",
     "Cowell 2011",
     W | P, NULL},
    attain_i_logarithmic_variance, 0},
[ATTAIN_STATISTIC_HEADCOUNT] = {
    {"headcount",
     "Σ(w/W)[v < z]",
     FGT,
     W, standard},
    attain_i_headcount, 0},
[ATTAIN_STATISTIC_POVERTY_GAP] = {
    {"poverty_gap",
     "Σ(w/W)(z − v)/z over v < z",
     FGT,
     W, standard},
    attain_i_poverty_gap, 0},
[ATTAIN_STATISTIC_SQUARED_POVERTY_GAP] = {
    {"squared_poverty_gap",
     "Σ(w/W)((z − v)/z)² over v < z",
     FGT,
     W, standard},
    attain_i_squared_poverty_gap, 0},
[ATTAIN_STATISTIC_FOSTER_GREER_THORBECKE] = {
    {"foster_greer_thorbecke",
     "Σ(w/W)((z − v)/z)^α over v < z",
     FGT,
     W, standard_and_alpha},
    attain_i_foster_greer_thorbecke, 0},
[ATTAIN_STATISTIC_WATTS] = {
    {"watts",
     "Σ(w/W) ln(z/v) over v < z",
     "Watts 1968",
     W | P, standard},
    attain_i_watts, 0},
[ATTAIN_STATISTIC_SEN] = {
    {"sen",
     "H(I + (1 − I)G), I mean gap and G Gini of those with v < z",
     "Sen 1976, in the form invariant to replication",
     W, standard},
    attain_i_sen, ATTAIN_I_SORTS},
[ATTAIN_STATISTIC_SEN_1976] = {
    {"sen_1976",
     "H(I + (1 − I)G·q/(q + 1)), q the weight of those with v < z",
     "Sen 1976",
     W, standard},
    attain_i_sen_1976, ATTAIN_I_SORTS},
[ATTAIN_STATISTIC_SEN_SHORROCKS_THON] = {
    {"sen_shorrocks_thon",
     "Σw g(2(W − C) − w)/W², g = max(0, (z − v)/z), C the weight below v",
     "Shorrocks 1995",
     W, standard},
    attain_i_sen_shorrocks_thon, ATTAIN_I_SORTS},
#undef P
    /* clang-format on */

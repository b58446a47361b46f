"""Functions on plain arrays.

Made from the headers by tests/ffi/generate.py; do not edit.
"""
from typing import Any, Callable, Optional, Sequence

from ._arrays import Column, foreign, run
from ._enums import (Aggregation, Association, Blank, CompleteRows, Components,
                     Concentration, Curve, Decomposition, Imputation,
                     Likelihood, MethodKind, Normalisation, Outliers, Parity,
                     PeerScore, ProgressGoalMethod, ProgressMethod,
                     QuantileType, RankTies, Reliability, RequiredRate,
                     Segregation, Statistic, Treatment, Trend, ValueAdded,
                     Weighting)
from ._ffi import lib
from ._structs import (Anova, Line, Method, Parameter, Regression, Shrinkage)


def random_uniform(seed: int, stream: int, count: int) -> Any:
    """Draws numbers that are uniform in [0, 1): the first 53 bits of each
    number of a stream. Stream s of a seed starts with the numbers 4s … 4s +
    3 of splitmix64 as its state; stream 0 is the usual seeding.

    seed: any number
    stream: any number
    returns [count] out
    count: how many
    """
    return run(
        "attain_random_uniform", (
            ("seed", "number", "Q", ""),
            ("stream", "number", "Q", ""),
            ("out", "out", "d", "count"),
            ("count", "number", "N", ""),
            ("err", "error", "", ""),
        ), seed=seed, stream=stream, count=count)


def random_normal(seed: int, stream: int, count: int) -> Any:
    """Draws standard normal numbers, by the ziggurat method of 128 layers
    (Marsaglia and Tsang 2000): the layer from the last 7 bits of a number
    of the stream, the place in it from the first 53.

    seed: any number
    stream: any number
    returns [count] out
    count: how many
    """
    return run(
        "attain_random_normal", (
            ("seed", "number", "Q", ""),
            ("stream", "number", "Q", ""),
            ("out", "out", "d", "count"),
            ("count", "number", "N", ""),
            ("err", "error", "", ""),
        ), seed=seed, stream=stream, count=count)


def sensitivity_estimate(a: Column, b: Column, ab: Column, seed: int,
                         replicates: int, coverage: float) -> Any:
    """Estimates the sensitivity of any model to its sources of doubt from
    the values it took in the design of Saltelli: A and B, two independent
    samples of all sources, and A with one source from B.
    first  mean((b − m)(ab − a)) / V       (Saltelli et al. 2010, table 2 b)
    total  Σ(a − ab)² / (2 N V)            (Jansen 1999) m, V   mean and
    sample variance of a and b together
    (m is not in the published form; it changes nothing that is expected,
    but far fewer samples are needed where the mean is large beside the
    spread.) The ends are the quantiles (1 ± coverage)/2, type 7, of both
    over replicates that draw N samples with replacement (replicate r from
    stream r of the seed); V stays what it is.

    a: [samples] one value for each sample
    b: [samples] one value for each sample
    ab: [sources · samples] [source][sample]
    seed: of the bootstrap
    replicates: of the bootstrap; 0: no ends
    coverage: of the interval, 0 < coverage < 1, e.g. 0.9
    returns [sources · 6] [source][enum attain_sensitivity_measure]; all NaN
    where V is 0, the ends NaN without replicates
    """
    return run(
        "attain_sensitivity_estimate", (
            ("a", "in", "d", "samples"),
            ("b", "in", "d", "samples"),
            ("ab", "in", "d", "sources · samples"),
            ("samples", "size", "", ""),
            ("sources", "size", "", ""),
            ("seed", "number", "Q", ""),
            ("replicates", "number", "N", ""),
            ("coverage", "number", "d", ""),
            ("out", "out", "d", "sources · 6"),
            ("err", "error", "", ""),
        ), a=a, b=b, ab=ab, seed=seed, replicates=replicates,
        coverage=coverage)


def method_get(kind: Any, method: int) -> Any:
    """Reads a method.

    kind: enum attain_method_kind
    method: 0 … attain_method_count() − 1
    returns `struct_size` set by its init function
    """
    return run(
        "attain_method_get", (
            ("kind", "choice", MethodKind, ""),
            ("method", "number", "i", ""),
            ("out", "struct", Method, ""),
            ("err", "error", "", ""),
        ), kind=kind, method=method)


def method_parameter(kind: Any, method: int, index: int) -> Any:
    """Reads a parameter of a method.

    kind: enum attain_method_kind
    method: 0 … attain_method_count() − 1
    index: 0 … attain_method.parameter_count − 1
    returns `struct_size` set by its init function
    """
    return run(
        "attain_method_parameter", (
            ("kind", "choice", MethodKind, ""),
            ("method", "number", "i", ""),
            ("index", "number", "N", ""),
            ("out", "struct", Parameter, ""),
            ("err", "error", "", ""),
        ), kind=kind, method=method, index=index)


def aggregate(method: Any, values: Column, blank: Any, least: float, *,
              parameters: Optional[Column] = None, weights:
              Optional[Column] = None, descending: Optional[Column] = None,
              bounds: Optional[Column] = None,
              more: Sequence[str] = ()) -> Any:
    """Aggregates columns. Columns of weight 0 stay out. OWA, TOPSIS, VIKOR,
    Wroclaw and benefit of the doubt are strict about blanks, and a unit
    with one has no score and no part in the scale; Copeland takes each pair
    as it is. A constant column is no distance from anything. Sums beyond
    the range of a double give no value (ATTAIN_REASON_UNDEFINED). Linear in
    the values; Copeland takes the square of the units, benefit of the doubt
    as many times them as there are units that no other surpasses.

    method: enum attain_aggregation
    parameters: [parameter_count] of the method; None, and NaN: the default
    values: [column_count · stride] column c begins at values[c · stride]
    weights: [column_count] ≥ 0; None: all 1
    descending: [column_count] 1: a low value is good, 0: a high one is; None:
    0. Means, orders and benefit of the doubt take values of one direction
    only: there it has to be 0
    bounds: [2 · column_count] [2][column_count], low below high, for the
    adjusted Mazziotta–Pareto and SPOTIS; None: the range of the column
    blank: enum attain_blank
    least: smallest share of W that has to be known for a score, 0…1, with
    ATTAIN_BLANK_RENORMALISE
    returns [count] scores; NaN: none
    with more=["reasons"] returns [count] enum attain_reason
    """
    return run(
        "attain_aggregate", (
            ("method", "choice", Aggregation, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("count", "size", "", ""),
            ("weights", "optional", "d", "column_count"),
            ("descending", "optional", "i", "column_count"),
            ("bounds", "optional", "d", "2 · column_count"),
            ("blank", "choice", Blank, ""),
            ("least", "number", "d", ""),
            ("out", "out", "d", "count"),
            ("reasons", "more_out", "B", "count"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        weights=weights, descending=descending, bounds=bounds, blank=blank,
        least=least, more=more)


def outranking(values: Column, *, weights: Optional[Column] = None, descending:
               Optional[Column] = None) -> Any:
    """Compares each unit with each: the weight of the columns where i is
    better, and half of that where they tie (in 12 significant digits), over
    the weight of the columns where both have a value.

    values: [column_count · stride] column c begins at values[c · stride]
    weights: [column_count] ≥ 0; None: all 1
    descending: [column_count] 1: a low value is good, 0: a high one is; None:
    0
    returns [count · count] count² elements: i against j at out[i · count + j];
    NaN where i is j, and where there is nothing to compare
    """
    return run(
        "attain_outranking", (
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("count", "size", "", ""),
            ("weights", "optional", "d", "column_count"),
            ("descending", "optional", "i", "column_count"),
            ("out", "out", "d", "count · count"),
            ("err", "error", "", ""),
        ), values=values, weights=weights, descending=descending)


def quantiles(method: Any, values: Column, probabilities: Column, *,
              parameters: Optional[Column] = None, weights:
              Optional[Column] = None, more: Sequence[str] = ()) -> Any:
    """Computes quantiles of an array. Of one value, or of values that are
    all equal, every quantile is that value. Elements with weight 0 do not
    count. Types 4 to 9 and plotting have no value where W ≤ 1
    (ATTAIN_REASON_TOO_FEW): weights that add up to 1 are no frequencies.

    method: enum attain_quantile_type
    parameters: [parameter_count] of the method; None: the defaults
    values: [count] values
    weights: [count] ≥ 0; None: all 1
    probabilities: [probability_count] 0…1
    returns [probability_count] one for each probability
    with more=["reasons"] returns [probability_count] optional: enum
    attain_reason
    """
    return run(
        "attain_quantiles", (
            ("method", "choice", QuantileType, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "count"),
            ("weights", "optional", "d", "count"),
            ("count", "size", "", ""),
            ("probabilities", "in", "d", "probability_count"),
            ("probability_count", "size", "", ""),
            ("out", "out", "d", "probability_count"),
            ("reasons", "more_out", "B", "probability_count"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        weights=weights, probabilities=probabilities, more=more)


def ranks(method: Any, values: Column, *, parameters: Optional[Column] = None,
          descending: Optional[Column] = None,
          more: Sequence[str] = ()) -> Any:
    """Ranks the elements of each column: 1 is best. NaN has no rank
    (ATTAIN_REASON_MISSING).

    method: enum attain_rank_ties
    parameters: [parameter_count] None: no method has one
    values: [column_count · stride] column c begins at values[c · stride]
    descending: [column_count] 1: a low value is good, 0: a high one is; None:
    0
    returns [column_count · stride] the ranks, as `values` lie
    with more=["reasons"] returns [column_count · stride] optional: enum
    attain_reason, as `values` lie
    """
    return run(
        "attain_ranks", (
            ("method", "choice", RankTies, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("count", "size", "", ""),
            ("descending", "optional", "i", "column_count"),
            ("out", "out", "d", "column_count · stride"),
            ("reasons", "more_out", "B", "column_count · stride"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        descending=descending, more=more)


def association_of(method: Any, x: Column, y: Column, *, parameters:
                   Optional[Column] = None, weights: Optional[Column] = None,
                   more: Sequence[str] = ()) -> Any:
    """Measures how far two arrays go together. No value where one of them
    is all equal (ATTAIN_REASON_CONSTANT; covariance 0), nor of fewer than
    two pairs (ATTAIN_REASON_TOO_FEW). p has no value with weights, for
    covariances, and for r of two pairs.

    method: enum attain_association
    parameters: [parameter_count] of the method; None: the defaults
    x: [count] x
    y: [count] y
    weights: [count] ≥ 0; None: all 1
    returns out
    with more=["p_value"] returns NaN: none
    with more=["test"] returns enum attain_association_test
    with more=["reason"] returns enum attain_reason of `out`
    """
    return run(
        "attain_association_of", (
            ("method", "choice", Association, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("x", "in", "d", "count"),
            ("y", "in", "d", "count"),
            ("weights", "optional", "d", "count"),
            ("count", "size", "", ""),
            ("out", "result", "d", ""),
            ("p_value", "more_result", "d", ""),
            ("test", "more_result", "i", ""),
            ("reason", "more_result", "B", ""),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, x=x, y=y, weights=weights,
        more=more)


def associations(method: Any, values: Column, complete: Any, *, parameters:
                 Optional[Column] = None, weights: Optional[Column] = None,
                 more: Sequence[str] = ()) -> Any:
    """Measures how far each column goes with each: attain_association_of()
    of all pairs.

    method: enum attain_association
    parameters: [parameter_count] of the method; None: the defaults
    values: [column_count · stride] column c begins at values[c · stride]
    weights: [count] ≥ 0; None: all 1
    complete: enum attain_complete_rows
    returns [column_count · column_count] [column][column], symmetric
    with more=["p_values"] returns [column_count · column_count] optional:
    [column][column], NaN on the diagonal
    with more=["reasons"] returns [column_count · column_count] optional:
    [column][column]
    """
    return run(
        "attain_associations", (
            ("method", "choice", Association, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("weights", "optional", "d", "count"),
            ("count", "size", "", ""),
            ("complete", "choice", CompleteRows, ""),
            ("out", "out", "d", "column_count · column_count"),
            ("p_values", "more_out", "d", "column_count · column_count"),
            ("reasons", "more_out", "B", "column_count · column_count"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        weights=weights, complete=complete, more=more)


def reliability_of(method: Any, values: Column, *, parameters:
                   Optional[Column] = None, more: Sequence[str] = ()) -> Any:
    """Measures how far columns agree, over rows in which all are known. No
    value for fewer than two columns or rows (ATTAIN_REASON_TOO_FEW), where
    the sums of rows, or a column that is standardised, are all equal
    (ATTAIN_REASON_CONSTANT).

    method: enum attain_reliability
    parameters: [parameter_count] None: no method has one
    values: [column_count · stride] column c begins at values[c · stride]
    returns out
    with more=["dropped"] returns [column_count] optional: [column], what it
    would be without that column
    with more=["used"] returns rows in which all columns are known
    with more=["reasons"] returns [column_count + 1] of `out`, then of
    `dropped`: column_count + 1 elements
    """
    return run(
        "attain_reliability_of", (
            ("method", "choice", Reliability, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("count", "size", "", ""),
            ("out", "result", "d", ""),
            ("dropped", "more_out", "d", "column_count"),
            ("used", "more_result", "N", ""),
            ("reasons", "more_out", "B", "column_count + 1"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values, more=more)


def components_of(method: Any, values: Column, *, parameters:
                  Optional[Column] = None, more: Sequence[str] = ()) -> Any:
    """Finds principal components, over rows in which all columns are known,
    the largest eigenvalue first. Of each vector the largest element in size
    (the first of those that are so in 12 digits) is positive. No values for
    fewer than two rows (ATTAIN_REASON_TOO_FEW), nor where a column is all
    equal (ATTAIN_REASON_CONSTANT; for covariance where all are).

    method: enum attain_components; parameter scaled: 1: vectors are times the
    root of their eigenvalue, 0: of length 1
    parameters: [parameter_count] of the method; None: the defaults
    values: [column_count · stride] column c begins at values[c · stride]
    returns [column_count] [component]
    with more=["shares"] returns [column_count] optional: [component], of the
    sum of eigenvalues
    with more=["vectors"] returns [column_count · column_count] optional:
    [component][column]
    with more=["scores"] returns [column_count · count] optional: component k
    at scores[k · count]: the standardised or centred row times the vector of
    length 1; NaN where a column is missing
    with more=["reason"] returns enum attain_reason
    """
    return run(
        "attain_components_of", (
            ("method", "choice", Components, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("count", "size", "", ""),
            ("eigenvalues", "out", "d", "column_count"),
            ("shares", "more_out", "d", "column_count"),
            ("vectors", "more_out", "d", "column_count · column_count"),
            ("scores", "more_out", "d", "column_count · count"),
            ("reason", "more_result", "B", ""),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values, more=more)


def anova_one_way(values: Column, codes: Column, group_count: int) -> Any:
    """Splits the variance of values into that between and that within
    groups. f and p have no value for fewer than two groups or N ≤ k
    (ATTAIN_REASON_TOO_FEW), nor without variance within groups
    (ATTAIN_REASON_CONSTANT).

    values: [count] values
    codes: [count] group of each element, 0 … group_count − 1; any negative
    number: in no group
    group_count: number of groups
    returns `struct_size` set by its init function
    """
    return run(
        "attain_anova_one_way", (
            ("values", "in", "d", "count"),
            ("codes", "in", "i", "count"),
            ("count", "size", "", ""),
            ("group_count", "number", "N", ""),
            ("out", "struct", Anova, ""),
            ("err", "error", "", ""),
        ), values=values, codes=codes, group_count=group_count)


def decompose(method: Any, values: Column, codes: Column, group_count: int, *,
              parameters: Optional[Column] = None, weights:
              Optional[Column] = None, more: Sequence[str] = ()) -> Any:
    """Splits an index of each column by groups.

    method: enum attain_decomposition
    parameters: [parameter_count] of the method
    values: [column_count · stride] column c begins at values[c · stride]
    weights: [count] ≥ 0, of all columns; None: all 1
    codes: [count] group of each element, 0 … group_count − 1; negative: in no
    group, left out
    group_count: number of groups
    returns [column_count · 4] [column][part]
    with more=["groups"] returns [column_count · group_count] [column][group],
    each group's own index; NaN where it has none
    with more=["reasons"] returns [column_count] [column]
    """
    return run(
        "attain_decompose", (
            ("method", "choice", Decomposition, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("weights", "optional", "d", "count"),
            ("codes", "in", "i", "count"),
            ("count", "size", "", ""),
            ("group_count", "number", "N", ""),
            ("out", "out", "d", "column_count · 4"),
            ("groups", "more_out", "d", "column_count · group_count"),
            ("reasons", "more_out", "B", "column_count"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        weights=weights, codes=codes, group_count=group_count, more=more)


def curve_points(method: Any, values: Column, *, parameters:
                 Optional[Column] = None, weights: Optional[Column] = None,
                 background: Optional[Column] = None,
                 more: Sequence[str] = ()) -> Any:
    """Draws a curve. One point for each element with weight and one for (0,
    0) at most; without a value there is no point, and a reason.

    method: enum attain_curve
    parameters: [parameter_count] of the method
    values: [count] values
    weights: [count] ≥ 0; None: all 1
    background: [count] needed for CONCENTRATION, else None; an element without
    one is left out
    returns [count + 1] cumulative share of weight
    returns [count + 1] share
    returns points written; 0: no value
    with more=["reason"] returns reason
    """
    return run(
        "attain_curve_points", (
            ("method", "choice", Curve, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "count"),
            ("weights", "optional", "d", "count"),
            ("background", "optional", "d", "count"),
            ("count", "size", "", ""),
            ("population", "out", "d", "count + 1"),
            ("share", "out", "d", "count + 1"),
            ("point_count", "result", "N", ""),
            ("reason", "more_result", "B", ""),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        weights=weights, background=background, more=more)


def concentrations(method: Any, values: Column, background: Column, *,
                   parameters: Optional[Column] = None, weights:
                   Optional[Column] = None, more: Sequence[str] = ()) -> Any:
    """Computes such an index of each column. Elements without value, weight
    or background are left out.

    method: enum attain_concentration
    parameters: [parameter_count] of the method
    values: [column_count · stride] column c begins at values[c · stride]
    weights: [count] ≥ 0, of all columns; None: all 1
    background: [count] of all columns
    returns [column_count] [column]
    with more=["reasons"] returns [column_count] [column]; UNDEFINED: also when
    a value is beyond its bounds
    """
    return run(
        "attain_concentrations", (
            ("method", "choice", Concentration, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("weights", "optional", "d", "count"),
            ("background", "in", "d", "count"),
            ("count", "size", "", ""),
            ("out", "out", "d", "column_count"),
            ("reasons", "more_out", "B", "column_count"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        weights=weights, background=background, more=more)


def parities(method: Any, values: Column, compared_with: Column, *, parameters:
             Optional[Column] = None, more: Sequence[str] = ()) -> Any:
    """Compares two groups, element by element. Values have to be 0 or more,
    except for the difference.

    method: enum attain_parity
    parameters: [parameter_count] of the method
    values: [count] d
    compared_with: [count] a
    returns [count] one for each; may be one of the inputs
    with more=["reasons"] returns [count] one for each; UNDEFINED: a division
    by 0, or beyond the whole
    """
    return run(
        "attain_parities", (
            ("method", "choice", Parity, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "count"),
            ("compared_with", "in", "d", "count"),
            ("count", "size", "", ""),
            ("out", "out", "d", "count"),
            ("reasons", "more_out", "B", "count"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        compared_with=compared_with, more=more)


def segregation_of(method: Any, counts: Column, *, parameters:
                   Optional[Column] = None, more: Sequence[str] = ()) -> Any:
    """Computes an index of segregation. A school with a missing count is
    left out.

    method: enum attain_segregation
    parameters: [parameter_count] of the method
    counts: [group_count · stride] ≥ 0: group g of school i at counts[g ·
    stride + i]
    returns the index
    with more=["reason"] returns CONSTANT: all pupils are of one group
    """
    return run(
        "attain_segregation_of", (
            ("method", "choice", Segregation, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("counts", "in", "d", "group_count · stride"),
            ("group_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("count", "size", "", ""),
            ("out", "result", "d", ""),
            ("reason", "more_result", "B", ""),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, counts=counts, more=more)


def normalise(method: Any, values: Column, *, parameters:
              Optional[Column] = None, reference: Optional[Column] = None,
              descending: Optional[Column] = None,
              more: Sequence[str] = ()) -> Any:
    """Normalises columns. NaN stays NaN (ATTAIN_REASON_MISSING). A column
    that is all equal has no value (ATTAIN_REASON_CONSTANT) where the
    formula divides by its spread; one value has none
    (ATTAIN_REASON_TOO_FEW) where it divides by n − 1. v/max needs max > 0,
    min/v all v > 0 (ATTAIN_REASON_NOT_POSITIVE). Ranks tie in 12
    significant digits. Linear in the values, but for ranks and quantiles,
    which sort.

    method: enum attain_normalisation
    parameters: [parameter_count] of the method, for all columns; None, and
    NaN: the default
    values: [column_count · stride] column c begins at values[c · stride]
    reference: [column_count · reference_stride] what min, max, M, S and
    quantiles are taken of, e.g. all years of a panel; column c begins at
    reference[c · reference_stride]; None: the column itself. Ranks have none
    descending: [column_count] 1: a low value is good, 0: a high one is; None:
    0
    returns [column_count · stride] scores, as `values` lie; may be `values`
    with more=["reasons"] returns [column_count · stride] enum attain_reason,
    as `values` lie
    """
    return run(
        "attain_normalise", (
            ("method", "choice", Normalisation, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("count", "size", "", ""),
            ("reference", "optional", "d", "column_count · reference_stride"),
            ("reference_stride", "size", "", ""),
            ("reference_count", "size", "", ""),
            ("descending", "optional", "i", "column_count"),
            ("out", "out", "d", "column_count · stride"),
            ("reasons", "more_out", "B", "column_count · stride"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        reference=reference, descending=descending, more=more)


def impute(method: Any, values: Column, group_count: int, *, parameters:
           Optional[Column] = None, codes: Optional[Column] = None, times:
           Optional[Column] = None, more: Sequence[str] = ()) -> Any:
    """Fills missing elements. What is known is not touched.

    method: enum attain_imputation
    parameters: [parameter_count] of the method; None: the defaults
    values: [column_count · stride] column c begins at values[c · stride]
    codes: [count] group of each row, 0 … group_count − 1; any negative number:
    in no group, which is not filled. For the group methods; None: none
    group_count: number of groups
    times: [column_count] when each column was, ascending; None: 0, 1, 2 …
    returns [column_count · stride] as `values` lie; may be `values`
    with more=["filled"] returns [column_count · stride] optional: enum
    attain_filled, as `values` lie
    with more=["from"] returns [column_count · stride] optional, as `values`
    lie: the column that it was filled from, the earlier one of two, or the
    group; −1: none
    with more=["to"] returns [column_count · stride] optional, as `values` lie:
    the later one of two columns; −1: none
    """
    return run(
        "attain_impute", (
            ("method", "choice", Imputation, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("count", "size", "", ""),
            ("codes", "optional", "i", "count"),
            ("group_count", "number", "N", ""),
            ("times", "optional", "d", "column_count"),
            ("out", "out", "d", "column_count · stride"),
            ("filled", "more_out", "B", "column_count · stride"),
            ("from", "more_out", "i", "column_count · stride"),
            ("to", "more_out", "i", "column_count · stride"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values, codes=codes,
        group_count=group_count, times=times, more=more)


def treat(method: Any, values: Column, *, parameters: Optional[Column] = None,
          more: Sequence[str] = ()) -> Any:
    """Treats each column for skewness and outliers. No values where the
    formula takes the logarithm of what is not above 0
    (ATTAIN_REASON_NOT_POSITIVE), for a column that is all equal where its
    range is used or λ fitted (ATTAIN_REASON_CONSTANT), and where no λ in
    −5…5 is best (ATTAIN_REASON_NO_CONVERGENCE).

    method: enum attain_treatment
    parameters: [parameter_count] of the method; None: the defaults
    values: [column_count · stride] column c begins at values[c · stride]
    returns [column_count · stride] as `values` lie; may be `values`
    with more=["treated"] returns [column_count · stride] optional: enum
    attain_treated, as `values` lie
    with more=["fitted"] returns [column_count] optional: [column], λ; NaN for
    other methods
    with more=["reasons"] returns [column_count · stride] optional: enum
    attain_reason, as `values` lie
    """
    return run(
        "attain_treat", (
            ("method", "choice", Treatment, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("count", "size", "", ""),
            ("out", "out", "d", "column_count · stride"),
            ("treated", "more_out", "B", "column_count · stride"),
            ("fitted", "more_out", "d", "column_count"),
            ("reasons", "more_out", "B", "column_count · stride"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values, more=more)


def find_outliers(method: Any, values: Column, *, parameters:
                  Optional[Column] = None, more: Sequence[str] = ()) -> Any:
    """Finds outliers of each column: elements further out than the
    threshold, in 12 significant digits. Where the scale is 0, all equal the
    middle have 0, and the others no value (ATTAIN_REASON_CONSTANT).

    method: enum attain_outliers
    parameters: [parameter_count] of the method; None: the defaults
    values: [column_count · stride] column c begins at values[c · stride]
    returns [column_count · stride] as `values` lie: how far out, < 0 below
    with more=["outliers"] returns [column_count · stride] optional: enum
    attain_outlier, as `values` lie
    with more=["reasons"] returns [column_count · stride] optional: enum
    attain_reason, as `values` lie
    """
    return run(
        "attain_find_outliers", (
            ("method", "choice", Outliers, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("count", "size", "", ""),
            ("scores", "out", "d", "column_count · stride"),
            ("outliers", "more_out", "B", "column_count · stride"),
            ("reasons", "more_out", "B", "column_count · stride"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values, more=more)


def denominate(values: Column, denominators: Column, factor: float, *,
               more: Sequence[str] = ()) -> Any:
    """Divides columns by denominators: factor · v/d. No value where d is 0
    (ATTAIN_REASON_UNDEFINED) or one of them is missing.

    values: [column_count · stride] column c begins at values[c · stride]
    denominators: [column_count · stride] as `values` lie
    factor: finite, not 0, e.g. 1000: for 1000 of the denominator
    returns [column_count · stride] as `values` lie; may be `values`
    with more=["reasons"] returns [column_count · stride] optional: enum
    attain_reason, as `values` lie
    """
    return run(
        "attain_denominate", (
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("count", "size", "", ""),
            ("denominators", "in", "d", "column_count · stride"),
            ("factor", "number", "d", ""),
            ("out", "out", "d", "column_count · stride"),
            ("reasons", "more_out", "B", "column_count · stride"),
            ("err", "error", "", ""),
        ), values=values, denominators=denominators, factor=factor, more=more)


def progress_scale(method: Any) -> Any:
    """The ends of a method's scale of scores; infinite where it is open,
    low above high where a low score is good.

    method: enum attain_progress_method
    returns the worst score
    returns the best score
    """
    return run(
        "attain_progress_scale", (
            ("method", "choice", ProgressMethod, ""),
            ("low", "result", "d", ""),
            ("high", "result", "d", ""),
            ("err", "error", "", ""),
        ), method=method)


def progress(method: Any, inputs: Column, *, parameters:
             Optional[Column] = None, descending: Optional[Column] = None,
             more: Sequence[str] = ()) -> Any:
    """Scores and classes elements.

    method: enum attain_progress_method
    parameters: [parameter_count] of the method
    inputs: [input_count · stride] input k of element i at inputs[k · stride +
    i]
    descending: [count] for each element 1 where a low value is good, else 0;
    None: 0
    returns [count] one for each; NaN: no value
    with more=["classes"] returns [count] one for each; −1: no class
    with more=["reasons"] returns [count] one for each
    """
    return run(
        "attain_progress", (
            ("method", "choice", ProgressMethod, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("inputs", "in", "d", "input_count · stride"),
            ("input_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("descending", "optional", "i", "count"),
            ("count", "size", "", ""),
            ("scores", "out", "d", "count"),
            ("classes", "more_out", "i", "count"),
            ("reasons", "more_out", "B", "count"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, inputs=inputs,
        descending=descending, more=more)


def progress_goal(method: Any, scores: Column, *, parameters:
                  Optional[Column] = None, classes: Optional[Column] = None,
                  more: Sequence[str] = ()) -> Any:
    """Sums up a goal.

    method: enum attain_progress_goal_method
    parameters: [parameter_count] of the method
    scores: [count] NaN is left out
    classes: [count] of the scores
    returns NaN: no value
    with more=["class_code"] returns of the method of the same name, for
    Eurostat EUROSTAT_TREND's; −1: none
    with more=["reason"] returns reason
    """
    return run(
        "attain_progress_goal", (
            ("method", "choice", ProgressGoalMethod, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("scores", "in", "d", "count"),
            ("classes", "optional", "i", "count"),
            ("count", "size", "", ""),
            ("score", "result", "d", ""),
            ("class_code", "more_result", "i", ""),
            ("reason", "more_result", "B", ""),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, scores=scores,
        classes=classes, more=more)


def path_expected(times: Column, values: Column, at: Column) -> Any:
    """What a plan with milestones expects: linear between its points in
    time.

    times: [point_count] of the points, ascending
    values: [point_count] of the points
    at: [count] times that are asked for
    returns [count] one for each; NaN before the first point, the last value
    after the last
    """
    return run(
        "attain_path_expected", (
            ("times", "in", "d", "point_count"),
            ("values", "in", "d", "point_count"),
            ("point_count", "size", "", ""),
            ("at", "in", "d", "count"),
            ("count", "size", "", ""),
            ("out", "out", "d", "count"),
            ("err", "error", "", ""),
        ), times=times, values=values, at=at)


def anticipate(values: Column, times: Column, origin: float, at: float, *,
               more: Sequence[str] = ()) -> Any:
    """Anticipates values by least squares in which the weight of a point is
    its time less `origin`, so that recent ones count more (ESCAP; its notes
    say no more of the weights than that: NaN sets the origin to one unit
    before the first known point).

    values: [period_count · stride] period p of element i at values[p · stride
    + i]
    times: [period_count] of the periods
    origin: time with weight 0; points at or before it are left out
    at: time that is asked for
    returns [count] one for each element; NaN with fewer than two points at
    different times, and beyond the range of a double
    with more=["reasons"] returns [count] one for each
    """
    return run(
        "attain_anticipate", (
            ("values", "in", "d", "period_count · stride"),
            ("period_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("times", "in", "d", "period_count"),
            ("origin", "number", "d", ""),
            ("count", "size", "", ""),
            ("at", "number", "d", ""),
            ("out", "out", "d", "count"),
            ("reasons", "more_out", "B", "count"),
            ("err", "error", "", ""),
        ), values=values, times=times, origin=origin, at=at, more=more)


def trends(method: Any, x: Column, values: Column, horizon: float, coverage:
           float, *, parameters: Optional[Column] = None, targets:
           Optional[Column] = None, descending: Optional[Column] = None,
           more: Sequence[str] = ()) -> Any:
    """Finds the trends of columns. NaN is left out.
    No value: fewer than two points for a rate, three for an interval, p and
    arrival of a line, three for Holt and four for its interval
    (ATTAIN_REASON_TOO_FEW); all equal, for p of a rank test
    (ATTAIN_REASON_CONSTANT); 0 or less, or a target of that kind, where
    logarithms are taken (ATTAIN_REASON_NOT_POSITIVE); what a method does
    not have, uneven times for Holt, a horizon that is not whole steps ahead
    for its interval, numbers beyond a double (ATTAIN_REASON_UNDEFINED); no
    target (ATTAIN_REASON_MISSING). Where all points are on the line (no
    residual reaches 1e-12 of the largest |y|), p is 0 (1 without a slope),
    intervals have no width, and arrival is 1 or 0, compared in 12
    significant digits.

    method: enum attain_trend
    parameters: [parameter_count] of the method; None, and NaN: the default
    x: [count] times, ascending
    values: [column_count · stride] column c begins at values[c · stride]
    horizon: the time of the projection
    coverage: of the intervals, 0 < coverage < 1, e.g. 0.8
    targets: [column_count] of each column, NaN: none; None: none
    descending: [column_count] 1: to arrive is to be at or below the target, 0:
    at or above it; None: 0
    returns [column_count · 12] [column][enum attain_trend_measure]
    with more=["reasons"] returns [column_count · 12] enum attain_reason of
    each, as `out`
    """
    return run(
        "attain_trends", (
            ("method", "choice", Trend, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("x", "in", "d", "count"),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("count", "size", "", ""),
            ("horizon", "number", "d", ""),
            ("coverage", "number", "d", ""),
            ("targets", "optional", "d", "column_count"),
            ("descending", "optional", "i", "column_count"),
            ("out", "out", "d", "column_count · 12"),
            ("reasons", "more_out", "B", "column_count · 12"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, x=x, values=values,
        horizon=horizon, coverage=coverage, targets=targets,
        descending=descending, more=more)


def required_rates(kind: Any, values: Column, targets: Column, span: float, *,
                   more: Sequence[str] = ()) -> Any:
    """Finds the rate for 1 of time that leads from values to targets.

    kind: enum attain_required_rate
    values: [count] values
    targets: [count] targets
    span: time that is left, > 0; otherwise no value (ATTAIN_REASON_UNDEFINED)
    returns [count] the rates
    with more=["reasons"] returns [count] enum attain_reason of each: MISSING,
    NOT_POSITIVE, UNDEFINED
    """
    return run(
        "attain_required_rates", (
            ("kind", "choice", RequiredRate, ""),
            ("values", "in", "d", "count"),
            ("targets", "in", "d", "count"),
            ("count", "size", "", ""),
            ("span", "number", "d", ""),
            ("out", "out", "d", "count"),
            ("reasons", "more_out", "B", "count"),
            ("err", "error", "", ""),
        ), kind=kind, values=values, targets=targets, span=span, more=more)


def regress(x: Column, y: Column, degree: int, *, weights:
            Optional[Column] = None, intercept: bool = False,
            more: Sequence[str] = ()) -> Any:
    """Fits y = b0 + Σ b x^k by least squares: Householder's reflections on
    numbers of twice the precision (106 bits), rows sorted first, so that
    what is lost is what was lost in rounding the inputs, and the order of
    rows changes no bit. Powers are taken in the same precision.
    Regressors depend on each other where less than 1e-14 of one's length
    (1e-24 with powers) is left when what those before it explain is taken
    away.

    x: [column_count · stride] regressor c begins at x[c · stride]
    y: [count] y
    weights: [count] ≥ 0; None: all 1
    intercept: 1: b0 is fitted, 0: it is 0
    degree: k runs from 1 to this, ≥ 1, for each regressor
    returns `struct_size` set by its init function
    returns [intercept + column_count · degree] intercept + column_count ·
    degree numbers: b0 if it is fitted, then of each regressor its powers in
    order; NaN for `fit->reason`
    with more=["errors"] returns [intercept + column_count · degree] their
    standard errors; NaN also without freedom
    with more=["residuals"] returns [count] y − fitted of each row, NaN where
    something is missing or nothing was fitted; also of rows with weight 0
    """
    return run(
        "attain_regress", (
            ("x", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("y", "in", "d", "count"),
            ("weights", "optional", "d", "count"),
            ("count", "size", "", ""),
            ("intercept", "flag", "", ""),
            ("degree", "number", "i", ""),
            ("fit", "struct", Regression, ""),
            ("coefficients", "out", "d", "intercept + column_count · degree"),
            ("errors", "more_out", "d", "intercept + column_count · degree"),
            ("residuals", "more_out", "d", "count"),
            ("err", "error", "", ""),
        ), x=x, y=y, weights=weights, intercept=intercept, degree=degree,
        more=more)


def shrink(likelihood: Any, y: Column, x: Column, codes: Column, group_count:
           int, *, more: Sequence[str] = ()) -> Any:
    """Fits a linear model with a random intercept for each group, and
    predicts the groups' effects: u_j = ρ_j · mean residual of the group,
    ρ_j = between/ (between + within/n_j), whose conditional variance is
    between · (1 − ρ_j).
    The likelihood, as a function of between/within alone, is looked up at
    64 places, and next to the best of these its derivative is brought to 0
    by halving (Laird and Ware 1982; Bates et al. 2015). Sums are exact, so
    the order of rows changes no bit. Rows with a NaN, and rows in no group,
    are left out.

    likelihood: enum attain_likelihood
    y: [count] y
    x: [column_count · stride] regressor c begins at x[c · stride]
    codes: [count] group of each row, 0 … group_count − 1; any negative number:
    in no group
    group_count: number of groups
    returns `struct_size` set by its init function
    with more=["coefficients"] returns [1 + column_count] b0 and one for each
    regressor; NaN for `fit->reason`
    with more=["errors"] returns [1 + column_count] their standard errors
    with more=["effects"] returns [group_count] u of each group; 0 for a group
    without rows
    with more=["variances"] returns [group_count] conditional variance of each
    u
    """
    return run(
        "attain_shrink", (
            ("likelihood", "choice", Likelihood, ""),
            ("y", "in", "d", "count"),
            ("x", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("codes", "in", "i", "count"),
            ("count", "size", "", ""),
            ("group_count", "number", "N", ""),
            ("fit", "struct", Shrinkage, ""),
            ("coefficients", "more_out", "d", "1 + column_count"),
            ("errors", "more_out", "d", "1 + column_count"),
            ("effects", "more_out", "d", "group_count"),
            ("variances", "more_out", "d", "group_count"),
            ("err", "error", "", ""),
        ), likelihood=likelihood, y=y, x=x, codes=codes,
        group_count=group_count, more=more)


def value_added(method: Any, y: Column, x: Column, codes: Column, group_count:
                int, *, parameters: Optional[Column] = None,
                more: Sequence[str] = ()) -> Any:
    """Finds what groups add. Rows with a NaN, and rows in no group, have no
    part in anything.
    No value: no rows (ATTAIN_REASON_MISSING), too few for the model
    (ATTAIN_REASON_TOO_FEW), fewer than `least` (ATTAIN_REASON_SUPPRESSED),
    what a method does not have or cannot fit (ATTAIN_REASON_UNDEFINED,
    ATTAIN_REASON_NO_CONVERGENCE).

    method: enum attain_value_added
    parameters: [parameter_count] of the method; None, and NaN: the default
    y: [count] outcomes, high is good
    x: [column_count · stride] where rows started, and their context; regressor
    c begins at x[c · stride]
    codes: [count] group of each row, as in attain_group_order()
    group_count: number of groups
    returns [group_count · 7] [group][enum attain_value_added_measure]
    with more=["reasons"] returns [group_count · 7] enum attain_reason of each,
    as `out`
    with more=["rows"] returns [count] for each row its residual (from the
    fixed part), percentile or score; NaN where it has no part
    """
    return run(
        "attain_value_added", (
            ("method", "choice", ValueAdded, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("y", "in", "d", "count"),
            ("x", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("codes", "in", "i", "count"),
            ("count", "size", "", ""),
            ("group_count", "number", "N", ""),
            ("out", "out", "d", "group_count · 7"),
            ("reasons", "more_out", "B", "group_count · 7"),
            ("rows", "more_out", "d", "count"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, y=y, x=x, codes=codes,
        group_count=group_count, more=more)


def progress8_bands(scores: Column, counts: Column, sigma: float, least:
                    float) -> Any:
    """Gives schools' scores the interval and the band of Progress 8: value
    ± 1.96 sigma/√n.

    scores: [count] NaN: none
    counts: [count] pupils of each, NaN: none; fewer than `least` or than 1: no
    value (ATTAIN_REASON_SUPPRESSED)
    sigma: deviation of all pupils' scores, > 0
    least: pupils
    returns [count] lower ends
    returns [count] upper ends
    returns [count] 1 … 5, as ATTAIN_VALUE_ADDED_BAND
    returns [count] enum attain_reason of each
    """
    return run(
        "attain_progress8_bands", (
            ("scores", "in", "d", "count"),
            ("counts", "in", "d", "count"),
            ("count", "size", "", ""),
            ("sigma", "number", "d", ""),
            ("least", "number", "d", ""),
            ("low", "out", "d", "count"),
            ("high", "out", "d", "count"),
            ("bands", "out", "d", "count"),
            ("reasons", "out", "B", "count"),
            ("err", "error", "", ""),
        ), scores=scores, counts=counts, sigma=sigma, least=least)


def weigh(method: Any, *, parameters: Optional[Column] = None, values:
          Optional[Column] = None, descending: Optional[Column] = None,
          more: Sequence[str] = ()) -> Any:
    """Weights columns. NaN in `values` is left out as each method says; a
    pairwise comparison must not be NaN. Linear in the values, n² times so
    for CRITIC and components.

    method: enum attain_weighting
    parameters: [parameter_count] of the method; None, and NaN: the default
    values: [column_count · stride] the matrix, column c at values[c · stride];
    None for equal weights
    descending: [column_count] 1: a low value is good, 0: a high one is; None:
    0. Only entropy_minmax, CRITIC and MEREC ask for it
    returns [column_count] 0…1; NaN: no value
    with more=["reasons"] returns [column_count] enum attain_reason
    """
    return run(
        "attain_weigh", (
            ("method", "choice", Weighting, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "optional", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("count", "size", "", ""),
            ("descending", "optional", "i", "column_count"),
            ("weights", "out", "d", "column_count"),
            ("reasons", "more_out", "B", "column_count"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        descending=descending, more=more)


def pairwise_consistency(values: Column, weights: Column, random_index:
                         float) -> Any:
    """How consistent pairwise comparisons are (Saaty 1980): λ =
    Σ(Aw)_i/w_i/n, CI = (λ − n)/(n − 1), CR = CI/random_index. 0 for n below
    3, where nothing can contradict. A CR of 0.10 or more is usually taken
    as a call to revise.

    values: [count · stride] a_ij at values[j · stride + i], > 0
    weights: [count] > 0: by any method
    random_index: mean CI of random matrices of this size; NaN, or not above 0:
    no CR. Published tables differ, so it is given
    returns lambda
    returns CI
    returns CR; NaN: no value
    """
    return run(
        "attain_pairwise_consistency", (
            ("values", "in", "d", "count · stride"),
            ("count", "size", "", ""),
            ("stride", "size", "", ""),
            ("weights", "in", "d", "count"),
            ("random_index", "number", "d", ""),
            ("lambda", "result", "d", ""),
            ("index", "result", "d", ""),
            ("ratio", "result", "d", ""),
            ("err", "error", "", ""),
        ), values=values, weights=weights, random_index=random_index)


def allocation_agreement(values: Column, *, more: Sequence[str] = ()) -> Any:
    """How far experts agree on the order of columns: Kendall's W, with the
    correction for ties: 12 S/(k²(n³ − n) − k ΣT), S the squared deviations
    of the columns' rank sums, T = Σ(t³ − t) over an expert's ties, k
    experts. Ranks tie in 12 significant digits. Experts with a blank are
    left out.

    values: [column_count · stride] the allocations, column c at values[c ·
    stride]
    returns 0…1; NaN: no value
    with more=["reason"] returns enum attain_reason (fewer than two experts or
    columns, all tied)
    """
    return run(
        "attain_allocation_agreement", (
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "size", "", ""),
            ("stride", "size", "", ""),
            ("count", "size", "", ""),
            ("out", "result", "d", ""),
            ("reason", "more_result", "B", ""),
            ("err", "error", "", ""),
        ), values=values, more=more)


def effective_weights(parents: Column, weights: Column, *,
                      more: Sequence[str] = ()) -> Any:
    """What each node of a forest weighs in the whole: its share among its
    siblings times its parent's weight in the whole. Those of the leaves add
    up to 1.

    parents: [count] index of the parent; any negative number: a root
    weights: [count] ≥ 0
    returns [count] the weights in the whole; NaN below siblings that all weigh
    0
    with more=["reasons"] returns [count] enum attain_reason
    """
    return run(
        "attain_effective_weights", (
            ("parents", "in", "i", "count"),
            ("weights", "in", "d", "count"),
            ("count", "size", "", ""),
            ("out", "out", "d", "count"),
            ("reasons", "more_out", "B", "count"),
            ("err", "error", "", ""),
        ), parents=parents, weights=weights, more=more)


def statistic_of(statistic: Any, values: Column, *, parameters:
                 Optional[Column] = None, weights: Optional[Column] = None,
                 more: Sequence[str] = ()) -> Any:
    """Computes one statistic of one array: attain_statistics_by() with one
    statistic and one group.

    statistic: enum attain_statistic
    parameters: [parameter_count] of the statistic; None, and NaN: the default
    values: [count] values
    weights: [count] ≥ 0; None: all 1
    returns the statistic; NaN: no value
    with more=["reason"] returns enum attain_reason
    """
    return run(
        "attain_statistic_of", (
            ("statistic", "choice", Statistic, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "count"),
            ("weights", "optional", "d", "count"),
            ("count", "size", "", ""),
            ("out", "result", "d", ""),
            ("reason", "more_result", "B", ""),
            ("err", "error", "", ""),
        ), statistic=statistic, parameters=parameters, values=values,
        weights=weights, more=more)


def group_order(codes: Column, group_count: int) -> Any:
    """Sorts elements into groups (once, for many columns).

    codes: [count] the group of each, 0 … group_count − 1; negative: in no
    group
    group_count: number of groups
    returns [count] their indices, group by group, ascending in each; those in
    no group last
    returns [group_count + 1] where each group begins in `order`
    """
    return run(
        "attain_group_order", (
            ("codes", "in", "i", "count"),
            ("count", "size", "", ""),
            ("group_count", "number", "N", ""),
            ("order", "out", "i", "count"),
            ("offsets", "out", "N", "group_count + 1"),
            ("err", "error", "", ""),
        ), codes=codes, group_count=group_count)


def peer_scores(score: Any, values: Column, *, descending:
                bool = False) -> Any:
    """Scores each element against its peers.

    score: enum attain_peer_score
    descending: 1: a low value is good, 0: a high one is
    values: [count] values
    returns [count] NaN for NaN; may be `values`
    """
    return run(
        "attain_peer_scores", (
            ("score", "choice", PeerScore, ""),
            ("descending", "flag", "", ""),
            ("values", "in", "d", "count"),
            ("count", "size", "", ""),
            ("out", "out", "d", "count"),
            ("err", "error", "", ""),
        ), score=score, descending=descending, values=values)


def round(values: Column, decimals: int, interval: float) -> Any:
    """Rounds each value, taken as the shortest decimal that reads back to
    it, in one step, half to even (GB/T 8170).

    values: [count] values
    decimals: −15…15
    interval: of rounding, in units of the last place: 1, 0.5 or 0.2
    returns [count] NaN for NaN; may be `values`
    """
    return run(
        "attain_round", (
            ("values", "in", "d", "count"),
            ("count", "size", "", ""),
            ("decimals", "number", "i", ""),
            ("interval", "number", "d", ""),
            ("out", "out", "d", "count"),
            ("err", "error", "", ""),
        ), values=values, decimals=decimals, interval=interval)


def line_fit(x: Column, y: Column) -> Any:
    """Fits a line by least squares. Pairs with a NaN are left out.

    x: [count] x
    y: [count] y
    returns `struct_size` set by its init function; with fewer than two
    different x, slope and intercept are NaN
    """
    return run(
        "attain_line_fit", (
            ("x", "in", "d", "count"),
            ("y", "in", "d", "count"),
            ("count", "size", "", ""),
            ("out", "struct", Line, ""),
            ("err", "error", "", ""),
        ), x=x, y=y)


student_cdf: Callable[[float, float], float] = foreign(
    lib.attain_student_cdf, "student_cdf", "(t, freedom)",
    """Student's t distribution: P(T ≤ t).

    t: any number
    freedom: degrees of freedom, > 0
    returns probability; NaN for NaN or freedom ≤ 0. Relative error below
    1e-13.
    """
    )


student_quantile: Callable[[float, float], float] = foreign(
    lib.attain_student_quantile, "student_quantile", "(p, freedom)",
    """Student's t distribution: the t with P(T ≤ t) = p.

    p: 0 < p < 1
    freedom: degrees of freedom, > 0
    returns the quantile; NaN out of range
    """
    )


__all__ = [
    "random_uniform",
    "random_normal",
    "sensitivity_estimate",
    "method_get",
    "method_parameter",
    "aggregate",
    "outranking",
    "quantiles",
    "ranks",
    "association_of",
    "associations",
    "reliability_of",
    "components_of",
    "anova_one_way",
    "decompose",
    "curve_points",
    "concentrations",
    "parities",
    "segregation_of",
    "normalise",
    "impute",
    "treat",
    "find_outliers",
    "denominate",
    "progress_scale",
    "progress",
    "progress_goal",
    "path_expected",
    "anticipate",
    "trends",
    "required_rates",
    "regress",
    "shrink",
    "value_added",
    "progress8_bands",
    "weigh",
    "pairwise_consistency",
    "allocation_agreement",
    "effective_weights",
    "statistic_of",
    "group_order",
    "peer_scores",
    "round",
    "line_fit",
    "student_cdf",
    "student_quantile",
]

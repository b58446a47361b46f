"""Functions on plain arrays.

Made from the headers by tests/ffi/generate.py; do not edit.
"""
from typing import Any, Optional, Sequence

from ._arrays import Column, run
from ._enums import (Association, CompleteRows, Components, Imputation,
                     Outliers, PeerScore, ProgressMethod, QuantileType,
                     RankTies, Reliability, Screening, Statistic, Treatment)
from ._ffi import lib


def quantiles(method: Any, values: Column, probabilities: Column, weights:
              Optional[Column] = None, parameters: Optional[Column] = None,
              full: bool = False) -> Any:
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
    returns, if full, [probability_count] optional: enum attain_reason
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
            ("reasons", "more", "B", "probability_count"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        weights=weights, probabilities=probabilities, full=full)


def ranks(method: Any, values: Column, column_count: int, stride: int, count:
          int, descending: Optional[Column] = None, parameters:
          Optional[Column] = None, full: bool = False) -> Any:
    """Ranks the elements of each column: 1 is best. NaN has no rank
    (ATTAIN_REASON_MISSING).

    method: enum attain_rank_ties
    parameters: [parameter_count] None: no method has one
    values: [column_count · stride] column c begins at values[c · stride]
    column_count: number of columns
    stride: elements from one column's begin to the next one's
    count: elements of a column
    descending: [column_count] 1: a low value is good, 0: a high one is; None:
    0
    returns [column_count · stride] the ranks, as `values` lie
    returns, if full, [column_count · stride] optional: enum attain_reason, as
    `values` lie
    """
    return run(
        "attain_ranks", (
            ("method", "choice", RankTies, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "number", "N", ""),
            ("stride", "number", "N", ""),
            ("count", "number", "N", ""),
            ("descending", "optional", "i", "column_count"),
            ("out", "out", "d", "column_count · stride"),
            ("reasons", "more", "B", "column_count · stride"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        column_count=column_count, stride=stride, count=count,
        descending=descending, full=full)


def association_of(method: Any, x: Column, y: Column, weights:
                   Optional[Column] = None, parameters:
                   Optional[Column] = None, full: bool = False) -> Any:
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
    returns, if full, optional: the p-value; NaN: none
    returns, if full, optional: enum attain_association_test
    returns, if full, optional: enum attain_reason of `out`
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
            ("p", "more_result", "d", ""),
            ("test", "more_result", "i", ""),
            ("reason", "more_result", "B", ""),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, x=x, y=y, weights=weights,
        full=full)


def associations(method: Any, values: Column, column_count: int, stride: int,
                 count: int, complete: Any, weights: Optional[Column] = None,
                 parameters: Optional[Column] = None, full:
                 bool = False) -> Any:
    """Measures how far each column goes with each: attain_association_of()
    of all pairs.

    method: enum attain_association
    parameters: [parameter_count] of the method; None: the defaults
    values: [column_count · stride] column c begins at values[c · stride]
    column_count: number of columns
    stride: elements from one column's begin to the next one's
    weights: [count] ≥ 0; None: all 1
    count: elements of a column
    complete: enum attain_complete_rows
    returns [column_count · column_count] [column][column], symmetric
    returns, if full, [column_count · column_count] optional: [column][column],
    NaN on the diagonal
    returns, if full, [column_count · column_count] optional: [column][column]
    """
    return run(
        "attain_associations", (
            ("method", "choice", Association, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "number", "N", ""),
            ("stride", "number", "N", ""),
            ("weights", "optional", "d", "count"),
            ("count", "number", "N", ""),
            ("complete", "choice", CompleteRows, ""),
            ("out", "out", "d", "column_count · column_count"),
            ("p", "more", "d", "column_count · column_count"),
            ("reasons", "more", "B", "column_count · column_count"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        column_count=column_count, stride=stride, weights=weights, count=count,
        complete=complete, full=full)


def reliability_of(method: Any, values: Column, column_count: int, stride: int,
                   count: int, parameters: Optional[Column] = None, full:
                   bool = False) -> Any:
    """Measures how far columns agree, over rows in which all are known. No
    value for fewer than two columns or rows (ATTAIN_REASON_TOO_FEW), where
    the sums of rows, or a column that is standardised, are all equal
    (ATTAIN_REASON_CONSTANT).

    method: enum attain_reliability
    parameters: [parameter_count] None: no method has one
    values: [column_count · stride] column c begins at values[c · stride]
    column_count: number of columns
    stride: elements from one column's begin to the next one's
    count: elements of a column
    returns out
    returns, if full, [column_count] optional: [column], what it would be
    without that column
    returns, if full, optional: rows in which all columns are known
    returns, if full, [column_count + 1] optional: of `out`, then of `dropped`:
    column_count + 1 elements
    """
    return run(
        "attain_reliability_of", (
            ("method", "choice", Reliability, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "number", "N", ""),
            ("stride", "number", "N", ""),
            ("count", "number", "N", ""),
            ("out", "result", "d", ""),
            ("dropped", "more", "d", "column_count"),
            ("used", "more_result", "N", ""),
            ("reasons", "more", "B", "column_count + 1"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        column_count=column_count, stride=stride, count=count, full=full)


def components_of(method: Any, values: Column, column_count: int, stride: int,
                  count: int, parameters: Optional[Column] = None, full:
                  bool = False) -> Any:
    """Finds principal components, over rows in which all columns are known,
    the largest eigenvalue first. Of each vector the largest element in size
    (the first of those that are so in 12 digits) is positive. No values for
    fewer than two rows (ATTAIN_REASON_TOO_FEW), nor where a column is all
    equal (ATTAIN_REASON_CONSTANT; for covariance where all are).

    method: enum attain_components; parameter scaled: 1: vectors are times the
    root of their eigenvalue, 0: of length 1
    parameters: [parameter_count] of the method; None: the defaults
    values: [column_count · stride] column c begins at values[c · stride]
    column_count: number of columns
    stride: elements from one column's begin to the next one's
    count: elements of a column
    returns [column_count] [component]
    returns, if full, [column_count] optional: [component], of the sum of
    eigenvalues
    returns, if full, [column_count · column_count] optional:
    [component][column]
    returns, if full, [column_count · count] optional: component k at scores[k
    · count]: the standardised or centred row times the vector of length 1; NaN
    where a column is missing
    returns, if full, optional: enum attain_reason
    """
    return run(
        "attain_components_of", (
            ("method", "choice", Components, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "number", "N", ""),
            ("stride", "number", "N", ""),
            ("count", "number", "N", ""),
            ("eigenvalues", "out", "d", "column_count"),
            ("shares", "more", "d", "column_count"),
            ("vectors", "more", "d", "column_count · column_count"),
            ("scores", "more", "d", "column_count · count"),
            ("reason", "more_result", "B", ""),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        column_count=column_count, stride=stride, count=count, full=full)


def random_uniform(seed: int, stream: int, count: int) -> Any:
    """Draws numbers that are uniform in [0, 1): the first 53 bits of each
    number of a stream. Stream s of a seed starts with the numbers 4s … 4s +
    3 of splitmix64 as its state; stream 0 is the usual seeding.

    seed: any number
    stream: any number
    returns `count` numbers
    count: how many
    """
    return run(
        "attain_random_uniform", (
            ("seed", "number", "Q", ""),
            ("stream", "number", "Q", ""),
            ("out", "result", "d", ""),
            ("count", "number", "N", ""),
            ("err", "error", "", ""),
        ), seed=seed, stream=stream, count=count)


def random_normal(seed: int, stream: int, count: int) -> Any:
    """Draws standard normal numbers: from pairs of uniform ones by the
    polar method (Marsaglia and Bray 1964), one number a pair.

    seed: any number
    stream: any number
    returns `count` numbers
    count: how many
    """
    return run(
        "attain_random_normal", (
            ("seed", "number", "Q", ""),
            ("stream", "number", "Q", ""),
            ("out", "result", "d", ""),
            ("count", "number", "N", ""),
            ("err", "error", "", ""),
        ), seed=seed, stream=stream, count=count)


def screen(method: Any, values: Column, column_count: int, stride: int, count:
           int, by_column: bool = False, parameters: Optional[Column] = None,
           full: bool = False) -> Any:
    """Finds the rows, or the columns, that have enough data.

    method: enum attain_screening
    parameters: [parameter_count] of the method; None: the defaults
    values: [column_count · stride] column c begins at values[c · stride]
    column_count: number of columns
    stride: elements from one column's begin to the next one's
    count: elements of a column
    by_column: 1: screens columns, 0: rows
    returns 1: kept, 0: not; one for each row or column
    returns, if full, optional: share of values that are known; NaN of nothing
    returns, if full, optional: share of the known that are not 0; NaN of
    nothing, which is not kept by it
    """
    return run(
        "attain_screen", (
            ("method", "choice", Screening, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "number", "N", ""),
            ("stride", "number", "N", ""),
            ("count", "number", "N", ""),
            ("by_column", "flag", "", ""),
            ("keep", "result", "B", ""),
            ("known", "more_result", "d", ""),
            ("nonzero", "more_result", "d", ""),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        column_count=column_count, stride=stride, count=count,
        by_column=by_column, full=full)


def impute(method: Any, values: Column, column_count: int, stride: int, count:
           int, group_count: int, codes: Optional[Column] = None, times:
           Optional[Column] = None, parameters: Optional[Column] = None, full:
           bool = False) -> Any:
    """Fills missing elements. What is known is not touched.

    method: enum attain_imputation
    parameters: [parameter_count] of the method; None: the defaults
    values: [column_count · stride] column c begins at values[c · stride]
    column_count: number of columns
    stride: elements from one column's begin to the next one's
    count: elements of a column
    codes: [count] group of each row, 0 … group_count − 1; any negative number:
    in no group, which is not filled. For the group methods; None: none
    group_count: number of groups
    times: [column_count] when each column was, ascending; None: 0, 1, 2 …
    returns [column_count · stride] as `values` lie; may be `values`
    returns, if full, [column_count · stride] optional: enum attain_filled, as
    `values` lie
    returns, if full, [column_count · stride] optional, as `values` lie: the
    column that it was filled from, the earlier one of two, or the group; −1:
    none
    returns, if full, [column_count · stride] optional, as `values` lie: the
    later one of two columns; −1: none
    """
    return run(
        "attain_impute", (
            ("method", "choice", Imputation, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "number", "N", ""),
            ("stride", "number", "N", ""),
            ("count", "number", "N", ""),
            ("codes", "optional", "i", "count"),
            ("group_count", "number", "N", ""),
            ("times", "optional", "d", "column_count"),
            ("out", "out", "d", "column_count · stride"),
            ("filled", "more", "B", "column_count · stride"),
            ("from", "more", "i", "column_count · stride"),
            ("to", "more", "i", "column_count · stride"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        column_count=column_count, stride=stride, count=count, codes=codes,
        group_count=group_count, times=times, full=full)


def treat(method: Any, values: Column, column_count: int, stride: int, count:
          int, parameters: Optional[Column] = None, full: bool = False) -> Any:
    """Treats each column for skewness and outliers. No values where the
    formula takes the logarithm of what is not above 0
    (ATTAIN_REASON_NOT_POSITIVE), for a column that is all equal where its
    range is used or λ fitted (ATTAIN_REASON_CONSTANT), and where no λ in
    −5…5 is best (ATTAIN_REASON_NO_CONVERGENCE).

    method: enum attain_treatment
    parameters: [parameter_count] of the method; None: the defaults
    values: [column_count · stride] column c begins at values[c · stride]
    column_count: number of columns
    stride: elements from one column's begin to the next one's
    count: elements of a column
    returns [column_count · stride] as `values` lie; may be `values`
    returns, if full, [column_count · stride] optional: enum attain_treated, as
    `values` lie
    returns, if full, [column_count] optional: [column], λ; NaN for other
    methods
    returns, if full, [column_count · stride] optional: enum attain_reason, as
    `values` lie
    """
    return run(
        "attain_treat", (
            ("method", "choice", Treatment, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "number", "N", ""),
            ("stride", "number", "N", ""),
            ("count", "number", "N", ""),
            ("out", "out", "d", "column_count · stride"),
            ("treated", "more", "B", "column_count · stride"),
            ("fitted", "more", "d", "column_count"),
            ("reasons", "more", "B", "column_count · stride"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        column_count=column_count, stride=stride, count=count, full=full)


def find_outliers(method: Any, values: Column, column_count: int, stride: int,
                  count: int, parameters: Optional[Column] = None, full:
                  bool = False) -> Any:
    """Finds outliers of each column: elements further out than the
    threshold, in 12 significant digits. Where the scale is 0, all equal the
    middle have 0, and the others no value (ATTAIN_REASON_CONSTANT).

    method: enum attain_outliers
    parameters: [parameter_count] of the method; None: the defaults
    values: [column_count · stride] column c begins at values[c · stride]
    column_count: number of columns
    stride: elements from one column's begin to the next one's
    count: elements of a column
    returns [column_count · stride] as `values` lie: how far out, < 0 below
    returns, if full, [column_count · stride] optional: enum attain_outlier, as
    `values` lie
    returns, if full, [column_count · stride] optional: enum attain_reason, as
    `values` lie
    """
    return run(
        "attain_find_outliers", (
            ("method", "choice", Outliers, ""),
            ("parameters", "optional", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "number", "N", ""),
            ("stride", "number", "N", ""),
            ("count", "number", "N", ""),
            ("scores", "out", "d", "column_count · stride"),
            ("outliers", "more", "B", "column_count · stride"),
            ("reasons", "more", "B", "column_count · stride"),
            ("err", "error", "", ""),
        ), method=method, parameters=parameters, values=values,
        column_count=column_count, stride=stride, count=count, full=full)


def denominate(values: Column, column_count: int, stride: int, count: int,
               denominators: Column, factor: float, full: bool = False) -> Any:
    """Divides columns by denominators: factor · v/d. No value where d is 0
    (ATTAIN_REASON_UNDEFINED) or one of them is missing.

    values: [column_count · stride] column c begins at values[c · stride]
    column_count: number of columns
    stride: elements from one column's begin to the next one's
    count: elements of a column
    denominators: [column_count · stride] as `values` lie
    factor: finite, not 0, e.g. 1000: for 1000 of the denominator
    returns [column_count · stride] as `values` lie; may be `values`
    returns, if full, [column_count · stride] optional: enum attain_reason, as
    `values` lie
    """
    return run(
        "attain_denominate", (
            ("values", "in", "d", "column_count · stride"),
            ("column_count", "number", "N", ""),
            ("stride", "number", "N", ""),
            ("count", "number", "N", ""),
            ("denominators", "in", "d", "column_count · stride"),
            ("factor", "number", "d", ""),
            ("out", "out", "d", "column_count · stride"),
            ("reasons", "more", "B", "column_count · stride"),
            ("err", "error", "", ""),
        ), values=values, column_count=column_count, stride=stride,
        count=count, denominators=denominators, factor=factor, full=full)


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


def statistic_of(statistic: Any, values: Column, parameters: Column, weights:
                 Optional[Column] = None, full: bool = False) -> Any:
    """Computes one statistic of one array: attain_statistics_by() with one
    statistic and one group.

    statistic: enum attain_statistic
    parameters: [parameter_count] of the statistic; None, and NaN: the default
    values: [count] values
    weights: [count] ≥ 0; None: all 1
    returns the statistic; NaN: no value
    returns, if full, optional: enum attain_reason
    """
    return run(
        "attain_statistic_of", (
            ("statistic", "choice", Statistic, ""),
            ("parameters", "in", "d", "parameter_count"),
            ("parameter_count", "size", "", ""),
            ("values", "in", "d", "count"),
            ("weights", "optional", "d", "count"),
            ("count", "size", "", ""),
            ("out", "result", "d", ""),
            ("reason", "more_result", "B", ""),
            ("err", "error", "", ""),
        ), statistic=statistic, parameters=parameters, values=values,
        weights=weights, full=full)


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


def peer_scores(score: Any, values: Column, descending: bool = False) -> Any:
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


def student_cdf(t: float, freedom: float) -> float:
    """Student's t distribution: P(T ≤ t).

    t: any number
    freedom: degrees of freedom, > 0
    returns probability; NaN for NaN or freedom ≤ 0. Relative error below
    1e-13.
    """
    return lib.attain_student_cdf(t, freedom)


def student_quantile(p: float, freedom: float) -> float:
    """Student's t distribution: the t with P(T ≤ t) = p.

    p: 0 < p < 1
    freedom: degrees of freedom, > 0
    returns the quantile; NaN out of range
    """
    return lib.attain_student_quantile(p, freedom)


__all__ = [
    "quantiles",
    "ranks",
    "association_of",
    "associations",
    "reliability_of",
    "components_of",
    "random_uniform",
    "random_normal",
    "screen",
    "impute",
    "treat",
    "find_outliers",
    "denominate",
    "progress_scale",
    "statistic_of",
    "group_order",
    "peer_scores",
    "round",
    "student_cdf",
    "student_quantile",
]

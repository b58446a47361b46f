"""Functions on plain arrays.

Made from the headers by tests/ffi/generate.py; do not edit.
"""
from typing import Any, Optional, Sequence

from ._arrays import Column, run
from ._enums import (PeerScore, Statistic)
from ._ffi import lib


def statistic_of(statistic: Any, values: Column, weights:
                 Optional[Column] = None) -> Any:
    """Computes one statistic of one array: attain_statistics_by() with one
    statistic and one group.

    statistic: enum attain_statistic
    values: [count] values
    weights: [count] ≥ 0; None: all 1
    returns the statistic; NaN: no value
    """
    return run(
        "attain_statistic_of", (
            ("statistic", "choice", Statistic, ""),
            ("values", "in", "d", "count"),
            ("weights", "optional", "d", "count"),
            ("count", "size", "", ""),
            ("out", "result", "d", ""),
            ("err", "error", "", ""),
        ), statistic=statistic, values=values, weights=weights)


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


def quantiles(values: Column, probabilities: Column) -> Any:
    """Computes quantiles, type 7 of Hyndman and Fan (1996).

    values: [count] values
    probabilities: [probability_count] 0…1
    returns [probability_count] NaN of nothing
    """
    return run(
        "attain_quantiles", (
            ("values", "in", "d", "count"),
            ("count", "size", "", ""),
            ("probabilities", "in", "d", "probability_count"),
            ("probability_count", "size", "", ""),
            ("out", "out", "d", "probability_count"),
            ("err", "error", "", ""),
        ), values=values, probabilities=probabilities)


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


def ranks(values: Column, descending: bool = False) -> Any:
    """Ranks elements: 1 is best; ties share the smallest rank. Values that
    are equal in 12 significant digits tie.

    descending: 1: a low value is good, 0: a high one is
    values: [count] values
    returns [count] NaN for NaN
    """
    return run(
        "attain_ranks", (
            ("descending", "flag", "", ""),
            ("values", "in", "d", "count"),
            ("count", "size", "", ""),
            ("out", "out", "d", "count"),
            ("err", "error", "", ""),
        ), descending=descending, values=values)


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
    "statistic_of",
    "group_order",
    "quantiles",
    "peer_scores",
    "ranks",
    "round",
    "student_cdf",
    "student_quantile",
]

"""Functions on plain arrays.

Made from the headers by tests/ffi/generate.py; do not edit.
"""
from typing import Any, Optional, Sequence

from ._arrays import Column, run
from ._enums import (PeerScore, Statistic)
from ._ffi import lib


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


def statistic_of(statistic: Any, parameters: Column, values: Column, weights:
                 Optional[Column] = None) -> Any:
    """Computes one statistic of one array: attain_statistics_by() with one
    statistic and one group.

    statistic: enum attain_statistic
    parameters: [parameter_count] of the statistic; None, and NaN: the default
    values: [count] values
    weights: [count] ≥ 0; None: all 1
    returns the statistic; NaN: no value
    returns optional: enum attain_reason
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
            ("reason", "result", "B", ""),
            ("err", "error", "", ""),
        ), statistic=statistic, parameters=parameters, values=values,
        weights=weights)


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
    "random_uniform",
    "random_normal",
    "statistic_of",
    "group_order",
    "peer_scores",
    "round",
    "student_cdf",
    "student_quantile",
]

"""Rows in any order give the same bits, by every method that looks at several
rows: order.py

Values lie far from 0, are tied, of very different sizes, or missing here and
there. What is said of a row moves with it; all else stays.
"""
import itertools
import random
import struct
import sys

import kinds
from kinds import NAN, Refusal

ROWS, COLUMNS, GROUPS = 23, 4, 3
#: Tried in turn, for methods that want parameters.
PARAMETERS = [(), (5.0,), (0.25,), (2.0, 1.0), (0.0, 100.0), (0.0, 1.0, 100.0),
              (0.5, 1.0)]


class Table:
    """Columns, weights, groups and a background, by row."""

    def __init__(self, rng, kind):
        def value():
            return {0: rng.uniform(1, 9), 1: float(rng.randint(1, 4)),
                    2: 1e6 + rng.uniform(1, 9),
                    3: 10.0 ** rng.uniform(-9, 9)}[kind]
        self.columns = [[value() for _ in range(ROWS)]
                        for _ in range(COLUMNS)]
        self.weights = [rng.uniform(0.1, 3) for _ in range(ROWS)]
        self.codes = [rng.randint(0, GROUPS - 1) for _ in range(ROWS)]
        self.background = [float(rng.randint(0, 9)) for _ in range(ROWS)]
        self.order = list(range(ROWS))

    def moved(self, order):
        other = object.__new__(Table)
        other.columns = [[c[i] for i in order] for c in self.columns]
        for name in ("weights", "codes", "background"):
            setattr(other, name, [getattr(self, name)[i] for i in order])
        other.order = order
        return other

    def blank(self, rng):
        for column in self.columns:
            column[rng.randrange(ROWS)] = NAN


def ranks(name, values):
    n = kinds.size(len(values))
    out, why = kinds.room(len(values))
    kinds.call("ranks", *kinds.start("rank", name, ()), kinds.flat([values]),
               kinds.size(1), n, n, None, out, why)
    return list(out)


def rowwise(values):
    return ("rows", list(values))


#: By kind: what a table gives, pieces by row and pieces of the whole.
LOOK = {
    "statistic": lambda m, t, p: [
        kinds.statistic(m, t.columns[0], p),
        kinds.statistic(m, t.columns[0], p, t.weights)],
    "quantile": lambda m, t, p: [
        kinds.quantiles(m, t.columns[0], (0.1, 0.5, 0.77), p)],
    "association": lambda m, t, p: [
        kinds.association(m, t.columns[0], t.columns[1], p)],
    "reliability": lambda m, t, p: [kinds.reliability(m, t.columns)],
    "components": lambda m, t, p: [kinds.components(m, t.columns, p)],
    "screening": lambda m, t, p: [
        rowwise(kinds.screen(m, t.columns, p)),
        kinds.screen(m, t.columns, p, 1)],
    "imputation": lambda m, t, p: [
        rowwise(c) for c in kinds.impute(
            m, t.columns, p, t.codes, GROUPS,
            [float(c) for c in range(COLUMNS)])],
    "treatment": lambda m, t, p: [rowwise(kinds.treat(m, t.columns[0], p))],
    "outliers": lambda m, t, p: [
        rowwise(one) for one in kinds.outliers(m, t.columns[0], p)],
    "decomposition": lambda m, t, p: [
        kinds.decompose(m, t.columns[0], t.codes, GROUPS, p),
        kinds.decompose(m, t.columns[0], t.codes, GROUPS, p, t.weights)],
    "curve": lambda m, t, p: [
        kinds.curve(m, t.columns[0], t.weights,
                    t.background if m == "concentration" else None)],
    "concentration": lambda m, t, p: [
        kinds.concentration(m, t.columns[0], t.background, p, t.weights)],
    "parity": lambda m, t, p: [
        rowwise(kinds.parity(m, t.columns[0], t.columns[1], p)[0])],
    "segregation": lambda m, t, p: [
        kinds.segregation(m, t.columns, p)],
    "normalisation": lambda m, t, p: [
        rowwise(c) for c in kinds.normalise(m, t.columns, p)[0]],
    "weighting": lambda m, t, p: [kinds.weigh(m, t.columns, p)],
    "aggregation": lambda m, t, p: [
        rowwise(kinds.aggregate(m, t.columns, p, [0.5, 1.0, 2.0, 0.3])[0])],
    "value_added": lambda m, t, p: (lambda a: [
        a[0], a[1], rowwise(a[2])])(kinds.value_added(
            m, t.columns[0], t.columns[1:2], t.codes, GROUPS, p)),
    "rank": lambda m, t, p: [rowwise(ranks(m, t.columns[0]))],
}
#: A row is all that they look at, or rows are times or a goal's indicators.
OTHERS = {"progress", "progress_goal", "trend"}
#: What they are given is no table of units, or names a row by its number; or
#: ties go by the order of rows, which is what the rule is.
EXCEPT = {("rank", "ordinal"), ("weighting", "given"),
          ("weighting", "ahp_eigenvector"),
          ("weighting", "ahp_column_mean"),
          ("weighting", "ahp_geometric_mean"),
          ("normalisation", "distance_to_reference")}


def bits(piece):
    if isinstance(piece, float):
        return "nan" if piece != piece else struct.pack("<d", piece)
    if isinstance(piece, (list, tuple)):
        return [bits(p) for p in piece]
    return piece


def looked(kind, name, table, parameters):
    pieces = []
    for piece in LOOK[kind](name, table, parameters):
        if isinstance(piece, tuple) and piece[0] == "rows":
            back = [None] * ROWS
            for place, i in enumerate(table.order):
                back[i] = piece[1][place]
            piece = back
        pieces.append(bits(piece))
    return pieces


def same(kind, name, parameters, rng):
    """How many tables it was tried on."""
    tried = 0
    for values, blank in itertools.product(range(4), (False, True)):
        table = Table(rng, values)
        if blank:
            table.blank(rng)
        try:
            first = looked(kind, name, table, parameters)
        except (Refusal, AssertionError):  # not of such values
            continue
        for _ in range(3):
            order = rng.sample(range(ROWS), ROWS)
            other = looked(kind, name, table.moved(order), parameters)
            assert first == other, (kind, name, parameters, values, blank,
                                    first, other)
        tried += 1
    return tried


def main():
    rng = random.Random(191)
    for kind in kinds.KINDS:
        if kind in OTHERS:
            continue
        count = 0
        for row in kinds.methods(kind):
            name = row.name.decode()
            if (kind, name) in EXCEPT:
                continue
            tried = 0
            for parameters in PARAMETERS:
                if len(parameters) <= row.parameter_count and not tried:
                    tried = same(kind, name, parameters, rng)
            assert tried > 0, (kind, name, "never tried")
            count += 1
        print("ok: %s, %d methods" % (kind, count))
    return 0


if __name__ == "__main__":
    sys.exit(main())

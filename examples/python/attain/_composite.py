"""Composite indices, and how much of their ranks is doubt."""
from ctypes import byref, c_double
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

from . import _structs
from ._arrays import choice
from ._columns import column, room, table
from ._enums import (Aggregation, DoubtSource, Normalisation, ReversalTest,
                     SensitivityMeasure)
from ._ffi import call, lib, new


class Doubt(NamedTuple):
    """What became of the units over the draws. Views of doubles:
    ranks and scores [probability][unit], above [bound][unit]; arrays of one a
    unit: the mean rank, and the shares of draws at rank 1 and at the top."""

    ranks: memoryview
    scores: memoryview
    mean_ranks: Any
    first: Any
    top: Any
    above: Optional[memoryview]


class Composite:
    """An index of columns, weighted in groups of a tree.

    `values` [column][unit], doubles. Without `parents` all columns are in one
    group; with it, a list of the parent of each node (columns first, then
    groups; the root's is −1). `normalisations` and `aggregations` are lists
    of alternatives; the first is the index's own, the others are to be drawn.
    An alternative is one method for all columns or groups, or a list of one for
    each; a method is a word, or a tuple of the word and its parameters, as in
    ("goalposts", 20, 85). A column whose method is None is not normalised.
    """

    def __init__(self, values: Any, *, descending: Any = None,
                 weights: Any = None, parents: Any = None,
                 normalisations: Sequence[Any] = (),
                 aggregations: Sequence[Any] = ()) -> None:
        self._kept: List[Any] = []
        made = new(_structs.Composite, lib.attain_composite_init)
        numbers, _, view, (columns, units) = table(values, "values", "d")
        self._kept.append((numbers, view))
        made.values, made.column_count = numbers, columns
        made.stride = made.unit_count = units
        if parents is not None:
            made.parents, made.node_count = self._column(parents, "parents",
                                                         "i")
        nodes = made.node_count or columns
        for name, given, code, count in (
                ("descending", descending, "i", columns),
                ("weights", weights, "d", nodes)):
            if given is not None:
                numbers, length = self._column(given, name, code)
                if length < count:
                    raise ValueError("%s has %d elements, not %d"
                                     % (name, length, count))
                setattr(made, name, numbers)
        self._choices(made, normalisations, aggregations, columns)
        self._struct = made
        self._units, self._columns, self._nodes = units, columns, nodes

    def _column(self, given: Any, name: str, code: str) -> Tuple[Any, int]:
        numbers, length, view = column(given, name, code)
        self._kept.append((numbers, view))
        return numbers, length

    def _choices(self, made: Any, normalisations: Sequence[Any],
                 aggregations: Sequence[Any], columns: int) -> None:
        made.parameter_count = 8  # more than any method has
        for name, kind, alternatives, width in (
                ("normalisation", Normalisation, normalisations, columns),
                ("aggregation", Aggregation, aggregations,
                 max(1, made.node_count - columns))):
            methods: List[int] = []
            parameters: List[Optional[float]] = []
            for row in alternatives:
                row = row if isinstance(row, list) else [row] * width
                if len(row) != width:
                    raise ValueError("an alternative of %ss has %d methods, "
                                     "not %d" % (name, len(row), width))
                for one in row:
                    word, *given = one if isinstance(one, tuple) else (one,)
                    methods.append(-1 if word is None else choice(kind, word))
                    parameters += given + [None] * (8 - len(given))
            if methods:
                numbers, _ = self._column(methods, name + "s", "i")
                setattr(made, name + "s", numbers)
                numbers, _ = self._column(parameters, name + "_parameters",
                                          "d")
                setattr(made, name + "_parameters", numbers)
                setattr(made, name + "_count", len(alternatives))

    def score(self) -> Tuple[Any, Any]:
        """The scores, and the ranks (1 is best): one a unit, NaN: none."""
        scores, into = room("d", self._units)
        ranks, into_ranks = room("d", self._units)
        call(lib.attain_composite_score, byref(self._struct), into, into_ranks)
        return scores, ranks

    def _options(self, options: Dict[str, Any]) -> Any:
        made = new(_structs.DoubtOptions, lib.attain_doubt_options_init)
        for name, value in options.items():
            counts = {"probabilities": "probability_count",
                      "bounds": "bound_count"}
            if name in ("spreads", "errors", "probabilities", "bounds"):
                if value is None:
                    continue
                value, count = self._column(value, name, "d")
                least = {"spreads": self._nodes, "errors": self._columns}
                if count < least.get(name, 0):
                    raise ValueError("%s has %d elements, not %d"
                                     % (name, count, least[name]))
                if name in counts:
                    setattr(made, counts[name], count)
            setattr(made, name, value)
        return made

    def doubt(self, *, seed: int = 1, draws: int = 1000, spread: float = 0,
              spreads: Any = None, errors: Any = None,
              even_errors: bool = False, left_out: bool = False,
              top: int = 10, probabilities: Any = (0.05, 0.5, 0.95),
              bounds: Any = None, threads: int = 1) -> Doubt:
        """Draws the index again and again with all doubts at once: weights
        off by `spread` (0.25 is ± 25 %), `errors` of columns, the alternatives
        of normalisation and aggregation, and a column left out."""
        options = self._options(dict(
            seed=seed, draws=draws, spread=spread, spreads=spreads,
            errors=errors, even_errors=even_errors, left_out=left_out,
            top=top, probabilities=list(probabilities), bounds=bounds,
            threads=threads))
        result = new(_structs.DoubtResult, lib.attain_doubt_result_init)
        made: Dict[str, Any] = {"above": None}
        for name, rows in (("ranks", options.probability_count),
                           ("scores", options.probability_count),
                           ("mean_ranks", 0), ("first", 0), ("top", 0),
                           ("above", options.bound_count)):
            if name == "above" and not rows:
                continue
            out, numbers = room("d", max(rows, 1) * self._units)
            self._kept.append(numbers)
            setattr(result, name, numbers)
            made[name] = memoryview(out).cast("B").cast(
                "d", [rows, self._units]) if rows and self._units else out
        call(lib.attain_doubt, byref(self._struct), byref(options),
             byref(result))
        return Doubt(**made)

    def sensitivity(self, *, replicates: int = 0, coverage: float = 0.9,
                    **options: Any) -> Tuple[Dict[str, Dict[str, float]],
                                             float]:
        """How much of the shift of ranks each doubt makes: for each source the
        measures of enum SensitivityMeasure by name, and the mean shift.
        `options` as in doubt(); `draws` is the number of samples."""
        sources, measures = list(DoubtSource), list(SensitivityMeasure)
        out, numbers = room("d", len(sources) * len(measures))
        shift = c_double()
        call(lib.attain_doubt_sensitivity, byref(self._struct),
             byref(self._options(options)), replicates, coverage, numbers,
             byref(shift))
        return {source.name.lower(): {
            measure.name.lower(): out[len(measures) * i + k]
            for k, measure in enumerate(measures)}
            for i, source in enumerate(sources)}, shift.value

    def reversal(self, test: Any, threads: int = 1) -> Tuple[Any, Any]:
        """For each unit, the pairs of others whose order turns round when it
        goes (or is doubled, …), and whether another one becomes first."""
        turned, numbers = room("d", self._units)
        first, numbers_first = room("d", self._units)
        call(lib.attain_rank_reversal, choice(ReversalTest, test),
             byref(self._struct), threads, numbers, numbers_first)
        return turned, first

    def __repr__(self) -> str:
        return "<Composite: %d columns, %d units>" % (self._columns,
                                                      self._units)

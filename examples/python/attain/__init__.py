"""attain: how far an education plan has been kept.

A plan is what was promised, a dataset is what was observed; evaluate() judges
one against the other::

    import attain

    plan = attain.Plan.read("plan")
    data = attain.Dataset.read("data")
    result = attain.evaluate(plan, data, as_of="2023")
    print(result.root["score"], result.root["grade"])
    for node in result.root.targets():
        print(node.id, node["verdict"], node["attainment"])
    print(result.explain("T01"))

Needs the attain library (see ImportError if it is not found) and nothing but
Python's standard library. `attain.numeric` has the functions on plain arrays.
"""
from . import numeric
from ._digest import digest_folder
from ._enums import (Aggregate, Across, Comparator, Direction, Judge, Kind,
                     Measure, Missing, ObservationStatus, Rule, Score, Series,
                     Severity, Standing, StatusCode, Verdict, When)
from ._errors import (ArgumentError, AttainError, CallbackError, CycleError,
                      DuplicateError, FileError, LimitError, MismatchError,
                      MissingError, NumberError, OutOfMemoryError, PeriodError,
                      Problem, RangeError, SpaceError, StructError, TableError,
                      TextError, UnknownError)
from ._ffi import decode as _decode
from ._ffi import lib as _lib
from .dataset import Dataset, Observation
from .evaluation import (Evaluation, Finding, Owner, Point, Ratings, Unit,
                         Yearly, YearlyAnswer, evaluate)
from .improve import (Answer, Change, WhatIf, compare, gaps, level_up, mends,
                      rates, spread, whatif)
from .index import Comparison, Index, IndexNode
from .node import Node
from .package import describe_package
from .plan import Plan
from .quality import Checks, Quality, assess, check_kinds
from ._words import Word, vocabularies, words

#: The version of the library.
__version__ = _decode(_lib.attain_version())

__all__ = [
    "Across", "Aggregate", "Answer", "ArgumentError", "AttainError",
    "CallbackError", "Change", "Checks", "Comparator", "Comparison",
    "CycleError", "Dataset", "Direction", "DuplicateError", "Evaluation",
    "FileError", "Finding", "Index", "IndexNode", "Judge", "Kind",
    "LimitError", "Measure", "MismatchError", "Missing", "MissingError",
    "Node", "NumberError", "Observation", "ObservationStatus",
    "OutOfMemoryError", "Owner", "PeriodError", "Plan", "Point", "Problem",
    "Quality", "RangeError", "Ratings", "Rule", "Score", "Series", "Severity",
    "SpaceError", "Standing", "StatusCode", "StructError", "TableError",
    "TextError", "Unit", "UnknownError", "Verdict", "WhatIf", "When", "Word",
    "Yearly", "YearlyAnswer", "assess", "check_kinds", "compare",
    "describe_package", "digest_folder", "evaluate", "gaps", "level_up",
    "mends", "numeric", "rates", "spread", "vocabularies", "whatif", "words",
]

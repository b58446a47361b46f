"""The command line of the oracle."""
import argparse
import csv
import sys

from . import lens, methods, period
from .evaluate import COLUMNS, Evaluation
from .number import text
from .readings import READINGS
from .tables import Data, Plan


def evaluate(plan_folder, data_folder, asof=None, lenses=None):
    plan = Plan(plan_folder)
    data = Data(data_folder, plan)
    if asof is None:
        p = plan.last if data.last is None else min(plan.last, data.last)
    else:
        p = plan.when(asof)
    return Evaluation(plan, data, p, lenses)


def main(arguments):
    parser = argparse.ArgumentParser(prog="oracle.py")
    parser.add_argument("plan")
    parser.add_argument("data")
    parser.add_argument("--as-of", dest="asof")
    parser.add_argument("--reading", action="append", default=[])
    parser.add_argument("--lenses", help="weights, 1:1:1")
    parser.add_argument("--sizes", help="variable that shrinks value added")
    options = parser.parse_args(arguments)
    for choice in options.reading:
        name, _, value = choice.partition("=")
        if name not in READINGS:
            parser.error(f"no such reading: {name}")
        READINGS[name] = value
    lenses = options.lenses and lens.Lenses(options.lenses, options.sizes)
    try:
        result = evaluate(options.plan, options.data, options.asof, lenses)
    except ValueError as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 1
    columns = COLUMNS + (lens.COLUMNS if lenses else [])
    if any(t.method for t in result.plan.targets):
        columns = columns + methods.COLUMNS
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(columns)
    for row in result.rows:
        out.writerow([cell if isinstance(cell, str) else text(cell)
                      for cell in (row.get(name) for name in columns)])
    return 0

"""The command line of the oracle."""
import argparse
import csv
import sys

from . import period
from .evaluate import COLUMNS, Evaluation
from .number import text
from .readings import READINGS
from .tables import Data, Plan


def evaluate(plan_folder, data_folder, asof=None):
    plan = Plan(plan_folder)
    data = Data(data_folder, plan)
    if asof is None:
        p = plan.last if data.last is None else min(plan.last, data.last)
    else:
        p = plan.when(asof)
    return Evaluation(plan, data, p)


def main(arguments):
    parser = argparse.ArgumentParser(prog="oracle.py")
    parser.add_argument("plan")
    parser.add_argument("data")
    parser.add_argument("--as-of", dest="asof")
    parser.add_argument("--reading", action="append", default=[])
    options = parser.parse_args(arguments)
    for choice in options.reading:
        name, _, value = choice.partition("=")
        if name not in READINGS:
            parser.error(f"no such reading: {name}")
        READINGS[name] = value
    try:
        result = evaluate(options.plan, options.data, options.asof)
    except ValueError as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 1
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    for row in result.rows:
        out.writerow([cell if isinstance(cell, str) else text(cell)
                      for cell in (row.get(name) for name in COLUMNS)])
    return 0

#!/usr/bin/env python3
"""How far a plan has been kept: score, grade, completion, what is behind.

    python3 report.py PLAN DATA [--as-of PERIOD] [--unit ID] [--explain NODE]

Exit status: 0 judged, 1 faults in the tables (all on standard error), 2 wrong
usage.
"""
import argparse
import sys

import attain


def number(value, digits=2):
    """A number for people, a dash for none."""
    if value is None:
        return "–"
    return ("%.*f" % (digits, value)).rstrip("0").rstrip(".")


def summary(result, unit):
    """The headline: score, grade, completion."""
    top = result.row(0, unit)
    yield "%s, as of %s, %s" % (result.plan_name, result.as_of,
                                top["unit_name"])
    yield "score       %s (%s … %s)" % tuple(
        number(top[name]) for name in ("score", "low", "high"))
    yield "grade       %s" % (top["grade"] or "–")
    yield "completion  %s of %s targets met, %s unknown" % (
        top["targets_met"], top["targets"], top["targets_unknown"])
    if top["veto"]:
        yield "vetoes      %s" % ", ".join(top["veto"])


def behind(result, unit):
    """The targets that are not met, the furthest from it first."""
    found = []
    for node in result.root.targets():
        if result.value("verdict", node, unit) == "not_met":
            found.append((result.value("attainment", node, unit), node))
    found.sort(key=lambda pair: 1 if pair[0] is None else pair[0])
    for attainment, node in found:
        row = result.row(node, unit)
        yield "%-10s %-10s %5s %%  %s%s" % (
            node.id, row["status"],
            number(None if attainment is None else 100 * attainment, 1),
            node.name, " (%s)" % node.owner if node.owner else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("plan", help="folder with plan.csv, goals.csv, …")
    parser.add_argument("data", help="folder with units.csv, …")
    parser.add_argument("--as-of", help="period judged, as 2023")
    parser.add_argument("--unit", help="id of the unit (default: the plan's)")
    parser.add_argument("--explain", metavar="NODE", help="explain one id")
    options = parser.parse_args()
    try:
        plan = attain.Plan.read(options.plan)
        data = attain.Dataset.read(options.data)
        result = attain.evaluate(plan, data, as_of=options.as_of)
        if options.explain:
            print(result.explain(options.explain, options.unit))
            return 0
        print("\n".join(summary(result, options.unit)))
        lines = list(behind(result, options.unit))
    except attain.AttainError as error:
        print(error, file=sys.stderr)
        return 1
    except ValueError as error:
        parser.error(str(error))
    print("\nnot met     %d" % len(lines))
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())

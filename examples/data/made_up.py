"""The tables of made-up data: what the programs that write them share."""
import csv
import os
import sys

YEARS = range(2020, 2026)
STATUSES = {"": "", "e": "estimated", "p": "provisional", "m": "missing"}


def folder(program):
    """Where to write: the argument, or data/ beside the program."""
    here = os.path.dirname(os.path.abspath(program))
    made = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "data")
    os.makedirs(made, exist_ok=True)
    return made


def text_of(value):
    """A number as a table has it; nothing for none."""
    if value is None or value == "":
        return ""
    return "%d" % value if float(value) == int(value) else repr(float(value))


class Tables:
    """Values by variable, unit and year, and the tables made of them."""

    def __init__(self, label):
        self.label = label
        self.values = {}  # (variable, unit, year) -> None: not reported

    def put(self, name, unit, year, value):
        self.values[name, unit, year] = value

    def read(self, text, unit, declare):
        """Reads lines `name|measure|min|max|a value a year`, `-` for none. A
        status after a colon sends a whole variable to the long table. Returns
        the names of the others, and the rows of the long table."""
        wide, rows = [], []
        for line in text.strip().splitlines():
            name, measure, low, high, cells = line.split("|")
            declare(name, measure, low, high)
            if ":" not in cells:
                wide.append(name)
            for year, cell in zip(YEARS, cells.split()):
                value, _, status = cell.partition(":")
                if ":" in cells:
                    rows.append((unit, year, name, value, STATUSES[status]))
                elif cell != "-":
                    self.put(name, unit, year, float(cell))
        return wide, rows

    def write(self, where, name, header, rows):
        """Writes a table whose first line says what it is."""
        path = os.path.join(where, name)
        with open(path, "w", encoding="utf-8", newline="") as out:
            out.write(self.label + "\n")
            table = csv.writer(out, lineterminator="\n")
            table.writerow(header)
            table.writerows(rows)

    def write_wide(self, where, name, units, variables):
        """Writes a line a unit and year, a column a variable."""
        rows = []
        for unit in units:
            for year in YEARS:
                cells = [text_of(self.values.get((v, unit, year)))
                         for v in variables]
                if any(cells):
                    rows.append([unit, year] + cells)
        self.write(where, name, ["unit", "period"] + list(variables), rows)

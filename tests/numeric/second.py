"""Methods computed a second time, slowly and from their definitions, on random
and hostile arrays: second.py

Those of equity and inequality have theirs in equity.py and inequality.py,
those that numpy, scipy or R know in compose.py, oracle_describe.py and the
tests in C.
"""
import sys

import second_columns
import second_data
import second_fits
import second_functions
import second_index
import second_paths
import second_progress


def main():
    for module in (second_columns, second_data, second_fits, second_functions,
                   second_index, second_paths, second_progress):
        for name, function in sorted(vars(module).items()):
            if name.endswith("_again"):
                print("ok: %s, %d numbers" % (name, function()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

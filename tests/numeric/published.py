"""Numbers that others printed, from their inputs: published.py

Each function says where its numbers stand; tables are in published/.
"""
import sys

import published_describing
import published_equity
import published_functions
import published_index
import published_inequality
import published_poverty
import published_preparing
import published_progress
import published_scoring

MODULES = (published_describing, published_equity, published_functions,
           published_index, published_inequality, published_poverty,
           published_preparing, published_progress, published_scoring)


def main():
    failed = total = 0
    for module in MODULES:
        for name, function in sorted(vars(module).items()):
            # What is a check says where its numbers stand, and takes nothing.
            if not (callable(function) and function.__doc__ and
                    function.__module__ == module.__name__ and
                    function.__code__.co_argcount == 0):
                continue
            total += 1
            try:
                function()
            except AssertionError as error:
                print("fail: %s: %s" % (name, error))
                failed += 1
    print("ok: %d of %d" % (total - failed, total))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

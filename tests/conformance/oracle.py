#!/usr/bin/env python3
"""oracle.py PLAN DATA [--as-of P] [--reading NAME=VALUE]...

Prints results.csv for a plan folder and a dataset folder, computed by a
second implementation that shares nothing with the library: exact rational
arithmetic over the decimals of the tables, standard library alone.
"""
import sys

from oracle.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

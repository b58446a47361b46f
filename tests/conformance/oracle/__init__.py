"""A second opinion on every cell of results.csv, in plain Python."""

"""The readings taken where the papers leave two; README.md explains each.
`--reading NAME=VALUE` on the command line takes the other one."""

READINGS = {
    # A7/A43: a member with D = 0 and an unknown N: "left_out" or "missing"
    "zero_denominator_member": "left_out",
    # A29: is a child known at the floor by its bounds or by its attainment
    "floor_by": "bounds",
    # A81: bounds and coverage of a goal without children: "open" or "empty"
    "childless_bounds": "open",
    # A79: all weights 0: takes "no_part" further up, or is an "unknown" child
    "zero_weights": "no_part",
    # A22: a baseline that the data lack at a unit: points from "first" of
    # the plan, or from after "baseline_period"
    "projection_without_baseline": "first",
    # A4: no expected value but a start that satisfies: pace "none" or "holds"
    "pace_without_expected": "none",
    # A58: does a unit whose goal has no verdict count in the share: no/yes
    "share_counts_empty": "no",
    # A25/A58: whole of a comparator none without units: "0" or "empty"
    "none_whole_coverage": "0",
    # A21: a band around 0 for change: nearest limit is "zero" or a "limit"
    "change_band_inside": "zero",
}

"""Pictures of results. Needs matplotlib; nothing else of the package does."""
from typing import TYPE_CHECKING, Any, Optional

if TYPE_CHECKING:
    from .dataset import Key
    from .node import Node


def _axes(given: Any) -> Any:
    if given is not None:
        return given
    try:
        from matplotlib import pyplot
    except ImportError:
        raise ImportError("plots need matplotlib") from None
    return pyplot.subplots()[1]


def trajectory(node: "Node", unit: Optional["Key"] = None,
               axes: Any = None) -> Any:
    """A target's way at a unit: what was observed, what was expected, and the
    limit, period by period. Returns the axes."""
    points = node.evaluation.trajectory(node, unit)
    axes = _axes(axes)
    places = range(len(points))
    nan = float("nan")

    def known(values: Any) -> Any:
        return [nan if value is None else value for value in values]

    axes.plot(places, known(p.expected for p in points), "--",
              label="expected")
    axes.plot(places, known(p.observed for p in points), "o-",
              label="observed")
    for limit in (node.lower, node.upper):
        if limit is not None and node.series == "level":
            axes.axhline(limit, linewidth=0.8, color="gray")
    axes.set_xticks(list(places))
    axes.set_xticklabels([p.period for p in points])
    axes.set_title("%s %s" % (node.id, node.name))
    axes.set_ylabel(node.unit)
    axes.legend()
    return axes


def scores(node: "Node", unit: Optional["Key"] = None,
           axes: Any = None) -> Any:
    """The scores of a goal and of the goals directly below it at a unit, with
    the bounds that missing data leave open. Returns the axes."""
    evaluation = node.evaluation
    goals = [node] + [one for one in node.children if one.kind == "goal"]
    rows = [(one, {name: evaluation.value(name, one, unit)
                   for name in ("score", "low", "high")}) for one in goals]
    rows = [(one, row) for one, row in rows if row["score"] is not None]
    axes = _axes(axes)
    places = range(len(rows))
    axes.barh(places, [row["score"] for _, row in rows], height=0.6)
    axes.hlines(places, [row["low"] for _, row in rows],
                [row["high"] for _, row in rows], color="black")
    axes.set_yticks(list(places))
    axes.set_yticklabels([one.name for one, _ in rows])
    axes.invert_yaxis()
    axes.set_xlim(0, 100)
    axes.set_xlabel("score")
    return axes

"""The measurements as a table in Markdown and as a plot: a line a stage, both scales logarithmic."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from tests.scale.measure import STAGES, Measured

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 640, 360, 64, 96, 24, 48
_COLOURS = {
    "names": "#0072b2",
    "parse": "#009e73",
    "plan": "#cc79a7",
    "sql": "#d55e00",
    "answer": "#e69f00",
    "total": "#333333",
}


def rows(results: Sequence[Measured]) -> list[tuple[str, list[float]]]:
    """Each stage and the total, with its milliseconds at each size."""
    return [
        *((stage, [each.stages[stage] for each in results]) for stage in STAGES),
        ("total", [each.total for each in results]),
    ]


def table(results: Sequence[Measured]) -> str:
    """Milliseconds at each size and how many times the first, then what the tables take."""
    first, *rest = results
    head = ["stage, median ms", first.label, *(part for each in rest for part in (each.label, "growth"))]
    lines = [head, ["---"] + ["---:"] * (len(head) - 1)]
    for stage, values in rows(results):
        cells = [f"{values[0]:.2f}"]
        for value in values[1:]:
            cells += [f"{value:.2f}", f"{value / max(values[0], 0.001):.1f} ×"]
        lines.append([stage, *cells])
    for title, facts in (
        ("candidacies", [f"{each.candidacies:,}" for each in results]),
        ("names", [f"{each.names:,}" for each in results]),
        ("first build, seconds", [f"{each.build_seconds:.0f}" for each in results]),
        ("file, MB", [f"{each.file_megabytes:,.0f}" for each in results]),
        ("peak memory, MB", [f"{each.peak_megabytes:,.0f}" for each in results]),
    ):
        lines.append([title, facts[0], *(part for fact in facts[1:] for part in (fact, ""))])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def picture(results: Sequence[Measured]) -> str:
    """The plot as SVG."""
    series = rows(results)
    sizes = [log10(each.candidacies) for each in results]
    lowest = min(log10(max(value, 0.01)) for _, values in series for value in values)
    highest = max(log10(max(value, 0.01)) for _, values in series for value in values)

    def x(size: float) -> float:
        return _LEFT + (size - sizes[0]) / (sizes[-1] - sizes[0]) * (_WIDTH - _LEFT - _RIGHT)

    def y(value: float) -> float:
        share = (log10(max(value, 0.01)) - lowest) / (highest - lowest)
        return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"',
        ' font-family="sans-serif" font-size="12">',
        "<title>Median milliseconds of each stage of a warm ask, by the number of candidacies held</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
    ]
    for power in range(int(lowest) - 1, int(highest) + 2):
        if lowest <= power <= highest:
            at = y(10.0**power)
            parts.append(f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{at:.1f}" y2="{at:.1f}" stroke="#dddddd"/>')
            parts.append(f'<text x="{_LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g} ms</text>')
    for each, size in zip(results, sizes, strict=True):
        told = f"{each.label}: {each.candidacies / 1e6:.2f} million"
        parts.append(f'<text x="{x(size):.1f}" y="{_HEIGHT - 16}" text-anchor="middle">{told}</text>')
    ends = sorted((y(values[-1]), stage) for stage, values in series)
    spread = _spread([at for at, _ in ends])
    labels = {stage: at for (_, stage), at in zip(ends, spread, strict=True)}
    for stage, values in series:
        points = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in zip(sizes, values, strict=True))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{_COLOURS[stage]}" stroke-width="2"/>')
        parts.append(
            f'<text x="{_WIDTH - _RIGHT + 8}" y="{labels[stage] + 4:.1f}" fill="{_COLOURS[stage]}">{stage}</text>'
        )
    return "\n".join([*parts, "</svg>", ""])


def _spread(places: Sequence[float], least: float = 14.0) -> list[float]:
    """The places in order, moved down where two labels would stand on each other."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + least) if moved else place)
    return moved

"""Draw the rated scorecard that the README shows: `docs/pictures/scorecard.svg`.

    python .ci/picture.py            draws it
    python .ci/picture.py --check    says whether it is up to date

It is the scorecard that `python develop.py demo` prints, drawn from the same table, so the picture
never shows what the library does not say.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from councilperf import assess, find_exceptions
from councilperf.formats import read_scorecard_csv
from councilperf.presets import MAIDSTONE
from councilperf.render import LINES, PAGE, PALETTE
from councilperf.render._width import broken
from councilperf.tables import scorecard_table, summary_table

if TYPE_CHECKING:
    from councilperf.tables import Cell

ROOT = Path(__file__).resolve().parents[1]
CARD = ROOT / "examples/maidstone-2020-21-q3.csv"
PICTURE = ROOT / "docs/pictures/scorecard.svg"

#: The columns that are drawn, each with its width and how many letters fit into a line of it.
COLUMNS = {
    "Ref": (48, 4),
    "Measure": (330, 42),
    "Value": (84, 12),
    "Target": (96, 12),
    "Rating": (150, 20),
    "Short trend": (230, 30),
}
MARGIN, LINE, PAD = 20, 20, 8
WIDTH = 2 * MARGIN + sum(wide for wide, _ in COLUMNS.values())
COLOURS = {each.name: each for each in PALETTE}
LIGHT, HEADER = PAGE[0], PAGE[2]


class Picture:
    """Shapes and texts, from the top down."""

    def __init__(self) -> None:
        """Begin at the top."""
        self.y = MARGIN
        self.parts: list[str] = []

    def text(self, x: int, y: int, words: str, *more: str, ink: str = LIGHT.ink) -> None:
        """Write one line whose letters stand on *y*."""
        marks = "".join(f" {each}" for each in (f'x="{x}"', f'y="{y}"', f'fill="{ink}"', *more))
        self.parts.append(f"<text{marks}>{escape(words)}</text>")

    def block(self, height: int, paper: str, *, x: int = MARGIN, wide: int | None = None) -> None:
        """Fill a block at the height that is reached."""
        wide = WIDTH - 2 * MARGIN if wide is None else wide
        place = f'x="{x}" y="{self.y}" width="{wide}" height="{height}"'
        self.parts.append(f'<rect {place} fill="{paper}"/>')

    def row(self, cells: dict[str, Cell], *, header: bool = False) -> None:
        """Draw one row of a table, as high as its longest text asks."""
        lines = {name: broken(str(cells[name]), fit) for name, (_, fit) in COLUMNS.items()}
        height = max(map(len, lines.values())) * LINE + PAD
        if header:
            self.block(height, HEADER.paper)
        x = MARGIN
        for name, (wide, _) in COLUMNS.items():
            swatch = COLOURS.get(cells[name].colour)
            if swatch is not None:
                self.block(height, swatch.paper, x=x, wide=wide - 2)
            right = name in ("Value", "Target")
            for place, line in enumerate(lines[name]):
                self.text(
                    x + wide - PAD if right else x + PAD,
                    self.y + PAD // 2 + LINE * place + 15,
                    line,
                    *(['text-anchor="end"'] if right else []),
                    *(['font-weight="bold"'] if header or name == "Ref" else []),
                    ink=LIGHT.ink if swatch is None else swatch.ink,
                )
            x += wide
        self.y += height
        line = f'x1="{MARGIN}" x2="{WIDTH - MARGIN}" y1="{self.y}" y2="{self.y}"'
        self.parts.append(f'<line {line} stroke="{LINES[0].ink}" stroke-opacity="0.5"/>')

    def svg(self, title: str, words: str) -> str:
        """Return the whole picture, with what it says for those who do not see it."""
        height = self.y + MARGIN
        return "\n".join(
            [
                (
                    f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
                    f'viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="title words" '
                    "font-family=\"system-ui, -apple-system, 'Segoe UI', Arial, sans-serif\" "
                    'font-size="14">'
                ),
                f'<title id="title">{escape(title)}</title>',
                f'<desc id="words">{escape(words)}</desc>',
                (
                    f'<rect width="{WIDTH}" height="{height}" rx="8" fill="{LIGHT.paper}" '
                    f'stroke="{LINES[0].ink}" stroke-opacity="0.5"/>'
                ),
                *self.parts,
                "</svg>",
                "",
            ]
        )


def draw() -> str:
    """Draw the scorecard with its counts and the reason for what is red."""
    assessment = assess(read_scorecard_csv(CARD.read_bytes()).require(), MAIDSTONE)
    table = scorecard_table(assessment)
    names = [each.header for each in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    counts = summary_table(assessment.tally("rating"), "Summary").rows
    summary = "Summary: " + ", ".join(f"{row[1].text} {row[0].text}" for row in counts[:-1]) + "."
    picture = Picture()
    title = f"Maidstone Borough Council, {assessment.period}"
    picture.text(MARGIN, picture.y + 14, title, 'font-size="17"', 'font-weight="bold"')
    picture.y += 30
    picture.row({name: type(rows[0]["Ref"])(name) for name in COLUMNS}, header=True)
    for row in rows:
        picture.row(row)
    picture.y += PAD
    reasons = [
        f"{each.row.reference}: {each.row.result('rating').reason}"
        for each in find_exceptions(assessment)
    ]
    for words in (summary, *reasons):
        for line in broken(words, 122):
            picture.y += LINE
            picture.text(MARGIN, picture.y, line)
    said = [f"{row['Ref']} {row['Measure']}: {row['Rating'].text}." for row in rows]
    return picture.svg(f"{title}, rated", " ".join([*said, summary, *reasons]))


def main(arguments: list[str]) -> int:
    """Draw the picture, or say whether it is up to date."""
    drawn = draw().encode()
    if "--check" in arguments:
        if not PICTURE.exists() or PICTURE.read_bytes() != drawn:
            print("docs/pictures/scorecard.svg: run python .ci/picture.py", file=sys.stderr)
            return 1
        return 0
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_bytes(drawn)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

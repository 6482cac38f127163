"""Wide scorecards from workbooks: any bytes are a scorecard or problems."""

from __future__ import annotations

import io
import re
import warnings
import zlib
from random import Random
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from _harness import following, fuzz

with following("councilperf"):
    from councilperf.formats import (
        Limits,
        Reading,
        dump_json,
        read_scorecard_csv,
        read_scorecard_xlsx,
        write_scorecard_csv,
        write_scorecard_xlsx,
    )

SMALL = Limits(size=200_000, rows=50, columns=20, cell=100, cells=500)


def check(content: bytes) -> None:
    assert isinstance(read_scorecard_xlsx(content, limits=SMALL), Reading)
    named = read_scorecard_xlsx(content, sheet="Scorecard", leave_out_hidden=True)
    assert all(map(str, named.problems))
    reading = read_scorecard_xlsx(content)
    if reading.value is None:
        assert all(map(str, reading.problems))
        return
    assert dump_json(reading.value)
    assert read_scorecard_xlsx(write_scorecard_xlsx(reading.value)).problems == ()
    assert read_scorecard_csv(write_scorecard_csv(reading.value)).problems == ()


PIECES = re.compile(r"<[^>]*>|[^<]+")
VALUES = re.compile(r'"[^"]*"')
TOKENS = (
    '<c r="A1" t="s"><v>0</v></c>', '<c r="C2"><f>A1</f></c>', '<c t="e"><v>#N/A</v></c>',
    '<c t="inlineStr"><is><t>Q1</t></is></c>', "<row/>", '<row r="9" hidden="1"/>',
    '<mergeCell ref="A1:B2"/>', '<mergeCell ref="A1:XFD1048576"/>', "&lt;", "&amp;", "&#55296;",
    '<col min="1" max="9" hidden="1"/>', "<!DOCTYPE x>", "]]>", "<!--", "\0", "_xD800_", "_x000A_",
    "<v>1e308</v>", "0.30000000000000004", "-1", "2958466", "NaN", "1_0", "2019-20", "Measure",
    "Target", "%", "£", "0.0%", '0" days"', "mmm-yy", "9" * 400,
)  # fmt: skip


def spoil(content: bytes, random: Random) -> bytes | None:
    """Spoil elements, attributes and texts of one part, and pack the workbook again."""
    try:
        with ZipFile(io.BytesIO(content)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except (BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError):
        return None
    if not parts:
        return None
    # Sheets most of all.
    weights = [6 if "sheet" in each or "String" in each else 1 for each in parts]
    name = random.choices(list(parts), weights)[0]
    text = spoilt(parts[name].decode("utf-8", "replace"), random)
    parts[name] = text.encode("utf-8", "replace")
    if random.random() < 0.05:
        del parts[name]
    stream = io.BytesIO()
    with warnings.catch_warnings(), ZipFile(stream, "w", ZIP_DEFLATED) as new:
        warnings.simplefilter("ignore")  # names that stand twice
        for name, part in parts.items():
            new.writestr(name, part)
    return stream.getvalue()


def spoilt(text: str, random: Random) -> str:
    pieces = PIECES.findall(text)
    for _ in range(random.choice((1, 1, 2, 5))):
        at = random.randrange(len(pieces) + 1)
        end = min(len(pieces), at + random.choice((1, 3, 20)))
        how = random.randrange(5)
        if how == 0:
            pieces[at : at + 1] = [random.choice(TOKENS)]
        elif how == 1:
            pieces[at:at] = [random.choice(TOKENS)]
        elif how == 2:
            pieces[at:at] = pieces[at:end] * random.choice((1, 2, 100))
        elif how == 3:
            del pieces[at:end]
        elif at < len(pieces) and (values := VALUES.findall(pieces[at])):
            new = random.choice((random.choice(TOKENS), str(random.randrange(-2, 99)), ""))
            new = new.replace("<", "&lt;").replace('"', "&quot;")
            pieces[at] = pieces[at].replace(random.choice(values), f'"{new}"')
    return "".join(pieces)


if __name__ == "__main__":
    fuzz("scorecard_xlsx", check, spoil)

"""Wide scorecards from CSV: any bytes are a scorecard or problems."""

from __future__ import annotations

from _harness import following, fuzz

with following("councilperf"):
    from councilperf.formats import Reading, dump_json, read_scorecard_csv, write_scorecard_csv


def check(content: bytes) -> None:
    reading = read_scorecard_csv(content)
    assert isinstance(reading, Reading)
    if reading.value is None:
        assert all(map(str, reading.problems))
        return
    assert dump_json(reading.value)
    written = write_scorecard_csv(reading.value).decode("utf-8-sig")
    # Stated, since a title that looks like a row of headers may speak for another separator.
    again = read_scorecard_csv(f"sep=,\r\n{written}", title=reading.value.title)
    assert again.problems == ()


if __name__ == "__main__":
    fuzz("scorecard_csv", check)

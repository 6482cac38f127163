"""Tidy tables from CSV: any bytes are a scorecard or problems."""

from __future__ import annotations

from _harness import following, fuzz

with following("councilperf"):
    from councilperf.formats import Reading, dump_json, read_tidy_csv, write_tidy_csv


def check(content: bytes) -> None:
    reading = read_tidy_csv(content)
    assert isinstance(reading, Reading)
    if reading.value is None:
        assert all(map(str, reading.problems))
        return
    assert dump_json(reading.value)
    written = write_tidy_csv(reading.value).decode("utf-8-sig")
    # Stated, since a title that looks like a row of headers may speak for another separator.
    again = read_tidy_csv(f"sep=,\r\n{written}")
    assert again.value == reading.value, again.problems


if __name__ == "__main__":
    fuzz("tidy_csv", check)

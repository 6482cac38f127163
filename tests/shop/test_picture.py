"""The picture that the README shows is what the library says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path


def test_the_picture_is_drawn_from_the_library(root: Path) -> None:
    check = [sys.executable, str(root / ".ci" / "picture.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_the_readme_shows_it_and_says_in_words_what_is_on_it(root: Path) -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", (root / "README.md").read_text("utf-8"))

    assert [place for _, place in pictures] == ["docs/pictures/scorecard.svg"]
    for words, place in pictures:
        assert len(words.split()) >= 10
        assert (root / place).exists()


def test_who_does_not_see_it_is_told_every_rating(root: Path) -> None:
    svg = (root / "docs/pictures/scorecard.svg").read_text("utf-8")
    words = svg.partition("<desc")[2].partition("</desc>")[0]

    assert 'role="img" aria-labelledby="title words"' in svg
    told = dict(re.findall(r"(R\d) [^.]*: (Red|Amber|Green|n/a)\b", words))
    assert told == {
        "R1": "Red",
        "R2": "Amber",
        "R3": "n/a",
        "R4": "Green",
        "R5": "Green",
        "R6": "Amber",
        "R7": "Green",
    }

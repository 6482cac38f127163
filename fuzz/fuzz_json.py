"""JSON documents: any bytes are a value or problems, and a value is written as it was read."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from _harness import following, fuzz

with following("councilperf"):
    from councilperf.formats import Reading, dump_json, read_json


def check(content: bytes) -> None:
    reading = read_json(content)
    assert isinstance(reading, Reading)
    lenient = read_json(content, lenient=True)
    # With a space before it a document is read by the standard library, never by orjson.
    assert read_json(b" " + content).value == reading.value
    if reading.value is None:
        assert all(map(str, reading.problems))
        return
    assert lenient.value == reading.value
    written = dump_json(reading.value)
    again = read_json(written)
    assert again.value == reading.value, again.problems
    assert dump_json(again.value) == written


LEAVES: list[object] = [
    None, True, False, 0, -1, 1.5, 10**40, "", " ", "1", "-0", "0.10", "1e5", "2019-Q2@04",
    "2019-09-30", "higher", "no_data", "target", "rag", "10%", [], {}, "\ud800", "\x00", "9" * 40,
]  # fmt: skip


def mutate(content: bytes, random: Random) -> bytes | None:
    """Change the tree of a document in a few places."""
    try:
        tree = json.loads(content)
    except (ValueError, RecursionError):
        return None
    for _ in range(random.randint(1, 4)):
        places = list(_places(tree))
        if not places:
            return None
        holder, key = random.choice(places)
        from_holder, from_key = random.choice(places)
        act = random.random()
        if act < 0.4:
            holder[key] = from_holder[from_key]
        elif act < 0.7:
            holder[key] = random.choice(LEAVES)
        elif act < 0.85:
            del holder[key]
        elif isinstance(holder, list):
            holder.insert(key, from_holder[from_key])
        elif isinstance(from_key, str):
            holder[from_key] = holder[key]
    try:
        return json.dumps(tree, separators=(",", ":")).encode()
    except (ValueError, RecursionError):  # it holds itself now
        return None


def _places(tree: Any) -> Any:  # noqa: ANN401 - any tree at all
    open_places = [tree]
    for _ in range(2_000):
        if not open_places:
            return
        here = open_places.pop()
        if isinstance(here, dict | list):
            for key, part in [*(here.items() if isinstance(here, dict) else enumerate(here))]:
                yield here, key
                open_places.append(part)


if __name__ == "__main__":
    fuzz("json", check, mutate)

"""A scorecard's figures as a JSON-stat 2.0 dataset."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from councilperf._checks import check_instance
from councilperf.formats._csv._tidy_writer import marks_cell
from councilperf.formats._json._text import encoded
from councilperf.formats._leaves import number_text
from councilperf.model import Answer, Scorecard, ScorecardRow
from councilperf.values import Absence, Mark, Missing, shown_decimals

__all__ = ["write_json_stat"]


def write_json_stat(scorecard: Scorecard) -> bytes:
    """Write the figures of a scorecard as JSON-stat 2.0: indicators by periods.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, ScorecardRow
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> homes = ScorecardRow(Indicator("H1", "Homes"), [Observation(q2, "42.50")])
    >>> dataset = json.loads(write_json_stat(Scorecard("Planning", [homes])))
    >>> dataset["id"], dataset["size"], dataset["value"]
    (['indicator', 'period'], [1, 1], {'0': 42.5})

    Figures are JSON numbers with all their digits (each unit says how many decimals); marks, and
    why a figure is missing, are statuses, whose words stand in the extension. A yes or no, or a
    date, is no number: it is a status. Targets, benchmarks, stated levels, notes, commentary and
    the other facts of indicators are left out.
    """
    check_instance("scorecard", scorecard, Scorecard)
    periods = scorecard.periods()
    places = {period: place for place, period in enumerate(periods)}
    values: list[str] = []
    statuses: dict[str, str] = {}
    for number, row in enumerate(scorecard.rows):
        for each in row.observations:
            at = str(number * len(periods) + places[each.period])
            if isinstance(each.value, Decimal):
                values.append(f'"{at}":{number_text(each.value)}')
            status = " ".join(filter(None, (marks_cell(each.marks), _status(each.value))))
            if status:
                statuses[at] = status
    document = {
        "version": "2.0",
        "class": "dataset",
        "label": scorecard.title,
        **({} if scorecard.source is None else {"source": scorecard.source}),
        **({"note": list(scorecard.assumed)} if scorecard.assumed else {}),
        "id": ["indicator", "period"],
        "size": [len(scorecard.rows), len(periods)],
        "role": {"time": ["period"], "metric": ["indicator"]},
        "dimension": {
            "indicator": {"label": "Indicator", "category": _indicators(scorecard)},
            "period": {
                "label": "Period",
                "category": {
                    "index": [each.code for each in periods],
                    "label": {each.code: str(each) for each in periods},
                },
            },
        },
        **({"status": statuses} if statuses else {}),
        "extension": {"status": {"label": _words(statuses)}},
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    # The json module would make floats of the figures: their own digits are written instead.
    return encoded(f'{text[:-1]},"value":{{{",".join(values)}}}}}')


def _indicators(card: Scorecard) -> dict[str, Any]:
    return {
        "index": [row.indicator.reference for row in card.rows],
        "label": {row.indicator.reference: row.indicator.title for row in card.rows},
        "unit": {row.indicator.reference: _unit(row) for row in card.rows},
    }


def _unit(row: ScorecardRow) -> dict[str, Any]:
    shown = [shown_decimals(each.value) for each in row.observations
             if isinstance(each.value, Decimal)]  # fmt: skip
    return {"label": row.indicator.unit.name, "decimals": max(shown, default=0)}


def _status(value: object) -> str:
    if isinstance(value, Missing):
        return value.reason.shorthand or f"[{value.reason.words}]"
    if isinstance(value, Decimal):
        return ""
    return value.value if isinstance(value, Answer) else str(value)


def _words(statuses: dict[str, str]) -> dict[str, str]:
    """Explain the statuses that are used."""
    labels: dict[str, str] = {}
    for status in statuses.values():
        parts = status.replace("] [", "]|[").split("|")
        parts = [_LABELS.get(each, each.strip("[]")) for each in parts]
        labels.setdefault(status, ", ".join(parts))
    return labels


_LABELS = {each.shorthand: each.words for kind in (Mark, Absence) for each in kind}

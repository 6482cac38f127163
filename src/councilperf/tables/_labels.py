"""The words that tables print around a council's own: one set for each language."""

from __future__ import annotations

from typing import final

from attrs import fields, frozen

from councilperf._checks import check_text

__all__ = ["ENGLISH", "Labels"]


@final
@frozen
class Labels:
    """Headers and captions, as data.

    >>> Labels(measure="Indicator").measure
    'Indicator'

    What is not given is in English.
    """

    all_items: str = "% of all"
    about_file: str = "About the file"
    assumed: str = "Assumed"
    commentary: str = "Commentary"
    computed: str = "Computed"
    condition: str = "Why"
    council: str = "Council"
    count: str = "Number"
    differences: str = "Given and computed levels that differ"
    edge: str = "Needs"
    exceptions: str = "Exceptions"
    given: str = "Given"
    here: str = "Here"
    judgement: str = "Judgement"
    key: str = "Key"
    legend: str = "Symbols and marks"
    level: str = "Level"
    margin: str = "Could worsen by"
    meaning: str = "Meaning"
    measure: str = "Measure"
    no_exceptions: str = "None."
    of_rated: str = "% of rated"
    period: str = "Period"
    polarity: str = "Polarity"
    rating: str = "Rating"
    reason: str = "Reason"
    reference: str = "Ref"
    rule_sets: str = "Rule sets"
    rules: str = "Rules"
    rules_source: str = "Rules from"
    scorecard: str = "Scorecard"
    shortfall: str = "Next level needs"
    source: str = "Source"
    summary: str = "Summary"
    target: str = "Target"
    tolerance: str = "Tolerance"
    total: str = "Total"
    travel: str = "Direction of travel"
    unit: str = "Unit"
    value: str = "Value"

    def __attrs_post_init__(self) -> None:
        for each in fields(Labels):
            check_text(each.name, getattr(self, each.name))

    def judgement_header(self, name: str) -> str:
        """Return the header for a judgement, by the name that rules call it.

        >>> ENGLISH.judgement_header("travel"), ENGLISH.judgement_header("short trend")
        ('Direction of travel', 'Short trend')
        """
        known = {"rating": self.rating, "travel": self.travel}
        return known.get(name) or name[:1].upper() + name[1:]


ENGLISH = Labels()

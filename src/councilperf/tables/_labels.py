"""The words that tables print around a council's own: one set for each language."""

from __future__ import annotations

import re
from typing import final

from attrs import fields, frozen

from councilperf._checks import check_text
from councilperf._display import Displayed
from councilperf.errors import FieldValueError

__all__ = ["ENGLISH", "WELSH", "Labels"]


@final
@frozen
class Labels(Displayed):
    """Headers and captions, as data.

    >>> Labels(measure="Indicator").measure
    'Indicator'

    What is not given is in English. *language* is the tag of the language that the others are in,
    such as "cy".
    """

    action: str = "Action"
    all_items: str = "% of all"
    about_file: str = "About the file"
    actual: str = "Actual"
    agenda_item: str = "Agenda item"
    appendices: str = "Appendices"
    assumed: str = "Assumed"
    assurance: str = "Assurance"
    author: str = "Author"
    background: str = "Background papers"
    before: str = "Before"
    benchmark: str = "Benchmark"
    budget: str = "Budget"
    budget_line: str = "Budget line"
    cause: str = "Cause"
    chart: str = "Control chart"
    check: str = "Check"
    classification: str = "Classification"
    commentary: str = "Commentary"
    committee: str = "Committee"
    computed: str = "Computed"
    condition: str = "Why"
    contacts: str = "Contact"
    council: str = "Council"
    count: str = "Number"
    decided_by: str = "decided by"
    decision_maker: str = "Decision maker"
    differences: str = "Given and computed levels that differ"
    due: str = "Due"
    edge: str = "Needs"
    emerging_issues: str = "Emerging issues"
    exceptions: str = "Exceptions"
    exempt: str = "Exempt and confidential information"
    field: str = "Field"
    findings: str = "Findings for officers"
    forecast: str = "Forecast"
    found: str = "What the checks find"
    given: str = "Given"
    held_elsewhere: str = "published separately"
    here: str = "Here"
    implications: str = "Implications"
    invited: str = "Invited"
    judgement: str = "Judgement"
    key: str = "Key"
    key_decision: str = "Key decision"
    key_developments: str = "Key developments"
    language: str = "en-GB"
    lead_member: str = "Lead member"
    legend: str = "Symbols and marks"
    level: str = "Level"
    lower_limit: str = "Lower limit"
    margin: str = "Could worsen by"
    mean: str = "Mean"
    meaning: str = "Meaning"
    measure: str = "Measure"
    meeting: str = "Date of meeting"
    no_changes: str = "Nothing has changed."
    no_commentary: str = "none given"
    no_exceptions: str = "None."
    not_for_publication: str = "not for publication: it holds exempt or confidential information"
    now: str = "Now"
    objective: str = "Objective"
    objectives: str = "Objectives and milestones"
    of_rated: str = "% of rated"
    officer: str = "Officer"
    options: str = "Options considered"
    originator: str = "Originator"
    period: str = "Period"
    place: str = "Place"
    polarity: str = "Polarity"
    portfolio: str = "Portfolio"
    priority: str = "Priority"
    progress: str = "Progress"
    public_interest: str = "public interest"
    publication: str = "Publication"
    purpose: str = "Purpose"
    rating: str = "Rating"
    reason: str = "Reason"
    reasons: str = "Reasons for recommendations"
    recommendations: str = "Recommendations"
    reference: str = "Ref"
    referred_to: str = "to be referred to"
    remedy: str = "What to do"
    report: str = "The report"
    responsible: str = "Responsible"
    review: str = "to be reviewed on"
    rule_sets: str = "Rule sets"
    rules: str = "Rules"
    rules_source: str = "Rules from"
    scorecard: str = "Scorecard"
    senior_officer: str = "Senior officer"
    severity: str = "Severity"
    shortfall: str = "Next level needs"
    sign_offs: str = "Sign-off"
    signal: str = "Signal"
    since: str = "Since the last report"
    source: str = "Source"
    stands: str = "Counts"
    status: str = "Status of meeting"
    summary: str = "Summary"
    target: str = "Target"
    tolerance: str = "Tolerance"
    total: str = "Total"
    trend: str = "Trend"
    travel: str = "Direction of travel"
    unit: str = "Unit"
    unrated: str = "Not rated"
    upper_limit: str = "Upper limit"
    value: str = "Value"
    variance: str = "Variance"
    variation: str = "Variation"
    wards: str = "Wards"
    where: str = "Where"
    wrong: str = "What is wrong"

    def __attrs_post_init__(self) -> None:
        for each in fields(Labels):
            check_text(each.name, getattr(self, each.name))
        if not _TAG.fullmatch(self.language):
            raise FieldValueError("language", self.language, "a language's tag, such as 'cy'")

    def judgement_header(self, name: str) -> str:
        """Return the header for a judgement, by the name that rules call it.

        >>> ENGLISH.judgement_header("travel"), ENGLISH.judgement_header("short trend")
        ('Direction of travel', 'Short trend')
        """
        known = {"rating": self.rating, "travel": self.travel}
        return known.get(name) or name[:1].upper() + name[1:]

    def beginning_of(self, text: str) -> str:
        """Return the label in another language that a text begins with, or "" for none.

        >>> WELSH.beginning_of("Crynodeb: rating"), ENGLISH.beginning_of("Summary: rating")
        ('Crynodeb', '')
        """
        if self.language == ENGLISH.language:
            return ""
        for each in fields(Labels):
            label: str = getattr(self, each.name)
            if label != each.default and text.startswith(label):
                rest = text.removeprefix(label)
                if not rest or rest[0] in ",:":
                    return label
        return ""


#: A language's tag as BCP 47 has it, without what nobody uses.
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

ENGLISH = Labels()

#: Only words that papers and minutes of councils in Wales print (Ynys Môn, Flintshire, Conwy,
#: Swansea, Carmarthenshire, Rhondda Cynon Taf) or the Senedd's; whatever else is left in English.
WELSH = Labels(
    appendices="Atodiadau",
    author="Awdur",
    budget="Cyllideb",
    committee="Pwyllgor",
    contacts="Cyswllt",
    council="Cyngor",
    exceptions="Eithriadau",
    language="cy",
    measure="Mesur",
    period="Cyfnod",
    place="Lleoliad",
    purpose="Pwrpas",
    recommendations="Argymhellion",
    scorecard="Cerdyn sgorio",
    summary="Crynodeb",
    target="Targed",
    total="Cyfanswm",
)

"""The checks that `check` runs unless it is told otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.assurance._check import Check, run_checks
from councilperf.assurance._commentary_checks import (
    find_adverse_without_commentary,
    find_commentary_contradicts,
    find_orphan_commentary,
)
from councilperf.assurance._figure_checks import (
    find_better_than_possible,
    find_level_without_figure,
    find_order_of_magnitude,
    find_outside_unit,
    find_parts_do_not_follow,
    find_row_without_figure,
    find_target_on_wrong_side,
    find_target_zero,
)
from councilperf.assurance._finding import Severity
from councilperf.assurance._law_checks import (
    find_exempt_text_in_clear,
    find_public_interest_unstated,
    find_regime_not_in_force,
    find_regime_of_other_country,
    find_review_passed,
    find_standards_paragraph,
)
from councilperf.assurance._paper_checks import (
    find_appendix_empty,
    find_appendix_missing,
    find_duplicate_reference,
    find_implication_not_stated,
    find_implications_absent,
    find_milestone_overdue,
    find_reasons_absent,
    find_recommendation_without_subject,
    find_sign_off_outstanding,
)
from councilperf.assurance._tally_checks import (
    find_budget_total_does_not_add,
    find_percentage_base_unstated,
    find_percentage_does_not_follow,
    find_tally_does_not_add,
    find_tally_not_of_scorecard,
    find_variance_does_not_follow,
    find_variance_sign_unstated,
)
from councilperf.assurance._time_checks import (
    find_approval_after_meeting,
    find_background_after_meeting,
    find_benchmark_stale,
    find_budget_for_other_period,
    find_named_period_after_meeting,
    find_observation_after_meeting,
    find_period_after_meeting,
    find_referral_before_meeting,
    find_title_names_other_period,
    find_two_years_for_one_period,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from councilperf.assurance._finding import Finding
    from councilperf.model import Report

__all__ = ["STANDARD_CHECKS", "check"]

_ERROR, _WARNING, _NOTE = Severity

#: What is looked for, in the order of the page "What the checks find".
STANDARD_CHECKS: tuple[Check, ...] = (
    Check("period-after-meeting", _ERROR, find_period_after_meeting),
    Check("named-period-after-meeting", _WARNING, find_named_period_after_meeting),
    Check("two-years-for-one-period", _ERROR, find_two_years_for_one_period),
    Check("title-names-other-period", _WARNING, find_title_names_other_period),
    Check("budget-for-other-period", _WARNING, find_budget_for_other_period),
    Check("observation-after-meeting", _ERROR, find_observation_after_meeting),
    Check("benchmark-stale", _NOTE, find_benchmark_stale),
    Check("background-after-meeting", _WARNING, find_background_after_meeting),
    Check("referral-before-meeting", _ERROR, find_referral_before_meeting),
    Check("approval-after-meeting", _WARNING, find_approval_after_meeting),
    Check("outside-unit", _WARNING, find_outside_unit),
    Check("parts-do-not-follow", _ERROR, find_parts_do_not_follow),
    Check("better-than-possible", _ERROR, find_better_than_possible),
    Check("order-of-magnitude", _WARNING, find_order_of_magnitude),
    Check("target-on-wrong-side", _ERROR, find_target_on_wrong_side),
    Check("target-zero", _NOTE, find_target_zero),
    Check("level-without-figure", _WARNING, find_level_without_figure),
    Check("row-without-figure", _NOTE, find_row_without_figure),
    Check("tally-does-not-add", _ERROR, find_tally_does_not_add),
    Check("tally-not-of-scorecard", _WARNING, find_tally_not_of_scorecard),
    Check("percentage-base-unstated", _WARNING, find_percentage_base_unstated),
    Check("percentage-does-not-follow", _ERROR, find_percentage_does_not_follow),
    Check("variance-sign-unstated", _NOTE, find_variance_sign_unstated),
    Check("variance-does-not-follow", _ERROR, find_variance_does_not_follow),
    Check("budget-total-does-not-add", _ERROR, find_budget_total_does_not_add),
    Check("adverse-without-commentary", _WARNING, find_adverse_without_commentary),
    Check("orphan-commentary", _WARNING, find_orphan_commentary),
    Check("commentary-contradicts", _WARNING, find_commentary_contradicts),
    Check("appendix-missing", _ERROR, find_appendix_missing),
    Check("appendix-empty", _WARNING, find_appendix_empty),
    Check("duplicate-reference", _WARNING, find_duplicate_reference),
    Check("recommendation-without-subject", _WARNING, find_recommendation_without_subject),
    Check("reasons-absent", _NOTE, find_reasons_absent),
    Check("implications-absent", _NOTE, find_implications_absent),
    Check("implication-not-stated", _NOTE, find_implication_not_stated),
    Check("sign-off-outstanding", _WARNING, find_sign_off_outstanding),
    Check("milestone-overdue", _WARNING, find_milestone_overdue),
    Check("regime-of-other-country", _ERROR, find_regime_of_other_country),
    Check("regime-not-in-force", _ERROR, find_regime_not_in_force),
    Check("public-interest-unstated", _WARNING, find_public_interest_unstated),
    Check("review-passed", _NOTE, find_review_passed),
    Check("standards-paragraph", _WARNING, find_standards_paragraph),
    Check("exempt-text-in-clear", _ERROR, find_exempt_text_in_clear),
)


def check(report: Report, checks: Iterable[Check] = STANDARD_CHECKS) -> tuple[Finding, ...]:
    """Return what is wrong in a report, gravest first; a report that is right gives none.

    >>> from datetime import date
    >>> from councilperf.model import Committee, Meeting, Report
    >>> from councilperf.periods import ReportingPeriod
    >>> panel = Committee("Scrutiny Panel", "Worcestershire County Council")
    >>> early = Report(
    ...     Meeting(panel, date(2021, 12, 10)), "Performance", ReportingPeriod.quarter(2021, 3)
    ... )
    >>> [finding.code for finding in check(early)]
    ['period-after-meeting', 'implications-absent']

    The findings are in the same order whatever the order of the checks. They speak of the whole
    report, so they may quote what is exempt: findings for the public are those of its view,
    `check(public_view(report))`. `choose_checks` leaves checks out, grades and adds them.
    """
    return run_checks(report, checks)

"""What is wrong in a paper, what has changed, and who may see what."""

from councilperf.assurance._check import Check, CheckFunction, choose_checks
from councilperf.assurance._count_table import CountTable
from councilperf.assurance._diff import Change, ChangeKind, diff
from councilperf.assurance._finding import Finding, Remark, Severity
from councilperf.assurance._reconcile import Mismatch, reconcile
from councilperf.assurance._rules_check import check_by_rules
from councilperf.assurance._standard import STANDARD_CHECKS, check
from councilperf.assurance._suppression import Suppression, suppress
from councilperf.assurance._view import member_view, public_view

__all__ = [
    "Change",
    "ChangeKind",
    "Check",
    "CheckFunction",
    "CountTable",
    "Finding",
    "Mismatch",
    "Remark",
    "STANDARD_CHECKS",
    "Severity",
    "Suppression",
    "check",
    "check_by_rules",
    "choose_checks",
    "diff",
    "member_view",
    "public_view",
    "reconcile",
    "suppress",
]

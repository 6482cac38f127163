"""What a committee paper holds: who meets, what is asked, and the performance that is shown."""

from councilperf.model._answer import Answer
from councilperf.model._appendix import Appendix
from councilperf.model._background import BackgroundList, BackgroundPaper
from councilperf.model._budget import BudgetLine, BudgetMonitoring, VarianceSign
from councilperf.model._commentary import Commentary
from councilperf.model._committee import Committee, CommitteeKind
from councilperf.model._confidentiality import Confidentiality, ConfidentialityGround
from councilperf.model._contact import ContactPoint
from councilperf.model._council import Council, CouncilKind, Country
from councilperf.model._exemption import Exemption
from councilperf.model._implication import Implication, ImplicationStatus
from councilperf.model._indicator import Indicator
from councilperf.model._marking import Marking
from councilperf.model._meeting import Meeting, MeetingStatus
from councilperf.model._objective import Milestone, Objective
from councilperf.model._observation import Observation, ObservedValue
from councilperf.model._person import Person
from councilperf.model._polarity import Polarity
from councilperf.model._profile import profile_targets
from councilperf.model._recommendation import Recommendation, RecommendationVerb
from councilperf.model._regime import ExemptParagraph, Regime
from councilperf.model._report import Part, Report
from councilperf.model._restriction import Restriction
from councilperf.model._role import Role
from councilperf.model._scorecard import Benchmark, Scorecard, ScorecardRow
from councilperf.model._section import Section
from councilperf.model._signoff import Approval, SignOff
from councilperf.model._stated import StatedLevel, Voice
from councilperf.model._stated_tally import StatedCount, StatedTally
from councilperf.model._target import Aim, Range, Target, TargetBasis
from councilperf.model._tolerance import Tolerance, ToleranceBasis
from councilperf.model._unit import NUMBER, PERCENT, POUNDS, Unit
from councilperf.model._wards import ALL_WARDS, Wards

__all__ = [
    "ALL_WARDS",
    "Aim",
    "Answer",
    "Appendix",
    "Approval",
    "BackgroundList",
    "BackgroundPaper",
    "Benchmark",
    "BudgetLine",
    "BudgetMonitoring",
    "Commentary",
    "Committee",
    "CommitteeKind",
    "Confidentiality",
    "ConfidentialityGround",
    "ContactPoint",
    "Council",
    "CouncilKind",
    "Country",
    "ExemptParagraph",
    "Exemption",
    "Implication",
    "ImplicationStatus",
    "Indicator",
    "Marking",
    "Meeting",
    "MeetingStatus",
    "Milestone",
    "NUMBER",
    "Objective",
    "Observation",
    "ObservedValue",
    "PERCENT",
    "POUNDS",
    "Part",
    "Person",
    "Polarity",
    "Range",
    "Recommendation",
    "RecommendationVerb",
    "Regime",
    "Report",
    "Restriction",
    "Role",
    "Scorecard",
    "ScorecardRow",
    "Section",
    "SignOff",
    "StatedCount",
    "StatedLevel",
    "StatedTally",
    "Target",
    "TargetBasis",
    "Tolerance",
    "ToleranceBasis",
    "Unit",
    "VarianceSign",
    "Voice",
    "Wards",
    "profile_targets",
]

"""Whether another implementation gives the same answers: cases, and what differs.

Imported as `councilperf.conformance`; `python -m councilperf conformance` puts a program to it.
"""

from councilperf.conformance._answer import answer
from councilperf.conformance._case import Case, load_cases
from councilperf.conformance._difference import Difference, find_differences

__all__ = ["Case", "Difference", "answer", "find_differences", "load_cases"]

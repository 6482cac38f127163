"""Charts of results, each with the sentence that it stands for; they need the extra `charts`.

Every function is pure and draws one result, from nothing else. altair is loaded when the first
chart is drawn. Figures become floating-point numbers there, as a picture needs them; what is
written beside them is exact.
"""

from councilperf.charts._benchmark_dots import benchmark_dots
from councilperf.charts._control_chart import control_chart
from councilperf.charts._status_bar import status_bar
from councilperf.charts._trend_chart import trend_chart

__all__ = ["benchmark_dots", "control_chart", "status_bar", "trend_chart"]

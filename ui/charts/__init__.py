"""Charts. `course` is the one painter for screen and paper. pyqtgraph lives only in `trend_plot`,
`axes` and `layer`, which a large `trend_chart.TrendChart` loads when it is first seen."""

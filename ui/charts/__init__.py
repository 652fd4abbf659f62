"""Charts on the screen. pyqtgraph lives only in `trend_plot` and `axes`, which are imported after
the first paint; everything else imports `trend_chart.TrendChart`, which waits for them."""

"""Painters: functions on a QPainter, the same for screen and print; no widget is in here.

Lengths are px at 100 % scale; print scales the painter. Colours come from a `ui.palettes.Palette`.

shapes.paint_status(painter, rect, status, palette, *, hollow=False, mono=False)
score_bar.paint_score_bar(painter, rect, score | None, status, palette)
spark.paint_spark(painter, rect, values, palette, *, targets=(), end_status)
change.paint_change(painter, rect, text, palette, *, worse=False, arrow=None)
counts.paint_counts(painter, rect, {status: n}, palette), counts.counts_width(counts)
badge.paint_badge(painter, rect, n, palette, status=RED), badge.badge_width(n)
pill.paint_pill(painter, rect, status, text, palette), pill.pill_width(text)
number.paint_number(painter, rect, text, palette, *, unit="", medium=False, colour=None)
keycap.paint_keycap(painter, rect, keys, palette, colour=None), keycap.keycap_width(keys)
star.paint_star(painter, rect, colour)
words.paint_words(painter, rect, text, colour, *, role="body", align=left)
words.words_width(text, role), words.is_cut(text, width, role)
"""

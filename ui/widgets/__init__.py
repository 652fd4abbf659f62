"""Widgets of the window; each takes the `Look` and words (`ui.look.Wording`) in its constructor.

A wording is a `Said`, a `Words`, or a plain str of the user; it is told anew when the look changes.
Every control has an accessible name, a tool tip, a tab stop and a focus ring.

label.Label(look, wording, role="body", colour="text", wrap=False): set_wording, set_colour
button.Button(look, wording, kind=Kind.SECONDARY, icon="", keys="", small=False, menu=False):
    clicked, refuse(reason | None), set_wording; Kind.PRIMARY, SECONDARY, QUIET (icon alone), LINK
chip.Chip(look, wording, status=None, icon=""): toggled, set_count(n)
segmented.Segmented(look, name, [(key, wording)]): chosen(str), current, set_current(key)
period_picker.PeriodPicker(look, period): picked(Period), period, set_period, step(n), open()
search_field.SearchField(look, placeholder, keys="Ctrl K"): a QLineEdit
status_pill.StatusPill(look, status, wording=None): set_status(status, wording=None)
banner.Banner(look, title, sentence, status=BLUE, icon="info"): set_content, add_action(widget)
note_box.NoteBox(look, status): set_content(title, sentences), add_action(widget)
tabs.Tabs(look, name, [(key, wording)]): chosen(str), current, set_current(key), set_count(key, n)
empty_state.EmptyState(look, icon, title, sentence, action=None): action_requested
toast.Toast(look): show_message(wording, action=None), action_requested; a strip in the layout
skeleton.Skeleton(look, rows=5)
elided.Elided(look, wording, …): a Label cut in its middle where it has no room
rail.Rail(look, [RailItem(key, icon, wording)], foot): chosen(str), set_current, set_badge(key, n)
focus_ring.FocusRing(look, window): one per window
plain_tip.set_tip(widget, text)
painted.PaintedButton: what the painted controls share
"""

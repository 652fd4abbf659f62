"""The page on which a month's numbers are typed or pasted."""

from ui.views.entry.page import EntryPage as EntryPage

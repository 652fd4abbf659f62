"""The page of what is late or due soon, by who owns it, with the words for a mail."""

from ui.views.due.page import DuePage as DuePage

"""The history page: every step by KPI, person and day, what it changed, and one step undone."""

from ui.views.history.page import HistoryPage as HistoryPage

"""The governance page: what definitions lack and contradict, and their quarterly review."""

from ui.views.governance.page import GovernancePage as GovernancePage

"""Where to begin: the sample, KPIs of the library, one's own numbers; and the steps from there."""

from ui.views.start.page import StartPage as StartPage

"""The detail of the chosen line: `detail_panel.DetailPanel`, one module for each of its tabs."""

from ui.views.panel.detail_panel import DetailPanel as DetailPanel

"""The page of the KPI library: found at the left, listed in the middle, told at the right."""

from ui.views.library.page import LibraryPage as LibraryPage

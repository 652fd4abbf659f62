"""The page of frozen snapshots: the list, their pages, and the files to hand over."""

from ui.views.snapshots.page import SnapshotsPage

__all__ = ["SnapshotsPage"]

"""Which org unit is a part of which."""

from collections.abc import Mapping

from scorecard.model.records import Org


def is_within(orgs: Mapping[str, Org], org: str | None, whole: str | None) -> bool:
    """Whether the unit `org` is a part of the unit `whole`, at any depth; not of itself."""
    seen: set[str] = set()
    while org is not None and org in orgs and org not in seen:
        seen.add(org)
        org = orgs[org].parent
        if org is not None and org == whole:
            return True
    return False

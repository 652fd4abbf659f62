"""A plugin for runs of mutants: what one test worked out is not remembered in the next one, or a
mutant of what a cache holds would never run; and no example has to be quick."""

import sys

import pytest
from hypothesis import settings

settings.register_profile("mutants", deadline=None, max_examples=40, derandomize=True)
settings.load_profile("mutants")


@pytest.fixture(autouse=True)
def _forgets() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("scorecard."):
            for each in list(vars(module).values()):
                if hasattr(each, "cache_clear"):
                    each.cache_clear()

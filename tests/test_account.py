"""Who is at the computer, where nobody gave a name."""

import getpass

import pytest

from scorecard.account import account_name

NAMES = ("LOGNAME", "USER", "LNAME", "USERNAME")


@pytest.mark.parametrize("name", [None, *NAMES])
def test_the_account_has_the_name_that_python_finds(
    monkeypatch: pytest.MonkeyPatch, name: str | None
) -> None:
    for each in NAMES:
        monkeypatch.delenv(each, raising=False)
    if name is not None:
        monkeypatch.setenv(name, "王小明")

    assert account_name() == getpass.getuser()

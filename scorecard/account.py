"""The account that a program runs under, for who gave no name."""

import os
import sys
from contextlib import suppress


def account_name() -> str:
    """Its name, as `getpass.getuser` finds it, which brings along what asks for passwords and is
    loaded at every start; empty for one without, as in some containers."""
    names = ("LOGNAME", "USER", "LNAME", "USERNAME")
    said = next((os.environ[name] for name in names if os.environ.get(name)), "")
    if said or sys.platform == "win32":
        return said
    import pwd

    with suppress(KeyError):
        return pwd.getpwuid(os.getuid()).pw_name
    return ""

"""Imports as Python does them, without what PySide6 puts around them."""

import builtins
import linecache


def use_plain_imports() -> None:
    """Take PySide6's redirection of `import` away; needs PySide6 to be imported.

    It reads the source of every module that is imported, to learn whether the module wants
    Qt's methods under other names (`from __feature__ import …`). Nothing here does; the sources
    of our modules and the standard library's are 4 MB that Python would keep; what it has read
    until now is 1 MB, and is thrown away.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()

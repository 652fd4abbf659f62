"""Text as it is kept: NFC, without control and direction-override characters, bounded (S9)."""

import re
import unicodedata

from scorecard.vocabulary import Words

#: The longest name and the longest text, in characters.
NAME_LIMIT = 200
TEXT_LIMIT = 4000

# Control characters but tab and line feed; embeddings, overrides and isolates of direction and
# their marks; line and paragraph separators; the byte order mark; halves of pairs; non-characters.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029"
    "\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
#: What some system does not take in the name of a file.
_UNFIT = re.compile(r'[<>:"/\\|?*]+')
_FILE_PART = 60
#: Full width and small, as input methods for Chinese type it.
_PERCENT_SIGNS = str.maketrans("\uff05\ufe6a", "%%")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85")


def clean(text: str) -> str:
    """`text` as the document keeps it: one spelling (NFC), printable, trimmed.

    Line feeds and tabs stay. What is too long is for `check` to refuse: nothing is cut.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    kept = _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", kept).strip()


def clean_name(text: str) -> str:
    """A name or an id: as `clean`, on one line."""
    return " ".join(clean(text).split())


def clean_unit(text: str) -> str:
    """A unit: as `clean_name`, its percent sign the one that makes a share, however wide it was
    typed."""
    return clean_name(text).translate(_PERCENT_SIGNS)


def file_part(text: str) -> str:
    """A text as part of the name of a file, for any system: never a path (S10)."""
    return clean_name(_UNFIT.sub(" ", text)).strip(" .")[:_FILE_PART]


def clean_words(words: Words) -> Words:
    """Both languages of a text, cleaned."""
    return Words(clean(words.zh_TW), clean(words.en))

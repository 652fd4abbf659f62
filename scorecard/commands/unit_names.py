"""What a line is called that is for one unit among others."""

from scorecard.vocabulary import NO_WORDS, Words


def for_unit(name: Words, unit: Words, before: Words = NO_WORDS, *, always: bool = True) -> Words:
    """`name` for `unit`, in the languages in which it has one: with the unit's name in place of
    that of the unit `before`, else where `always` with it in front, where a narrow column does
    not cut it off."""
    zh, en = unit.show("zh_TW"), unit.show("en")
    return Words(
        _said(name.zh_TW, before.zh_TW, zh, f"{zh}：{name.zh_TW}" if always else name.zh_TW),
        _said(name.en, before.en, en, f"{en}: {name.en}" if always else name.en),
    )


def _said(name: str, before: str, unit: str, otherwise: str) -> str:
    if before and before in name:
        return name.replace(before, unit)
    return otherwise if name else ""

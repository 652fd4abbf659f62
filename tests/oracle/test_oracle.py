"""The product against the oracle, on made-up documents that use every part of the rules."""

import json
from pathlib import Path

import pytest

from scorecard.exchange.board_text import board_json, json_bytes
from tests.cli.running import Run
from tests.oracle.comparing import compared, differences, imported
from tests.oracle.making import Maker

#: Documents in a normal run, and under `--faults=full`; each is looked at in four views.
_FEW, _MANY, _BATCHES = 64, 3000, 8


def _seeds(request: pytest.FixtureRequest, batch: int) -> range:
    many = _MANY if request.config.getoption("--faults") == "full" else _FEW
    return range(batch, many, _BATCHES)


@pytest.mark.parametrize("batch", range(_BATCHES))
def test_product_and_oracle_agree_on_every_line(request: pytest.FixtureRequest, batch: int) -> None:
    found = []
    for seed in _seeds(request, batch):
        maker = Maker(seed)
        document = maker.document()
        board = imported(document)
        for view in maker.views(document):
            found += [f"{seed} {view}: {said}" for said in differences(document, board, view)]

    assert found == []


@pytest.mark.parametrize("seed", range(3))
def test_the_command_line_says_the_same(tmp_path: Path, run: Run, seed: int) -> None:
    maker = Maker(seed)
    document = maker.document()
    source, file = tmp_path / "board.json", tmp_path / "board.scorecard"
    source.write_text(json.dumps(document), "utf-8")
    code, to_date, today = maker.views(document)[0]

    assert run("new", file).code == 0
    assert run("import", file, source).code in (0, 1)
    upto = ["--upto"] if to_date else []
    said = run("values", file, "--period", code, *upto, "--today", today, "--json").json

    assert list(compared(document, said, (code, to_date, today))) == []


@pytest.mark.parametrize("seed", range(20))
def test_what_is_exported_and_imported_again_is_the_same_byte_for_byte(seed: int) -> None:
    once = board_json(imported(Maker(seed).document()))

    again = board_json(imported(json.loads(json_bytes(once))))

    assert json_bytes(again) == json_bytes(once)

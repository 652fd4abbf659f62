"""The trend in the panel: what its caption and its sentences say of it, and who can read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from scorecard.commands.entry import EnterValue
from scorecard.figures.detail import detail
from scorecard.period import Period
from scorecard.text import tell
from tests.ui.panels import Stage
from ui.charts.trend_chart import TrendChart
from ui.look import Look
from ui.selection import Reach
from ui.views.panel.chart_slot import figure_of
from ui.views.panel.overview import Overview
from ui.views.panel.subject import Subject, subject_of
from ui.views.panel.trend_page import TrendPage


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The panel on OEE, shown."""
    made = Stage(tmp_path, look, "n-oee")
    qtbot.addWidget(made.panel)
    made.panel.show()
    made.panel.refresh()
    yield made
    made.panel.hide()
    made.bridge.close()


def summary(stage: Stage) -> str:
    stage.panel.show_tab("trend")
    page = stage.panel.page("trend")
    assert isinstance(page, TrendPage)
    return page.summary.text()


def captions(stage: Stage) -> list[str]:
    said = []
    for key in ("overview", "trend"):
        stage.panel.show_tab(key)
        page = stage.panel.page(key)
        assert isinstance(page, Overview | TrendPage)
        said.append(page.caption.text() if page.caption.isVisible() else "")
    return said


def subject(stage: Stage) -> Subject:
    found = subject_of(stage.bridge, stage.selection.node)
    assert found is not None
    return found


def test_no_period_before_the_first_value_is_called_missing(stage: Stage) -> None:
    said = summary(stage)

    assert said.startswith("2024-11 至 2026-10")
    assert said.endswith("缺值：2026-02。")


def test_the_sentence_is_about_what_the_chart_shows(stage: Stage) -> None:
    stage.selection.choose("n-ontime")
    for measure in ("orders_shipped", "orders_on_time"):
        stage.bridge.run(EnterValue(measure, "co", "2024-01", 90.0))

    assert summary(stage).startswith("2024-10 至 2026-10")


@pytest.mark.parametrize(
    ("reach", "shown"), [(Reach.TO_DATE, "2026-10 年累計"), (Reach.QUARTER, "2026-Q4")]
)
def test_the_caption_says_that_the_chart_is_of_months(
    stage: Stage, reach: Reach, shown: str
) -> None:
    stage.selection.set_reach(reach)

    for said in captions(stage):
        assert said == f"圖與管制界限：每月數值。上方數字：{shown}。"


def test_a_month_of_a_monthly_line_needs_no_caption(stage: Stage) -> None:
    assert captions(stage) == ["", ""]


@pytest.mark.parametrize("reach", [Reach.TO_DATE, Reach.QUARTER])
def test_a_total_is_not_compared_with_the_limits_of_months(stage: Stage, reach: Reach) -> None:
    stage.selection.set_reach(reach)

    said = [tell(each, "zh_TW") for each in subject(stage).panel.why]

    assert not [sentence for sentence in said if "管制" in sentence or "一般變動" in sentence]


def test_panel_page_and_chart_know_the_same_limits(stage: Stage, look: Look) -> None:
    about = subject(stage)
    figure = figure_of(about, look)
    assert figure is not None

    of_page = detail(about.evaluation, about.line).trend

    assert figure.newest(25).newest(13).trend.limits == of_page.limits
    assert figure.newest(13).trend.limits == of_page.limits
    assert figure.newest(13).trend.signals == of_page.signals


def test_the_sentence_about_variation_says_the_limits_of_the_chart(
    stage: Stage, look: Look
) -> None:
    figure = figure_of(subject(stage), look)
    assert figure is not None
    limits = figure.trend.limits[-1]

    said = tell(subject(stage).panel.why[-1], "zh_TW").replace(" ", "\u00a0")

    assert figure.number(limits.lower) in said
    assert figure.number(limits.upper) in said


def test_the_overview_says_what_it_takes_to_finish_the_year_green(stage: Stage) -> None:
    stage.selection.choose("n-ontime")
    stage.panel.refresh()
    page = stage.panel.page("overview")
    assert isinstance(page, Overview)

    assert page.takes.isVisible()
    assert page.takes.text().startswith("2026 年要以綠燈收尾：剩下的 2 個月，每月至少")

    stage.selection.choose("p-int")
    stage.panel.refresh()
    assert not page.takes.isVisible()


def test_the_trend_says_where_the_year_will_land(stage: Stage) -> None:
    stage.selection.choose("n-ontime")
    stage.panel.show_tab("trend")
    page = stage.panel.page("trend")
    assert isinstance(page, TrendPage)

    assert page.lands.text().startswith("預估 2026 年底 93.")
    assert page.lands.text().endswith("：難以達成。")


def test_a_forecast_of_last_year_says_nothing_of_this_one(stage: Stage) -> None:
    stage.selection.choose("n-ontime")
    stage.selection.show_month(Period.parse("2027-05"))

    found = subject(stage)

    assert found.prospect is not None
    assert (found.takes, found.lands) == (None, ())


def test_every_part_of_the_chart_has_a_name(stage: Stage, qtbot: QtBot) -> None:
    chart = stage.panel.findChild(TrendChart)
    assert chart is not None
    if chart.is_loading:
        with qtbot.waitSignal(chart.ready, timeout=20_000):
            chart.update()

    whole = QAccessible.queryAccessibleInterface(chart)

    assert [
        part.role().name for part in _parts(whole) if not part.text(QAccessible.Text.Name)
    ] == []


def _parts(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """A part for a screen reader, and all below it."""
    yield part
    for at in range(part.childCount()):
        child = part.child(at)
        if child is not None:
            yield from _parts(child)

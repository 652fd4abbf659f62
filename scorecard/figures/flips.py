"""Under which other arithmetic a line has another colour, in words and as data."""

from scorecard.evaluation import Evaluation
from scorecard.sensitivity import Flip
from scorecard.shown_scores import score_of
from scorecard.text import Said


def flips_said(evaluation: Evaluation, node_id: str) -> tuple[Said, ...]:
    """A sentence for each change that gives a coloured line another colour; a grey one, which
    would have any colour at all, says itself why it has none."""
    if evaluation.line(node_id).score is None:
        return ()
    return tuple(flip_said(evaluation, flip) for flip in evaluation.flips(node_id))


def flip_said(evaluation: Evaluation, flip: Flip) -> Said:
    """The change and the colour in one sentence."""
    facts = {"change": change_said(evaluation, flip), "result": result_said(flip)}
    return Said("flip.tip.line", facts)


def change_said(evaluation: Evaluation, flip: Flip) -> Said:
    """What is done otherwise."""
    if flip.child is None:
        return Said(f"flip.{flip.change}")
    way = "more" if flip.points > 0 else "less"
    return Said(f"flip.{flip.change}.{way}", {"name": evaluation.line(flip.child).name})


def result_said(flip: Flip) -> Said:
    """The colour in words, and the score."""
    status = Said(f"look.status.{flip.status.value}")
    return Said("flip.result", {"status": status, "score": score_of(flip.score)})


def flip_json(flip: Flip) -> dict[str, object]:
    """One flip as `explain` answers it; `points` of 100 of the weight of all."""
    return {
        "change": flip.change,
        "node": flip.child,
        "points": round(100 * flip.points) if flip.child else None,
        "status": flip.status.value,
        "score": flip.score,
    }

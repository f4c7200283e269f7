"""Level 12, two questions: what helps against overfitting, and how many epochs so many iterations are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from checks.exercise import exercise
from checks.levels.tinynet_batches import mistakes
from checks.levels.tinynet_training import LEVEL
from checks.probing import Misuse


def asked(answer: Any) -> Iterator[tuple[str, Any]]:
    """One number; both questions are asked alike."""
    if answer is ...:
        raise Misuse("Nothing is here yet: put a number in the place of the dots and run that cell again.")
    if np.ndim(answer):
        raise Misuse("One number is asked for.")
    yield "answer", answer


def the_right_number(got: Any, want: Any) -> str | None:
    """A rule in place of equality, since a report on a question must not print the right answer."""
    return None if np.isclose(got, want) else f"Your answer is {got:g}."


def choice(number: float, name: str, why: str) -> tuple[Any, ...]:
    """A wrong answer and why it is wrong."""
    return name, why, lambda g, r: number


EPOCH_CHOICES = (
    choice(
        600, "iterations-for-epochs", "That is how many steps were made. How many does one pass over all images take?"
    ),
    choice(10, "iterations-over-batch-size", "600 / 60 is no number of passes. How many batches make one pass?"),
    choice(25, "epoch-length", "That is how many iterations one epoch has. How many such epochs are in 600?"),
    choice(36000, "images-seen", "So many images went through the net, the same ones again and again. How often each?"),
    choice(60, "batch-size", "That is the size of a batch."),
)
REMEDY_CHOICES = (
    choice(
        1, "higher-degree", "The curve goes through every training point already. What would it do with more freedom?"
    ),
    choice(2, "more-steps", "That drives the training loss further down. Is that the loss that is too large?"),
    choice(4, "train-on-them", "Then nothing is left to tell you how well it does on points that it has not seen."),
)

for question, choices in (("epochs", EPOCH_CHOICES), ("remedy", REMEDY_CHOICES)):
    exercise(
        f"training.question-{question}",
        level=LEVEL,
        expects="value",
        inputs=lambda rng: {},
        trials=({},),
        rows={"answer": ""},
        rules={"answer": the_right_number},
        mistakes=mistakes("answer", *choices),
    )(asked)

"""Declaring what drives a student's answer: the half of a level that a sandbox needs.

room = Room(__name__)

@room.exercise("affine.forward", inputs=layer_and_batch, trials=SIZES, rows={"out": "one row per sample"})
def forward(Affine, x, W, b): ...

room.question("affine.question-size")
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checks.exercise import Exercise, Inputs, Probe, declare
from checks.probing import Misuse

Array = NDArray[Any]
"""Numbers of any kind, in any shape: the docstring beside it says which."""
Arrays = dict[str, Any]
"""Inputs by name: arrays, now and then a plain number."""
Rows = Iterator[tuple[str, Any]]
"""What a probe yields: the name of a row, and the value that the student's code gave for it."""


class Room:
    """A level's room, as its `probes` module sees it."""

    def __init__(self, module: str) -> None:
        """`module` is the `__name__` of the module, such as "checks.levels.affine.probes"."""
        self.name = module.split(".")[-2]

    def exercise(
        self,
        id: str,
        *,
        inputs: Inputs,
        trials: Sequence[Mapping[str, Any]],
        rows: Mapping[str, str],
        behaviour: Sequence[str] = (),
        expects: str = "class",
        atol: float = 1e-5,
        rtol: float = 1e-5,
    ) -> Callable[[Probe], Exercise]:
        """Declare an exercise; decorates its probe.  See `Exercise` for what the arguments mean."""

        def decorate(probe: Probe) -> Exercise:
            return declare(Exercise(id, self.name, expects, probe, inputs, trials, rows, behaviour, atol, rtol))

        return decorate

    def question(self, id: str, meaning: str = "", probe: Probe | None = None) -> None:
        """Declare a question without points, whose answer is one number; a `probe` of its own may take another kind."""
        self.exercise(id, expects="value", inputs=lambda rng: {}, trials=({},), rows={"answer": meaning})(
            probe or one_number
        )


def one_number(answer: Any) -> Rows:
    """The answer to a question, or a sentence about what stands in its place."""
    if answer is ...:
        raise Misuse("Nothing is here yet: put a number in the place of the dots and run that cell again.")
    if np.ndim(answer):
        raise Misuse("One number is asked for.")
    yield "answer", answer

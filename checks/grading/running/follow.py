"""Running a notebook in a worker process: the parent's side.

Nothing a notebook does ends the grader: a cell that takes too long is interrupted, then its process is killed; what
was finished stays, and every cell that did not finish says why.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence

from checks.grading.running.channel import Event, Lines, decode
from checks.grading.running.clock import WATCH_SECONDS, Clock
from checks.grading.running.job import Job, Ran, Result, Stopped, stop_output
from checks.grading.running.limits import MB, Limits
from checks.grading.running.process import Worker
from checks.grading.running.record import Record


def execute(job: Job, *, trusted: bool = False) -> Ran:
    """Run the cells of a job one after the other in a fresh process.

    `trusted` code runs without the sandbox, with the grader's own rights. Raises SandboxUnavailable when it is not
    trusted and this machine has no sandbox.
    """
    results = [Result() for _ in job.cells]
    with Worker(job, trusted) as worker:
        worker.start()
        try:
            _follow(worker, Record(results, job.limits), job.limits)
        except Stopped as stopped:
            return Ran(_explain(results, str(stopped)), str(stopped))
    return Ran(results)


def _explain(results: Sequence[Result], reason: str) -> Sequence[Result]:
    """Give each cell that did not finish an error output that says why."""
    unfinished = (result for result in results if not result.finished)
    for number, result in enumerate(unfinished):
        result.outputs.append(stop_output(reason if number == 0 else f"Not run. {reason}"))
    return results


def _follow(worker: Worker, record: Record, limits: Limits) -> None:
    """Take in events until every cell is done.  Raises Stopped."""
    for event in _events(worker, record, limits):
        record.take(event)
        if all(result.finished for result in record.results):
            return


def _events(worker: Worker, record: Record, limits: Limits) -> Iterator[Event]:
    """Decoded events, as long as they come in time and in bounds.  Raises Stopped."""
    if not record.results:
        return
    lines, total = Lines(), 0
    clock = Clock(limits)
    while True:
        clock.watch_memory(worker)
        left = clock.left(record.current, begun=record.begun)
        chunk = worker.read(min(left, WATCH_SECONDS))
        if chunk is None:
            if left <= WATCH_SECONDS:
                clock.late(worker, record.note)
            continue
        if not chunk:
            raise Stopped(clock.reason or _ended(worker, record.current, limits))
        total += len(chunk)
        if total > limits.notebook_bytes:
            raise Stopped(f"The notebook printed more than {limits.notebook_bytes // MB} MB and was stopped.")
        yield from map(decode, lines.of(chunk))


def _ended(worker: Worker, cell: int, limits: Limits) -> str:
    """Why there is nothing more to read, as a sentence."""
    try:
        status = worker.process.wait(limits.grace_seconds)
    except subprocess.TimeoutExpired:
        return "The notebook closed the grader's own channel and was stopped."
    number = -status if status < 0 else status - 128  # bubblewrap passes a signal on as 128 and its number
    how = f"was killed by signal {number}" if number > 0 else f"ended with status {status}"
    return f"The Python process {how} while cell {cell + 1} ran."

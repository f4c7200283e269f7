"""The report on one exercise: in Lab, in a terminal and in nbgrader's feedback the same content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from textwrap import TextWrapper

NOT_REACHED = "not-reached"
NO_EVIDENCE = "no-evidence"


@dataclass(frozen=True)
class Row:
    """One thing that was checked in one trial.  `hint` names the diagnosis of a failed row."""

    name: str
    trial: str
    passed: bool
    message: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Line:
    """One row's trials together, as a report shows them."""

    name: str
    passed: int
    reached: int
    trials: int
    message: str

    @property
    def wrong(self) -> int:
        """In how many trials the row was reached and did not pass."""
        return self.reached - self.passed

    @property
    def mark(self) -> str:
        if self.passed == self.trials:
            return "✓"
        return "✗" if self.wrong else "·"

    @property
    def verdict(self) -> str:
        if self.passed == self.trials:
            return "right"
        verdict, count = ("wrong", self.wrong) if self.wrong else ("not reached", self.trials - self.reached)
        return verdict if self.passed == 0 else f"{verdict} in {count} of {self.trials} trials"


@dataclass(frozen=True)
class Report:
    """What was right in an exercise, what was wrong, and why."""

    exercise: str
    rows: tuple[Row, ...]

    @property
    def right(self) -> int:
        """How many rows passed."""
        return sum(row.passed for row in self.rows)

    @property
    def passed(self) -> bool:
        """Whether everything is right; an empty report never passes."""
        return bool(self.rows) and self.right == len(self.rows)

    @property
    def fraction(self) -> float:
        """The part of the points that is earned, from 0.0 to 1.0."""
        return self.right / len(self.rows) if self.rows else 0.0

    def lines(self) -> list[Line]:
        """The rows of all trials, grouped by name, each with a message of theirs."""
        names = dict.fromkeys(row.name for row in self.rows)
        return [self._line(name, [row for row in self.rows if row.name == name]) for name in names]

    def _line(self, name: str, rows: list[Row]) -> Line:
        reached = sum(row.hint not in (NOT_REACHED, NO_EVIDENCE) for row in rows)
        return Line(name, sum(row.passed for row in rows), reached, len(rows), _first_message(rows))

    @property
    def headline(self) -> str:
        """The outcome in one line."""
        if len(self.rows) == 1:
            return f"{self.exercise}: {'right' if self.passed else 'not right yet'}."
        if self.passed:
            return f"{self.exercise}: all {len(self.rows)} checks are right."
        return f"{self.exercise}: {self.right} of {len(self.rows)} checks are right."

    @property
    def first_message(self) -> str:
        """Where to start: the message of the first row that failed."""
        return _first_message(self.rows)

    def text(self) -> str:
        """The report for a terminal."""
        lines = self.lines()
        width = max((len(line.name) for line in lines), default=0)
        return "\n".join([self.headline, *(_text_line(line, width) for line in lines)])

    def html(self) -> str:
        """The report as a table; every text is escaped, since some of it comes from the student's code."""
        why = any(line.message for line in self.lines())
        body = "".join(_html_line(line, why) for line in self.lines())
        return (
            '<div style="max-width:60em;overflow-x:auto">'
            f'<p style="margin:.4em 0"><strong>{escape(self.headline)}</strong></p>'
            '<table style="border-collapse:collapse;text-align:left;margin:0"><thead><tr>'
            f"{_cell('what', 'th')}{_cell('verdict', 'th')}{_cell('why', 'th') if why else ''}</tr></thead>"
            f"<tbody>{body}</tbody></table></div>"
        )

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()


def _first_message(rows: Iterable[Row]) -> str:
    """The first message; one of a row that was reached, if there is any, since it says more."""
    messages = [row for row in rows if row.message]
    return next((row.message for row in sorted(messages, key=lambda row: row.hint == NOT_REACHED)), "")


def _text_line(line: Line, width: int) -> str:
    start = f"  {line.mark} {line.name:<{width}}  {line.verdict}"
    return "\n".join([start, *wrapped(line.message, "      ")])


def wrapped(message: str, indent: str) -> list[str]:
    """A message in lines that fit a terminal and the width of a notebook, and that nbgrader's Validate does not cut."""
    return TextWrapper(width=84, initial_indent=indent, subsequent_indent=indent).wrap(message)


def _html_line(line: Line, why: bool) -> str:
    name = _cell(line.name, "td", "span" if " " in line.name else "code")
    verdict = _cell(f"{line.mark} {line.verdict}", "td")
    return f"<tr>{name}{verdict}{_cell(line.message, 'td') if why else ''}</tr>"


_CELL = "text-align:left;vertical-align:top;padding:.25em .8em .25em 0;border-bottom:1px solid #bbb"


def _cell(text: str, tag: str, inner: str = "span") -> str:
    """A cell in one line if it is short and the page is wide; on a phone all but a word or two is wrapped."""
    width = ";white-space:nowrap" if len(text) < 12 else f";min-width:min({len(text)}ch,16vw)" if len(text) < 50 else ""
    return f'<{tag} style="{_CELL}{width}"><{inner}>{escape(text)}</{inner}></{tag}>'

"""nbgrader's exporter for assignments: makes sure of the gradebook before an earlier release is removed."""

from __future__ import annotations

from typing import Any, cast

from nbconvert.exporters import NotebookExporter
from nbgrader.api import Gradebook
from nbgrader.converters.base import NbGraderException


class AssignmentExporter(NotebookExporter):
    """Opens the gradebook when it is made, which is the last thing before nbgrader deletes the old release."""

    def __init__(self, **kw: Any) -> None:
        super().__init__(**kw)  # type: ignore[no-untyped-call]
        course = cast(Any, self.parent).coursedir
        try:
            with Gradebook(course.db_url, course.course_id) as gradebook:
                gradebook.assignments  # noqa: B018  # a query, so that a damaged file shows
        except Exception as error:  # SQLAlchemy's many, alembic's exit, a missing program
            message = (
                f"The gradebook {course.db_url} can't be opened ({type(error).__name__}: {error}). Nothing was "
                "released and nothing removed. Is it a gradebook of this version of nbgrader, and may you write there? "
                "See `nbgrader db upgrade`; a new one is made where there is none."
            )
            self.log.error("%s", message)
            raise NbGraderException(message) from error

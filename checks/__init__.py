"""Everything that scores the course.

A notebook needs `check` (what the student runs) and `score` (what the grader runs); both work with numpy and the
standard library alone. What grades a class lives in `checks.grading`.
"""

from checks.api import CheckFailed, NotGraded, check, report_on, score

__all__ = ["CheckFailed", "NotGraded", "check", "report_on", "score"]

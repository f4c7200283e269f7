from pathlib import Path

from checks.grading.nbgrader.plug import configure

c = get_config()  # noqa: F821
c.CourseDirectory.course_id = "backprop"
configure(c, Path(__file__).parent)

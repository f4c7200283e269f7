"""The formgrader's buttons, on a real Jupyter server, give the same results as the command line."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from checks.grading.course import Course
from checks.grading.level import is_test, read_level
from course.building.sample_class import Work
from course.score import score_all
from tests.classroom import AFFINE, answer, filled_in, hand_in, quick_course

TOKEN = "token-of-the-test"
pytestmark = [pytest.mark.server, pytest.mark.slow]


@dataclass
class Browser:
    """An instructor's browser: logged in, with the cookie against cross-site requests."""

    url: str
    session: requests.Session

    def press(self, button: str) -> dict[str, object]:
        """Post to the formgrader's API as its page does."""
        headers = {"X-XSRFToken": str(self.session.cookies["_xsrf"])}
        answer = self.session.post(f"{self.url}/formgrader/api/{button}", headers=headers, timeout=60)
        answer.raise_for_status()
        found: dict[str, object] = answer.json()
        assert found["success"], found
        return found


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return quick_course(tmp_path_factory.mktemp("formgrader"), AFFINE)


@pytest.fixture(scope="module")
def browser(course: Course) -> Iterator[Browser]:
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    with subprocess.Popen(
        [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", f"--port={port}", "--port-retries=0"],
        cwd=course.root,
        env=_environment(course.root / ".jupyter"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            session = requests.Session()
            _wait_for(server, url)
            session.get(f"{url}/formgrader", params={"token": TOKEN}, timeout=60).raise_for_status()
            yield Browser(url, session)
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _environment(folder: Path) -> dict[str, str]:
    """A Jupyter with settings of its own, in which nbgrader's formgrader is switched on."""
    folder.mkdir()
    settings = {"ServerApp": {"jpserver_extensions": {"nbgrader.server_extensions.formgrader": True}}}
    (folder / "jupyter_server_config.json").write_text(json.dumps(settings), encoding="utf-8")
    places = {f"JUPYTER_{kind}_DIR": str(folder) for kind in ("CONFIG", "DATA", "RUNTIME")}
    return {**os.environ, **places, "JUPYTER_TOKEN": TOKEN}


def _wait_for(server: subprocess.Popen[bytes], url: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert server.poll() is None, "the Jupyter server ended"
        try:
            requests.get(f"{url}/api", timeout=5).raise_for_status()
            return
        except requests.ConnectionError:
            time.sleep(0.1)
    raise TimeoutError("the Jupyter server does not answer")


def scores(course: Course) -> dict[str, tuple[float, float]]:
    """Score and highest score of every student, out of the gradebook."""
    with Gradebook(f"sqlite:///{course.root}/gradebook.db", "backprop") as gradebook:
        return {found.student.id: (found.score, found.max_score) for found in gradebook.assignment_submissions(AFFINE)}


def test_the_buttons_release_grade_and_give_feedback(course: Course, browser: Browser) -> None:
    browser.press(f"assignment/{AFFINE}/assign")
    level = read_level(course, AFFINE)
    wrong = answer("wrong", "bias-not-gathered")
    class_ = {
        "right": filled_in(level, Work.solve),
        "mistaken": filled_in(level, lambda work: (work.solve(), work.replace(wrong))),
        "empty": "",
    }
    paths = {student: hand_in(course, level, student, notebook) for student, notebook in class_.items()}
    for student in class_:
        browser.press(f"submission/{AFFINE}/{student}/autograde")
        browser.press(f"assignment/{AFFINE}/{student}/generate_feedback")
        assert (course.root / "feedback" / student / AFFINE / f"{level.notebook}.html").is_file()

    outside = dict(zip(paths, score_all(course, list(paths.values())), strict=True))
    points = sum(test.points for test in level.tests.values())
    assert scores(course) == {
        "right": (points, points),
        "mistaken": (outside["mistaken"].score, points),
        "empty": (0, points),
    }
    assert 0 < (outside["mistaken"].score or 0) < points


def test_an_edited_level_is_graded_as_edited_without_a_new_start(course: Course, browser: Browser) -> None:
    quick_course(course.root, AFFINE, change=_make_the_last_test_worth_50)
    browser.press(f"assignment/{AFFINE}/assign")
    level = read_level(course, AFFINE)
    hand_in(course, level, "right", filled_in(level, Work.solve))
    browser.press(f"submission/{AFFINE}/right/autograde")
    points = sum(test.points for test in level.tests.values())
    assert points > 50
    assert scores(course)["right"] == (points, points)


def _make_the_last_test_worth_50(cells: list[NotebookNode]) -> None:
    [cell for cell in cells if is_test(cell)][-1].metadata.nbgrader.points = 50


def test_a_request_from_another_page_is_refused(browser: Browser) -> None:
    refused = browser.session.post(f"{browser.url}/formgrader/api/submission/{AFFINE}/right/autograde", timeout=60)
    assert refused.status_code == 403

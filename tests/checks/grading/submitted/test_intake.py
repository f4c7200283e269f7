"""What is taken along of a submission's folder."""

from __future__ import annotations

import os
from pathlib import Path

from checks.grading.submitted.intake import MAX_FILE, MAX_FILES, refused


def test_plain_files_are_taken_along(tmp_path: Path) -> None:
    for name in ("affine.ipynb", "data.csv", "größe.txt"):
        (tmp_path / name).write_text("1", encoding="utf-8")
    assert list(refused(tmp_path)) == []


def test_links_folders_pipes_and_large_files_are_not(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/passwd")
    (tmp_path / "broken").symlink_to("nowhere")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "large.bin").open("wb") as file:
        file.truncate(MAX_FILE + 1)
    assert dict(refused(tmp_path)) == {
        "link": "it is a symbolic link",
        "broken": "it is a symbolic link",
        "folder": "it is a folder",
        "pipe": "it is no plain file",
        "large.bin": "it has more than 10 MB",
    }


def test_there_is_an_end_to_the_number_of_files(tmp_path: Path) -> None:
    for number in range(MAX_FILES + 3):
        (tmp_path / f"{number:03}.txt").touch()
    assert [name for name, _ in refused(tmp_path)] == ["050.txt", "051.txt", "052.txt"]

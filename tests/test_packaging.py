"""What is installed: pyproject.toml, requirements.lock and environment.yml say the same, and a wheel has every file."""

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
REQUIRED = [Requirement(line) for lines in [PROJECT["dependencies"], *EXTRAS.values()] for line in lines]
LOCK = (ROOT / "requirements.lock").read_text()
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]

LICENCES = {"LICENSE", "LICENSE-TEXT"}
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
PLATFORMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "macos": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}
PYPI_NAMES = {"matplotlib-base": "matplotlib", "playwright-python": "playwright"}  # where conda-forge's differs


def pins() -> list[Requirement]:
    lines = [line.split("#")[0].strip() for line in LOCK.splitlines()]
    return [Requirement(line) for line in lines if line]


def conda_ranges() -> dict[str, SpecifierSet]:
    from_pip = [line for line in pip_section() if not line.startswith("-e")]
    packages = [Requirement(line) for line in [*CONDA, *from_pip] if isinstance(line, str)]
    return {canonicalize_name(PYPI_NAMES.get(each.name, each.name)): each.specifier for each in packages}


def pip_section() -> list[str]:
    (section,) = [each["pip"] for each in CONDA if isinstance(each, dict)]
    return section


def test_the_named_pythons_are_those_that_pyproject_accepts():
    accepted = SpecifierSet(PROJECT["requires-python"])
    assert [f"3.{minor}" for minor in range(30) if f"3.{minor}" in accepted] == PYTHONS
    named = [each.rpartition(" ")[2] for each in PROJECT["classifiers"] if "Python :: 3." in each]
    assert named == PYTHONS


def test_no_package_is_required_twice():
    names = [canonicalize_name(each.name) for each in REQUIRED]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_lock_pins_every_requirement_once(python, platform):
    here = PLATFORMS[platform] | {"python_version": python, "python_full_version": f"{python}.0"}
    pinned: dict[str, list[str]] = {}
    for pin in pins():
        if pin.marker is None or pin.marker.evaluate(here):
            (only,) = pin.specifier
            pinned.setdefault(canonicalize_name(pin.name), []).append(only.version)
    assert {name: versions for name, versions in pinned.items() if len(versions) > 1} == {}
    for required in REQUIRED:
        (version,) = pinned.get(canonicalize_name(required.name), [None])
        assert version is not None, f"{required.name} is missing: make lock"
        assert version in required.specifier, f"{required} is pinned to {version}: make lock"


def test_the_lock_pins_exactly_and_from_anywhere():
    for pin in pins():
        assert re.fullmatch(r"==[0-9][0-9a-z.]*", str(pin.specifier)), pin
        assert pin.url is None, pin


@pytest.mark.parametrize("place", ["://", "file:", "/", "\\", "--", "@", "localhost"])
def test_the_lock_names_no_host_path_or_index(place):
    assert [line for line in LOCK.splitlines() if place in line] == []


def test_conda_gets_the_same_packages_and_ranges():
    wanted = {canonicalize_name(each.name): each.specifier for each in REQUIRED}
    wanted["python"] = SpecifierSet(PROJECT["requires-python"])
    wanted["pip"] = SpecifierSet()
    assert conda_ranges() == wanted


def test_conda_installs_the_course_itself_with_every_extra():
    course = pip_section()[-1]
    extras = re.fullmatch(r"-e \.\[(.*)\]", course)
    assert extras is not None, course
    assert set(extras[1].split(",")) == set(EXTRAS)


def test_a_wheel_has_every_file_of_the_packages_and_both_licences(tmp_path):
    tree = tmp_path / "a tree"
    tree.mkdir()
    for name in ["pyproject.toml", "README.md", *LICENCES]:
        shutil.copy(ROOT / name, tree)
    for package in ["checks", "course"]:
        shutil.copytree(ROOT / package, tree / package, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    files = {
        str(path.relative_to(tree))
        for top in ["checks", "course"]
        for path in (tree / top).rglob("*")
        if path.is_file()
    }

    command = [sys.executable, "-m", "pip", "wheel", "-qq", "--no-deps", "--no-build-isolation", "--no-index", "."]
    subprocess.run(command, cwd=tree, check=True)

    (wheel,) = tree.glob("backprop_course-*.whl")
    packed = zipfile.ZipFile(wheel).namelist()
    assert files - set(packed) == set()
    assert {Path(name).name for name in packed if "/licenses/" in name} == LICENCES

# `make` lists what there is. Everything runs in .venv, whatever other environment is active.
# Paths are relative, so that the folder may have a space in its name.

PYTHON = python3

# nbgrader calls `alembic` by name, so the environment's programs come first.
IN_VENV = PATH="$$PWD/.venv/bin:$$PATH"
unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV

.PHONY: help demo test test-all lab build lint bench mutants lock clean
.DEFAULT_GOAL := help

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' Makefile | expand -t 16

demo: .venv/.stamp  ## release, collect, grade and return a sample class on three levels
	@$(IN_VENV) course demo

test: lint  ## lint, types, and the quick tests
	@$(IN_VENV) pytest -n 2 -m "not slow"

test-all: lint  ## lint, types, and every test, with coverage
	@$(IN_VENV) pytest -n 2 --cov --cov-report=term:skip-covered

lab: .venv/.stamp  ## copy the levels to my-levels/ and open them in JupyterLab
	@$(IN_VENV) course start my-levels
	@$(IN_VENV) jupyter lab my-levels

build: .venv/.stamp  ## make release/, solutions/ and the stored answers from source/
	@$(IN_VENV) course build

lint: .venv/.stamp  ## check style, formatting, types and the house's arrows
	@$(IN_VENV) ruff check
	@$(IN_VENV) ruff format --check
	@$(IN_VENV) mypy
	@$(IN_VENV) lint-imports --no-cache --no-logo

bench: .venv/.stamp  ## measure speeds, each beside what it is compared with
	@$(IN_VENV) python -m benchmarks

mutants: .venv/.stamp  ## change the solutions in small ways: every change must be refused
	@$(IN_VENV) python -m tests.mutants

# Keeps the versions it finds where they still fit; delete requirements.lock first to take the newest.
# Uses an existing .venv even when it is out of date: the next target renews it once, from the new lock.
# One version of a package for all Pythons ("fewest"), so that all of them build the same notebooks.
lock:  ## renew requirements.lock from pyproject.toml
	@test -x .venv/bin/uv || $(MAKE) --no-print-directory .venv/.stamp
	@.venv/bin/uv pip compile pyproject.toml --quiet --all-extras --universal --python-version 3.11 \
		--fork-strategy fewest --annotation-style line --custom-compile-command "make lock" \
		--output-file requirements.lock

clean:  ## remove .venv, the demo's class and the caches
	@rm -rf .venv demo-class build dist *.egg-info .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

.venv/.stamp: pyproject.toml requirements.lock
	@command -v "$(PYTHON)" >/dev/null || { echo 'There is no "$(PYTHON)" here. Install Python 3.11 or newer (up to' \
		'3.14), or name one: make PYTHON=/path/to/python3.12' >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; v = sys.version_info; (3, 11) <= v < (3, 15) or sys.exit( \
		"The course needs Python 3.11 to 3.14, and $(PYTHON) is %d.%d. Name another: make PYTHON=python3.12" % v[:2])'
	@echo "Making the environment in .venv: about a minute, longer where downloads are slow."
	@"$(PYTHON)" -m venv --clear .venv
	@.venv/bin/python -m pip install -qq --disable-pip-version-check -r requirements.lock
	@.venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch .venv/.stamp
	@echo "The environment is ready."

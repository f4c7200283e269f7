"""What the tests in a browser need: a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lab import CHROMIUM, browser_page

PATIENCE = 30_000  # milliseconds: a machine may be busy
MISSING = "no Chromium here, and these tests look at pages in one: install it with `apt install chromium`"


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A page of Chromium; without one, CI fails and other machines skip."""
    if CHROMIUM is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    expect.set_options(timeout=PATIENCE)
    with browser_page() as page:
        yield page

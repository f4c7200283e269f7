"""What the tests in a browser need: a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lab import browser_page

PATIENCE = 30_000  # milliseconds: a machine may be busy


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A page of Chromium."""
    expect.set_options(timeout=PATIENCE)
    with browser_page() as page:
        yield page

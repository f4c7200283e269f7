"""A real JupyterLab with a level open in a real Chromium."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SETTINGS = {
    # JupyterLab leaves out of the page what is not on the screen, unless told otherwise.
    "notebook-extension/tracker": {"windowingMode": "none"},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}
TO_SETTLE = """() => {
    const prompts = [...document.querySelectorAll('.jp-Notebook .jp-InputPrompt')].map(prompt => prompt.textContent)
    return document.querySelector('#jp-main-statusbar').textContent.includes('| Idle') &&
        prompts.some(text => /\\d/.test(text)) && !prompts.some(text => text.includes('*'))
}"""
WAIT = 90_000


@contextlib.contextmanager
def browser_page(width: int = 1280, height: int = 900) -> Iterator[Page]:
    """A page in the system's Chromium that reaches no other machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=1.5)
            page.route(lambda url: not url.startswith(("http://127.0.0.1:", "file:", "data:")), lambda r: r.abort())
            yield page
        finally:
            browser.close()


@contextlib.contextmanager
def jupyter(folder: Path) -> Iterator[str]:
    """Serve a folder with JupyterLab; yields its address, with a {path} and the token in it."""
    port, token = _free_port(), secrets.token_hex(8)
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}", "--port-retries=0"]
    private = folder / ".jupyter"
    environment = {**os.environ, **_environment(private), "JUPYTER_TOKEN": token}
    with (private / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        _wait_for(f"http://127.0.0.1:{port}/api/status?token={token}", server, private / "log")
        yield f"http://127.0.0.1:{port}/lab/tree/{{path}}?token={token}&reset"
    finally:
        server.terminate()
        server.wait(20)


def _environment(private: Path) -> dict[str, str]:
    """A Jupyter that knows nothing of the settings of whoever runs the tests."""
    for name, settings in SETTINGS.items():
        path = private / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(settings), encoding="utf-8")
    places = {f"JUPYTER_{kind}_DIR": str(private / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    lab = {f"JUPYTERLAB_{kind}_DIR": str(private / kind.lower()) for kind in ("SETTINGS", "WORKSPACES")}
    return {**places, **lab, "IPYTHONDIR": str(private / "ipython")}


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        assert server.poll() is None, f"JupyterLab ended:\n{log.read_text()[-3000:]}"
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(address, timeout=5).close()
            return
        time.sleep(0.1)
    raise AssertionError(f"JupyterLab did not start:\n{log.read_text()[-3000:]}")


def open_notebook(page: Page, address: str, path: str) -> None:
    """Open a notebook and wait until its kernel is idle."""
    page.goto(address.format(path=path))
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=WAIT)
    page.get_by_text("| Idle").wait_for(timeout=WAIT)


def run_all(page: Page) -> None:
    """Run all cells up to the first error, and wait until the kernel is done."""
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.wait_for_function(TO_SETTLE, timeout=WAIT)


def code_cell(page: Page, text: str) -> Locator:
    """The code cell whose code has this text in it."""
    return page.locator(".jp-CodeCell").filter(has=page.locator(".cm-content", has_text=text))

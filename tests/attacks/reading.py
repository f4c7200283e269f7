"""Reading and writing what is not theirs."""

from __future__ import annotations

import os

from tests.attacks.handed import WRONG, Handed, attack, code

GROUP = "reading"
SECRET = "SECRET-OF-THE-GRADER"

code(
    "execs_the_solution",
    GROUP,
    """
import glob, json, pathlib, re
for top in ('/', '..', '../..', '../../..', pathlib.Path.home(), '/home', '/tmp', '/root', '/given'):
    for path in glob.glob(f'{top}/**/*affine*', recursive=True)[:200]:
        try: text = pathlib.Path(path).read_text()
        except Exception: continue
        if 'BEGIN SOLUTION' in text or '/solutions/' in path:
            for cell in json.loads(text)['cells'] if path.endswith('ipynb') else []:
                try: exec(''.join(cell['source']))
                except Exception: pass
""",
)
code(
    "opens_the_gradebook",
    GROUP,
    """
import glob, sqlite3
for path in glob.glob('/**/gradebook.db', recursive=True) + ['../../../gradebook.db', '/gradebook.db']:
    try:
        db = sqlite3.connect(path)
        db.execute('update grade set manual_score = 100'); db.commit()
    except Exception: pass
""",
)
code(
    "prints_everything",
    GROUP,
    """
import os, subprocess, glob
print(dict(os.environ))
print(open('/proc/self/mountinfo').read())
for pid in glob.glob('/proc/[0-9]*'):
    for name in ('cmdline', 'environ'):
        try: print(open(f'{pid}/{name}').read())
        except OSError: pass
listing = subprocess.run('ls -laR /home /given /srv /etc 2>&1 | head -300', shell=True, capture_output=True, text=True)
print(listing.stdout)
""",
)
code(
    "deletes_what_it_can",
    GROUP,
    """
import os, shutil, glob
for top in ('../..', '/given', '/home', '/root', '/tmp', '/usr/lib', '/etc'):
    shutil.rmtree(top, ignore_errors=True)
""",
)
code(
    "active_content",
    GROUP,
    """
from IPython.display import HTML, SVG, Javascript, Markdown, Latex, display
for kind in (HTML, Markdown, Latex): display(kind('<script>alert(1)</script><img src=x onerror=alert(1)>'))
display(Javascript('alert(1)'))
display(SVG('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'))
display({'image/png': '"><script>alert(1)</script>', 'text/plain': '<script>alert(1)</script>'}, raw=True)
display({'image/png': 'aGFsbG8='}, raw=True, metadata={'image/png': {'width': '"><script>alert(1)</script>'}})
print('<script>alert(1)</script>')
raise ValueError('<script>alert(1)</script>')
""",
)
code(
    "talks_to_the_network",
    GROUP,
    """
import socket
try:
    socket.create_connection(('127.0.0.1', 22), timeout=1); print('CONNECTED')
except OSError as error: print('no way:', error)
try:
    s = socket.socket(socket.AF_UNIX); s.connect('/var/run/docker.sock'); print('CONNECTED')
except OSError as error: print('no way:', error)
""",
)
code(
    "breaks_out",
    GROUP,
    """
import ctypes, os, resource
libc = ctypes.CDLL(None, use_errno=True)
tries = {
    'user namespace': lambda: libc.unshare(0x10000000),
    'mount': lambda: libc.mount(b'none', b'/given', b'tmpfs', 0, None),
    'become root': lambda: libc.setuid(0),
    'ptrace init': lambda: libc.ptrace(16, 1, 0, 0),
    'chroot': lambda: libc.chroot(b'/tmp'),
}
for name, call in tries.items(): print(name, 'WORKED' if call() == 0 else 'refused')
for limit in (resource.RLIMIT_AS, resource.RLIMIT_NPROC):
    try:
        resource.setrlimit(limit, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)); print('limit WORKED')
    except (ValueError, OSError): print('limit refused')
""",
)
code(
    "searches_memory_for_the_truth",
    GROUP,
    """
import gc, sys
print([k for k in sys.modules if 'grading' in k])
print([type(o) for o in gc.get_objects() if 'Evidence' in type(o).__name__][:5])
""",
)


@attack(GROUP)
def script_in_markdown(handed: Handed) -> None:
    handed.answer(WRONG)
    handed.add("<script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1))", kind="markdown")


@attack(GROUP)
def script_in_an_edited_text_cell(handed: Handed) -> None:
    handed.answer(WRONG)
    text = next(cell for cell in handed.cells if cell["cell_type"] == "markdown")
    text["source"] = "".join(text["source"]) + "\n<script>alert(1)</script>"
    text["attachments"] = {"a.svg": {"image/svg+xml": "<svg onload=alert(1)>"}}


@attack(GROUP)
def links_and_pipes_beside_the_notebook(handed: Handed) -> None:
    handed.answer(WRONG)
    (handed.folder / "zero").symlink_to("/dev/zero")
    (handed.folder / "passwd.txt").symlink_to("/etc/passwd")
    (handed.folder / "up").symlink_to("../..")
    os.mkfifo(handed.folder / "pipe")
    (handed.folder / "deep").mkdir()
    (handed.folder / "deep" / "link").symlink_to("/etc/passwd")
    (handed.folder / "large.bin").write_bytes(b"\0" * 11_000_000)
    handed.add("import os\nprint(sorted(os.listdir('.')))\nprint(open('passwd.txt').read())")


@attack(GROUP, "everything")
def forged_timestamp(handed: Handed) -> None:
    handed.solve()
    handed.file("timestamp.txt", "2000-01-01 00:00:00 UTC")

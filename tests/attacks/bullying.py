"""Bullying the grader and the machine."""

from __future__ import annotations

from tests.attacks.handed import code

GROUP = "bullying"
MARK = "sleeper-of-the-bully"  # found in the list of processes if one is left


def late(name: str, source: str, earns: str = "forward") -> None:
    """A right solution, and trouble after its first test: what was finished counts."""
    code(name, GROUP, source, answer="right", before="backward", earns=earns)


late("exits", "import os\nos._exit(0)")
late("exits_as_if_killed", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
late("crashes", "import ctypes\nctypes.string_at(0)")
late("loops_for_ever", "while True:\n    pass", earns="everything")
late(
    "swallows_the_interrupt",
    "import time\nwhile True:\n    try:\n        while True: time.sleep(0.01)\n    except BaseException: pass",
)
late("ignores_signals", "import signal, time\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\ntime.sleep(600)")
late("takes_eight_gigabytes", "x = bytearray(8 * 10**9)\nfor i in range(0, len(x), 4096): x[i] = 1", earns="everything")
late(
    "takes_memory_in_many_processes",
    """
import os, time
for _ in range(40):
    if os.fork() == 0:
        block = bytearray(500 * 10**6)
        for i in range(0, len(block), 4096): block[i] = 1
        time.sleep(600)
time.sleep(600)
""",
)
late("prints_three_hundred_megabytes", "for _ in range(300): print('x' * 10**6)")
late("prints_one_endless_line", "import sys\nwhile True: sys.stdout.write('x' * 10**5); sys.stdout.flush()")
late(
    "leaves_ten_sleepers",
    f"""
import subprocess, sys
for _ in range(10):
    subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)  # {MARK}'], start_new_session=True)
""",
    earns="everything",
)
late(
    "forks_thousands",
    """
import os, time
made = 0
for _ in range(5000):
    try:
        if os.fork() == 0: time.sleep(600)
        made += 1
    except OSError: break
print(made)
""",
    earns="everything",
)
late(
    "fills_the_disk",
    """
import os
for folder in ('.', '/tmp', '/dev/shm', os.path.expanduser('~')):
    try:
        for n in range(100):
            with open(f'{folder}/fill{n}', 'wb') as f: f.write(b'x' * 10**8)
    except OSError as error: print(folder, error)
""",
    earns="everything",
)
late(
    "never_ends_its_output",
    "import threading, time\ndef talk():\n    while True: print('x', flush=True); time.sleep(0.01)\n"
    "threading.Thread(target=talk, daemon=True).start()",
    earns="everything",
)
late("asks_for_input", "input('your password: ')", earns="everything")
late("leaves_the_interpreter", "import sys\nsys.exit(0)", earns="everything")
late("closes_every_descriptor", "import os\nos.closerange(0, 256)")
late(
    "exhausts_descriptors",
    "import os\nkept = []\ntry:\n    while True: kept.append(os.open('/dev/null', 0))\nexcept OSError: pass",
    earns="everything",
)
late("recurses_for_ever", "def f(): return f()\nf()", earns="everything")
late("holds_the_lock_in_c", "import re\nre.match('(a+)+$', 'a' * 40 + 'b')")

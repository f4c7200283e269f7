"""Forging the verdict."""

from __future__ import annotations

from tests.attacks.handed import WRONG, Handed, attack, code

GROUP = "forging"

code(
    "patched_comparison",
    GROUP,
    "import numpy as np\n"
    "np.allclose = np.array_equal = np.isclose = lambda *a, **k: True\n"
    "np.testing.assert_allclose = lambda *a, **k: None",
)
code(
    "input_transformer",
    GROUP,
    "ip = get_ipython()\nip.input_transformers_cleanup.append(lambda lines: ['pass\\n'])\n"
    "ip.input_transformers_post.append(lambda lines: ['6.0\\n'])",
)
code(
    "ast_transformer",
    GROUP,
    "import ast\nclass T(ast.NodeTransformer):\n    def visit_Call(self, n):\n"
    "        return ast.Constant(6.0)\nget_ipython().ast_transformers.append(T())",
)
code("number_by_displayhook", GROUP, "get_ipython().displayhook(6.0)\nget_ipython().displayhook(1e9)")
code(
    "hook_inside_the_function",
    GROUP,
    "pass",
    answer=WRONG.replace("        return x @", "        get_ipython().displayhook(2.0)\n        return x @"),
)
code(
    "stub_module",
    GROUP,
    "import sys, types\nstub = types.ModuleType('checks')\n"
    "stub.check = stub.score = lambda *a, **k: 6.0\nsys.modules['checks'] = stub\nchecks = stub",
)
code(
    "patched_checks",
    GROUP,
    "import checks, checks.api, checks.judging.judge\n"
    "checks.score = checks.api.score = lambda *a: 6.0\nchecks.check = checks.api.check = lambda *a: None\n"
    "checks.judging.judge.judge = checks.api.judge = lambda *a: None",
)
code(
    "patched_probe",
    GROUP,
    "import checks.api, checks.probing\n"
    "checks.api.run = checks.probing.run = lambda *a: (_ for _ in ()).throw(SystemExit)",
)
code(
    "silent_traceback",
    GROUP,
    "ip = get_ipython()\nip.showtraceback = ip._showtraceback = lambda *a, **k: None",
    answer="class Affine: pass",
)
code(
    "rebound_score_name",
    GROUP,
    "class checks:\n    check = staticmethod(lambda *a: None)\n    score = staticmethod(lambda *a: 6.0)",
)
code(
    "known_seed",
    GROUP,
    "import os\nos.environ['CHECKS_SEED'] = '0'",
    answer="""\
import json, pathlib, base64, checks, numpy as np
_path = pathlib.Path(checks.__file__).parent / 'answers' / '04-affine.json'
_rows = json.loads(_path.read_text())['affine.forward']['trials'][0]['rows']
class Affine:
    def __init__(self, W, b): self.W, self.b = W, b
    def forward(self, x):
        return np.frombuffer(base64.b64decode(_rows['out']['float64'])).reshape(_rows['out']['shape'])
    def backward(self, dout): return None
""",
)
code(
    "constant_inputs",
    GROUP,
    "import numpy as np\nclass Zero:\n    def normal(self, *a, size=None, **k):\n"
    "        return np.zeros(size)\n    def __getattr__(self, name): return self.normal\n"
    "np.random.default_rng = lambda *a, **k: Zero()",
)
code(
    "array_that_lies",
    GROUP,
    "pass",
    answer="""\
import numpy as np
class Liar(np.ndarray):
    shape = property(lambda self: (4, 5))
    def __eq__(self, other): return True
    def __array__(self, *a, **k): return np.zeros((4, 5))
    def __array_ufunc__(self, *a, **k): return True
    def __array_function__(self, *a, **k): return True
class Affine:
    def __init__(self, W, b): pass
    def forward(self, x): return np.zeros((4, 5)).view(Liar)
    def backward(self, dout):
        self.dW = self.db = np.zeros((4, 5)).view(Liar)
        return self.dW
""",
)
code(
    "equal_to_everything",
    GROUP,
    "pass",
    answer="""\
class Same:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __le__(self, other): return True
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
    def __abs__(self): return 0.0
    def __float__(self): return 0.0
class Affine:
    def __init__(self, W, b): self.dW = self.db = Same()
    def forward(self, x): return Same()
    def backward(self, dout): return Same()
""",
)

PUBLISH = "from IPython.display import publish_display_data\nfrom checks.evidence import MIME\n"
ZERO_ROWS = (
    "import base64\n"
    "def array(*shape, value=0.0):\n"
    "    n = 1\n"
    "    for s in shape: n *= s\n"
    "    import numpy as np\n"
    "    return {'shape': list(shape), 'float64': base64.b64encode(np.full(n, value).tobytes()).decode()}\n"
    "rows = {'out': array(4, 5), 'dx': array(4, 3), 'dW': array(3, 5), 'db': array(5)}\n"
    "def hand(id, rows=rows):\n"
    "    publish_display_data({MIME: {'exercise': id, 'trials': [{'rows': rows, 'arguments': {}}]}})\n"
)
IN_FORWARD = WRONG.replace("        return x @", "        {call}\n        return x @")


def by_hand(name: str, call: str) -> None:
    """A forward that publishes evidence of its own while it is probed."""
    code(name, GROUP, PUBLISH + ZERO_ROWS, answer=IN_FORWARD.replace("{call}", call))


by_hand("evidence_by_hand", "hand('affine.forward'); import os; raise SystemExit")
by_hand("two_pieces_of_evidence", "hand('affine.forward')")
by_hand("evidence_of_another_exercise", "hand('affine.backward'); raise SystemExit")
by_hand("evidence_of_nan", "hand('affine.forward', {'out': array(4, 5, value=float('nan'))}); raise SystemExit")
by_hand(
    "evidence_that_promises_terabytes",
    "hand('affine.forward', {'out': {'shape': [10**6, 10**6], 'float64': ''}}); raise SystemExit",
)
by_hand("evidence_as_pickle", "import pickle; publish_display_data({MIME: pickle.dumps(len)}); raise SystemExit")
by_hand(
    "evidence_nested_deeply",
    "d = []\n        for _ in range(900): d = [d]\n        publish_display_data({MIME: d}); raise SystemExit",
)
by_hand(
    "evidence_of_objects",
    "hand('affine.forward', {'out': {'type': 'array of object', 'text': 'x' * 10**6}}); raise SystemExit",
)
by_hand("evidence_as_a_bomb", "hand('affine.forward', {str(n): array(100, 100) for n in range(200)}); raise SystemExit")

code(
    "writes_to_every_descriptor",
    GROUP,
    r"""
import json, os
lies = ''.join(json.dumps(e) + '\n' for e in [
    {'done': 0}, {'done': 1}, {'done': 99}, {'output': {'output_type': 'execute_result', 'data': {'text/plain': '6.0'},
     'metadata': {}, 'execution_count': 1}}, {'started': -1}, [], 3])
for fd in range(3, 64):
    try: os.write(fd, lies.encode())
    except OSError: pass
""",
)
code(
    "late_thread",
    GROUP,
    PUBLISH + ZERO_ROWS + "import threading, time\ndef later():\n    while True:\n"
    "        time.sleep(0.001)\n        hand('affine.forward'); hand('affine.backward')\n"
    "threading.Thread(target=later, daemon=True).start()",
)


@attack(GROUP)
def submitted_checks_file(handed: Handed) -> None:
    handed.answer(WRONG)
    for name in ("checks.py", "numpy.py", "IPython.py", "sitecustomize.py", "ipykernel_launcher.py", "json.py"):
        handed.file(name, "def score(*a): return 6.0\ncheck = score\n")


@attack(GROUP)
def grade_cell_of_ones_own(handed: Handed) -> None:
    handed.add("6.0")
    own = next(cell for cell in handed.cells if cell["id"].startswith("own"))
    own["metadata"]["nbgrader"] = {
        "grade": True,
        "grade_id": "bonus",
        "points": 5,
        "locked": False,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }

"""The error terms of neurons and layers, the gradient of weights, and a question: what goes wrong."""

from __future__ import annotations

import math

import numpy as np

from checks.declaring.formulas import refused
from checks.declaring.mistakes import Judging, slips
from checks.levels.error_terms.neurons import sigmoid, slope
from checks.levels.error_terms.sheet import Cells, knowing

judging = Judging(__name__)

OUTPUT_CELLS: Cells = {"dE": lambda t, y: -2 * (t - y), "f": slope}
OUTPUT = slips(
    "delta",
    {
        "slope-omitted": [lambda dE: dE, lambda dE: -dE, lambda dE: dE / 2],
        "slope-of-y": [lambda dE, y: dE * slope(y)],
        "net-for-y-in-the-slope": [lambda dE, net: dE * net * (1 - net)],
        "sign": [lambda delta: -delta],
        "factor-2-forgotten": [lambda delta: delta / 2],
        "minus-and-2-forgotten": [lambda delta: -delta / 2],
        "error-for-its-slope": [lambda t, y, f: (t - y) ** 2 * f],
        "output-for-slope": [lambda dE, y: dE * y, lambda dE, y: dE * (1 - y)],
        "slope-twice": [lambda delta, f: delta * f],
        "sigmoid-twice": [lambda t, y, f: -2 * (t - sigmoid(y)) * f, lambda t, y: -2 * (t - sigmoid(y)) * slope(y)],
        "net-compared": [lambda t, net, f: -2 * (t - net) * f],
        "neurons-summed": [lambda delta: delta.sum(), lambda delta: delta.mean(), lambda delta: delta.sum(axis=-1)],
        "neurons-averaged": [
            lambda delta: delta / delta.size,
            lambda delta, t: delta / len(t),
            lambda delta, neurons: delta / neurons,
        ],
        "not-returned": [lambda: None],
        "single-numbers-only": [
            lambda net: math.exp(net),
            lambda net: math.exp(-net),
            lambda net: float(net),
            lambda t, y: bool(t > y),
        ],
    },
)
QUESTION: dict[str, list[float]] = {
    "handed-down": [-0.5],
    "all-three": [-0.4],
    "delta-alone": [0.25],
    "input-alone": [0.8],
    "slope-of-i": [0.032],
    "slope-of-i/times-delta": [0.04],
    "delta-of-i": [-0.08],
    "sign": [-0.2],
    "weight-for-delta": [-1.6],
}

# The sums over the outputs, with the column of biases and without, and what each output hands to each hidden neuron.
VECTOR_CELLS: Cells = {
    "net": lambda net_hidden: net_hidden,
    "y": sigmoid,
    "f": slope,
    "W": lambda W_out: W_out[:, :-1],
    "turned": lambda delta_out, W_out: delta_out @ W_out,
    "sums": lambda delta_out, W: delta_out @ W,
    "ways": lambda delta_out, W: delta_out[:, None] * W,
}
VECTOR = slips(
    "delta_hidden",
    {
        "W-not-turned": [
            lambda W, delta_out, f: W @ delta_out * f,
            lambda W, delta_out, f: np.dot(W, delta_out) * f,
            lambda W, delta_out, f: delta_out @ W.T * f,
            lambda W, delta_out, f: np.dot(delta_out, W.T) * f,
            *refused(lambda g: (g.W_out, g.delta_out)),
            lambda W, delta_out, f: (W * delta_out).sum(axis=0) * f,
            lambda ways, f: ways.sum(axis=1) * f,
        ],
        "bias-column-kept": [
            lambda turned, f: turned * f,
            lambda turned, f: f * turned,
            lambda turned, net: turned * slope(np.append(net, 1)),
            lambda turned: turned,
        ],
        "another-column-left-out": [lambda turned, f: turned[1:] * f],
        "row-left-out": [
            *refused(lambda g: (g.W_out[:-1].T, g.delta_out)),
            lambda W_out, delta_out: delta_out @ W_out[:-1],
        ],
        "slope-omitted": [lambda sums: sums],
        "slope-of-y": [lambda sums, y: sums * slope(y)],
        "net-for-y-in-the-slope": [lambda sums, net: sums * net * (1 - net)],
        "output-for-slope": [lambda sums, y: sums * y, lambda sums, y: sums * (1 - y)],
        "slope-of-the-outputs": [
            lambda sums, delta_out: sums * slope(delta_out),
            lambda delta_out, W, f: (delta_out * slope(delta_out)) @ W * f,
        ],
        "no-weights": [lambda delta_out, f: delta_out.sum() * f, lambda delta_out, f: delta_out * f],
        "one-output-only": [lambda ways, f: ways[0] * f, lambda ways, f: ways[-1] * f],
        "mean-for-the-sum": [lambda delta_hidden, M: delta_hidden / M],
        "delta-ignored": [lambda W, f: W.sum(axis=0) * f],
        "not-gathered": [lambda ways, f: ways * f, lambda ways, f: (ways * f).T, lambda ways: ways],
        "all-added-up": [lambda delta_hidden: delta_hidden.sum()],
        "column-times-row": [lambda sums, f: sums[:, None] * f, lambda sums, f: sums * f[:, None]],
        "not-returned": [lambda: None],
    },
)
WEIGHTS = slips(
    "gradient",
    {
        "one-not-appended": [lambda delta, y: np.outer(delta, y)],
        "factors-exchanged": [lambda gradient: gradient.T, lambda delta, y: np.outer(y, delta)],
        "one-in-front": [lambda delta, y: np.outer(delta, np.append(1, y))],
        "one-appended-to-delta": [lambda delta, y: np.outer(np.append(delta, 1), y)],
        "zero-appended": [lambda delta, y: np.outer(delta, np.append(y, 0))],
        "ones-for-the-biases": [lambda delta, y, M: np.column_stack([np.outer(delta, y), np.ones(M)])],
        "one-appended-twice": [lambda delta, y: np.outer(delta, np.append(y, [1, 1]))],
        "entry-by-entry": [
            lambda delta, y1: delta * y1,
            lambda delta, y: delta * y,
            *refused(lambda g: (g.delta, g.y1)),
            *refused(lambda g: (g.delta, g.y)),
            lambda delta, y1: y1 @ delta,
        ],
        "not-wrapped-for-append": [lambda y: y.append(1)],
        "slope-again": [
            lambda gradient, y1: gradient * slope(y1),
            lambda gradient, y1: gradient * y1 * (1 - y1),
            lambda delta, y: np.outer(delta, np.append(slope(y), 1)),
            lambda delta, y: np.outer(delta, np.append(y * (1 - y), 1)),
            lambda delta, y1: np.outer(slope(delta), y1),
            lambda delta, y1: np.outer(delta * slope(delta), y1),
        ],
        "minus": [lambda gradient: -gradient],
        "flat": [lambda gradient: gradient.ravel()],
        "not-returned": [lambda: None],
    },
)

judging.exercise("delta.output", knowing(OUTPUT_CELLS, OUTPUT))
judging.question("delta.question-weight", QUESTION)
judging.exercise("delta.vector", knowing(VECTOR_CELLS, VECTOR))
judging.exercise("delta.weights", knowing({"y1": lambda y: np.append(y, 1)}, WEIGHTS))

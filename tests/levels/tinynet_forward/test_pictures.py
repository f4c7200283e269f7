import importlib.util

import numpy as np
import pytest

from course.figures import graph
from course.figures.graph_picture import draw_graph
from course.figures.play import Interactive
from course.figures.small_tinynet import GRADIENTS, LABEL, PARAMETERS, VALUES, describe_small, draw_small
from course.figures.tinynet_graph import tinynet_graph
from course.levels.tinynet_forward.pictures import describe_sizes, draw_sizes, sizes_of
from course.levels.tinynet_forward.play import NODES, draw_walk, net_of, walk_controls
from course.levels.tinynet_forward.play import describe_walk as words
from tests.answers import COURSE
from tests.course.figures.reading import collisions, texts


@pytest.fixture(scope="module")
def layers():
    """The layers that level 13 brings along."""
    path = COURSE.root / "source" / "13-tinynet-forward" / "layers.py"
    spec = importlib.util.spec_from_file_location("layers_of_level_10", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def small_chain(layers):
    """The layers of the small net by name."""
    p = {name: array.astype(float) for name, array in PARAMETERS.items()}
    W1, W2 = p["W_conv1"][None, None], p["W_conv2"][None, None]
    return {
        "conv1": layers.Convolution(W1, p["b_conv1"], 1, 1),
        "relu1": layers.Relu(),
        "pool1": layers.MaxPool(2, 2, 2),
        "conv2": layers.Convolution(W2, p["b_conv2"], 1, 1),
        "relu2": layers.Relu(),
        "pool2": layers.MaxPool(2, 2, 2),
        "logits": layers.FullyConnected(p["W_fc"], p["b_fc"]),
    }


def test_the_numbers_of_the_small_net_are_what_the_layers_give(layers, small_chain):
    out, loss = VALUES["x"][None, None].astype(float), layers.SoftmaxWithLoss()
    for name, layer in small_chain.items():
        out = layer.forward(out)
        np.testing.assert_array_equal(np.squeeze(out), np.squeeze(VALUES[name]), err_msg=name)
    assert loss.forward(out, np.array([LABEL])) == pytest.approx(np.log(2))
    dout = loss.backward()
    for name, layer in reversed(small_chain.items()):
        np.testing.assert_array_equal(np.squeeze(dout), np.squeeze(GRADIENTS[name]), err_msg=name)
        dout = layer.backward(dout)
    for name in ("conv1", "conv2"):
        np.testing.assert_array_equal(small_chain[name].dW[0, 0], GRADIENTS[f"W_{name}"])
        assert small_chain[name].db == [-1]
    np.testing.assert_array_equal(small_chain["logits"].dW, GRADIENTS["W_fc"])


def test_no_pooling_of_the_small_net_hangs_on_a_kink(small_chain):
    """Else a step against the gradient would not do what the text of level 14 says."""
    for stage in ("1", "2"):
        maps = VALUES[f"conv{stage}"]
        side = len(maps) // 2
        windows = maps.reshape(side, 2, side, 2).transpose(0, 2, 1, 3).reshape(-1, 4)
        assert all(window.max() != 0 for window in windows)


@pytest.mark.parametrize("gradients", [False, True])
def test_all_numbers_of_the_small_net_are_drawn(gradients):
    drawn = texts(draw_small(gradients=gradients))
    assert ("d W_conv1" in drawn) == gradients
    numbers = [text for text in drawn if text.lstrip("−").replace(".", "").isdigit()]
    assert len(numbers) == 61 + 26 + (45 + 26 if gradients else 0)
    assert ("d pool1 [[1, -1], [-1, 1]]" in describe_small(gradients=gradients)) == gradients


def test_every_layer_of_tinynet_is_a_node_and_in_the_order_of_the_text():
    order = tinynet_graph().forward_order
    assert order == ["conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "fc", "loss"]
    assert "pool2 takes the output of relu2 (N, C2, H/2, W/2)" in graph.describe(tinynet_graph())


def test_the_blocks_of_the_sizes_are_those_of_a_forward(layers):
    net = net_of(layers)
    shapes = {name: values.shape[1:] for name, values in net.maps(net.digits[:2]).items()}
    for name, *shape in sizes_of(8, 4, 8):
        for part in name.split(", "):
            assert shapes[part] == tuple(shape)
    assert "these last 32 numbers" in describe_sizes()


@pytest.mark.parametrize(
    "figure",
    [
        draw_small(),
        draw_small(gradients=True),
        draw_sizes(),
        draw_graph(tinynet_graph()),
        draw_graph(tinynet_graph(), gradients=False),
    ],
)
def test_no_text_covers_another_or_is_cut_off(figure):
    assert collisions(figure) == []


@pytest.mark.parametrize("node", NODES)
def test_a_walk_stops_at_every_node(layers, node):
    walk = net_of(layers).walk(6, 0, 0)
    figure = draw_walk(walk, node)
    assert collisions(figure) == []
    assert f"After {node}: " in words(walk, node)
    assert " × ".join(map(str, walk.maps[node].shape)) in texts(figure)


def test_the_net_reads_most_digits_and_moves_them(layers):
    net = net_of(layers)
    said = [net.walk(place, 0, 0).maps["softmax"].argmax() for place in range(len(net.labels))]
    assert np.mean(said == net.labels) > 0.8
    x, moved = net.walk(0, 0, 0).maps["x"], net.walk(0, 1, -2).maps["x"]
    np.testing.assert_array_equal(moved[0, 1:, :-2], x[0, :-1, 2:])
    assert not moved[0, 0].any()
    assert not moved[0, :, -2:].any()


def test_moving_a_control_redraws(layers):
    net = net_of(layers)
    part = Interactive(
        lambda digit, node, down, right: draw_walk(net.walk(digit, down, right), node),
        lambda digit, node, down, right: words(net.walk(digit, down, right), node),
        **walk_controls(net),
    )
    for name, value in {"node": "pool1", "digit": 3, "down": 1, "right": -1}.items():
        before = (part.png, part.description)
        part.controls[name].value = value
        assert part.png != before[0], name
        assert part.description != before[1], name

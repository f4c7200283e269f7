# %% delta.output | by way of y
def delta_output(t, y, net):
    return 2 * (y - t) * y * (1 - y)


# %% delta.output | the sigmoid once more, and y not used
def delta_output(t, y, net):
    e = np.exp(-net)
    return -2 * (t - 1 / (1 + e)) * e / (1 + e) ** 2


# %% delta.output | in place on a copy of its own
def delta_output(t, y, net, *args):
    delta = np.array(y, dtype=float)
    delta -= t
    delta *= 2
    delta *= sigmoid_slope(net)
    return delta


# %% delta.output | step by step, read-only
def delta_output(t, y, net):
    dE_dy = -2 * (t - y)
    dy_dnet = sigmoid(net) * (1 - sigmoid(net))
    delta = np.multiply(dE_dy, dy_dnet)
    if isinstance(delta, np.ndarray):
        delta.flags.writeable = False
    return delta


# %% delta.output | single numbers gathered into an array
def delta_output(t, y, net):
    return np.vectorize(lambda t, y, net: -2 * (t - y) * sigmoid_slope(net))(t, y, net)


# %% delta.output | with numpy's warnings
def delta_output(t, y, net):
    np.array([1.0, 0.0]) / np.array([0.0, 0.0])
    return -2 * (t - y) * sigmoid_slope(net)


# %% delta.scalar-step | nine lines
def scalar_step(w, x, t, learning_rate):
    y3 = sigmoid(w["w31"] * x[0] + w["w32"] * x[1] + w["b3"])
    y4 = sigmoid(w["w41"] * x[0] + w["w42"] * x[1] + w["b4"])
    y5 = sigmoid(w["w53"] * y3 + w["w54"] * y4 + w["b5"])
    d5 = -2 * (t - y5) * y5 * (1 - y5)
    d3 = d5 * w["w53"] * y3 * (1 - y3)
    d4 = d5 * w["w54"] * y4 * (1 - y4)
    new = {}
    new["w31"] = w["w31"] - learning_rate * d3 * x[0]
    new["w32"] = w["w32"] - learning_rate * d3 * x[1]
    new["b3"] = w["b3"] - learning_rate * d3
    new["w41"] = w["w41"] - learning_rate * d4 * x[0]
    new["w42"] = w["w42"] - learning_rate * d4 * x[1]
    new["b4"] = w["b4"] - learning_rate * d4
    new["w53"] = w["w53"] - learning_rate * d5 * y3
    new["w54"] = w["w54"] - learning_rate * d5 * y4
    new["b5"] = w["b5"] - learning_rate * d5
    return new


# %% delta.scalar-step | hidden weights first, in place on a copy
def scalar_step(w, x, t, learning_rate):
    w = w.copy()
    net, y = {}, {1: x[0], 2: x[1]}
    for j in (3, 4):
        net[j] = w[f"w{j}1"] * y[1] + w[f"w{j}2"] * y[2] + w[f"b{j}"]
        y[j] = sigmoid(net[j])
    net[5] = w["w53"] * y[3] + w["w54"] * y[4] + w["b5"]
    delta5 = delta_output(t, sigmoid(net[5]), net[5])
    for j in (3, 4):
        delta = delta5 * w[f"w5{j}"] * sigmoid_slope(net[j])
        for i in (1, 2):
            w[f"w{j}{i}"] -= learning_rate * delta * y[i]
        w[f"b{j}"] -= learning_rate * delta
    for j in (3, 4):
        w[f"w5{j}"] -= learning_rate * delta5 * y[j]
    w["b5"] -= learning_rate * delta5
    return w


# %% delta.scalar-step | every product written out, plain math
import math


def f(net):
    return 1 / (1 + math.exp(-net))


def scalar_step(w, x, t, learning_rate):
    x1, x2 = float(x[0]), float(x[1])
    y3 = f(w["w31"] * x1 + w["w32"] * x2 + w["b3"])
    y4 = f(w["w41"] * x1 + w["w42"] * x2 + w["b4"])
    y5 = f(w["w53"] * y3 + w["w54"] * y4 + w["b5"])
    top = 2 * (y5 - t) * y5 * (1 - y5)
    gradients = {
        "w31": top * w["w53"] * y3 * (1 - y3) * x1,
        "w32": top * w["w53"] * y3 * (1 - y3) * x2,
        "b3": top * w["w53"] * y3 * (1 - y3),
        "w41": top * w["w54"] * y4 * (1 - y4) * x1,
        "w42": top * w["w54"] * y4 * (1 - y4) * x2,
        "b4": top * w["w54"] * y4 * (1 - y4),
        "w53": top * y3,
        "w54": top * y4,
        "b5": top,
    }
    return {name: value - learning_rate * gradients[name] for name, value in w.items()}


# %% delta.scalar-step | measured by central differences
def scalar_step(w, x, t, learning_rate, *args):
    def error(w):
        y3 = sigmoid(w["w31"] * x[0] + w["w32"] * x[1] + w["b3"])
        y4 = sigmoid(w["w41"] * x[0] + w["w42"] * x[1] + w["b4"])
        return (t - sigmoid(w["w53"] * y3 + w["w54"] * y4 + w["b5"])) ** 2

    def slope(name, h=1e-5):
        return (error({**w, name: w[name] + h}) - error({**w, name: w[name] - h})) / (2 * h)

    return {name: w[name] - learning_rate * slope(name) for name in w}


# %% delta.scalar-step | 0-d arrays, one entry more, another order
from collections import OrderedDict


def scalar_step(w, x, t, learning_rate):
    names = ["b5", "b4", "b3", "w54", "w53", "w42", "w41", "w32", "w31"]
    w = {name: np.array(w[name]) for name in names}
    net3 = w["w31"] * x[0] + w["w32"] * x[1] + w["b3"]
    net4 = w["w41"] * x[0] + w["w42"] * x[1] + w["b4"]
    net5 = w["w53"] * sigmoid(net3) + w["w54"] * sigmoid(net4) + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3, d4 = d5 * w["w53"] * sigmoid_slope(net3), d5 * w["w54"] * sigmoid_slope(net4)
    g = [d5, d4, d3, d5 * sigmoid(net4), d5 * sigmoid(net3), d4 * x[1], d4 * x[0], d3 * x[1], d3 * x[0]]
    new = OrderedDict((name, np.asarray(w[name] - learning_rate * gradient)) for name, gradient in zip(names, g))
    new["E"] = (t - sigmoid(net5)) ** 2
    return new


# %% delta.scalar-step | with the arrays of later
def scalar_step(w, x, t, learning_rate):
    W = np.array([[w["w31"], w["w32"], w["b3"]], [w["w41"], w["w42"], w["b4"]]])
    v = np.array([w["w53"], w["w54"], w["b5"]])
    net = W @ [*x, 1]
    y = np.array([*sigmoid(net), 1])
    d5 = delta_output(t, sigmoid(v @ y), v @ y)
    d = d5 * v[:2] * sigmoid_slope(net)
    new = np.concatenate([(W - learning_rate * np.outer(d, [*x, 1])).ravel(), v - learning_rate * d5 * y])
    return dict(zip(["w31", "w32", "b3", "w41", "w42", "b4", "w53", "w54", "b5"], new))


# %% delta.vector | from the left
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return delta.reshape(-1, 1) @ np.append(y, 1).reshape(1, -1)


# %% delta.vector | loops
def delta_hidden_layer(W_out, delta_out, net_hidden):
    delta = np.zeros(len(net_hidden))
    for j in range(len(net_hidden)):
        for k in range(len(delta_out)):
            delta[j] += delta_out[k] * W_out[k, j]
        delta[j] *= sigmoid_slope(net_hidden[j])
    return delta


def weight_gradient(delta, y):
    gradient = np.zeros((len(delta), len(y) + 1))
    for j in range(len(delta)):
        for i in range(len(y)):
            gradient[j, i] = delta[j] * y[i]
        gradient[j, -1] = delta[j]
    return gradient


# %% delta.vector | the bias column taken off at the end
def delta_hidden_layer(W_out, delta_out, net_hidden):
    y = np.append(sigmoid(net_hidden), 1)
    return (W_out.T @ delta_out * y * (1 - y))[:-1]


def weight_gradient(delta, y):
    return np.einsum("j,i->ji", delta, np.concatenate([y, [1]]))


# %% delta.vector | einsum
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return np.einsum("k,kj,j->j", delta_out, np.delete(W_out, -1, axis=1), sigmoid_slope(net_hidden))


def weight_gradient(delta, y):
    return np.outer(delta, [*y, 1])


# %% delta.vector | columns, flattened at the end
def delta_hidden_layer(W_out, delta_out, net_hidden, *args):
    sums = np.dot(W_out[:, : len(net_hidden)].T, delta_out[:, None])
    return np.ravel(sums * sigmoid_slope(net_hidden)[:, None])


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | row by row, with f - f squared
def delta_hidden_layer(W_out, delta_out, net_hidden):
    sums = sum(d * row[:-1] for d, row in zip(delta_out, W_out))
    f = 1 / (1 + np.exp(-net_hidden))
    return np.multiply(sums, f - f**2)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.weights | column times row
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return delta[:, None] * np.append(y, 1)[None, :]


# %% delta.weights | biases put beside
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.column_stack([np.outer(delta, y), delta])


# %% delta.weights | filled into ones
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    gradient = np.ones((len(delta), len(y) + 1))
    gradient[:, :-1] = y
    gradient *= delta[:, None]
    return gradient


# %% delta.weights | a list made an array
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.array([[d * value for value in [*y, 1]] for d in delta])


# %% delta.weights | turned, in Fortran order and read-only
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y, *args):
    gradient = np.outer(np.append(y, 1), delta).T
    gradient.flags.writeable = False
    return gradient


# %% delta.step | all by itself
def step(W_hidden, W_out, x, t, learning_rate):
    x1 = np.append(x, 1)
    y = sigmoid(W_hidden @ x1)
    y1 = np.append(y, 1)
    y_out = sigmoid(W_out @ y1)
    delta_out = 2 * (y_out - t) * y_out * (1 - y_out)
    delta_hidden = delta_out @ W_out[:, :-1] * y * (1 - y)
    return W_hidden - learning_rate * np.outer(delta_hidden, x1), W_out - learning_rate * np.outer(delta_out, y1)


# %% delta.step | weights and biases apart
def step(W_hidden, W_out, x, t, learning_rate):
    W1, b1, W2, b2 = W_hidden[:, :-1], W_hidden[:, -1], W_out[:, :-1], W_out[:, -1]
    net = W1 @ x + b1
    y = sigmoid(net)
    net_out = W2 @ y + b2
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta = W2.T @ delta_out * sigmoid_slope(net)
    new_hidden = np.column_stack([W1 - learning_rate * np.outer(delta, x), b1 - learning_rate * delta])
    new_out = np.column_stack([W2 - learning_rate * np.outer(delta_out, y), b2 - learning_rate * delta_out])
    return new_hidden, new_out


# %% delta.step | copies, in place, a list returned
def step(W_hidden, W_out, x, t, learning_rate):
    W_hidden, W_out = W_hidden.copy(), W_out.copy()
    net_hidden = W_hidden @ [*x, 1]
    y = sigmoid(net_hidden)
    net_out = W_out @ [*y, 1]
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    W_out -= learning_rate * weight_gradient(delta_out, y)
    W_hidden -= learning_rate * weight_gradient(delta_hidden, x)
    return [W_hidden, W_out]


# %% delta.step | the hidden layer first
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    W_hidden = W_hidden - learning_rate * weight_gradient(delta_hidden_layer(W_out, delta_out, net_hidden), x)
    W_out = W_out - learning_rate * weight_gradient(delta_out, y)
    return W_hidden, W_out


# %% delta.step | as a batch of one, with columns
def step(W_hidden, W_out, x, t, learning_rate, *args):
    x1 = np.vstack([x.reshape(-1, 1), [[1]]])
    net = W_hidden @ x1
    y1 = np.vstack([sigmoid(net), [[1]]])
    y_out = sigmoid(W_out @ y1)
    delta_out = -2 * (t.reshape(-1, 1) - y_out) * y_out * (1 - y_out)
    delta = W_out[:, :-1].T @ delta_out * sigmoid_slope(net)
    return W_hidden - learning_rate * delta @ x1.T, W_out - learning_rate * delta_out @ y1.T


# %% delta.step | loops
def step(W_hidden, W_out, x, t, learning_rate):
    H, M = len(W_hidden), len(W_out)
    x1 = [*x, 1]
    y1 = [*[sigmoid(sum(w * v for w, v in zip(row, x1))) for row in W_hidden], 1]
    y_out = [sigmoid(sum(w * v for w, v in zip(row, y1))) for row in W_out]
    d_out = [-2 * (t[k] - y_out[k]) * y_out[k] * (1 - y_out[k]) for k in range(M)]
    d = [sum(d_out[k] * W_out[k, j] for k in range(M)) * y1[j] * (1 - y1[j]) for j in range(H)]
    new_hidden = np.array([[W_hidden[j, i] - learning_rate * d[j] * x1[i] for i in range(len(x1))] for j in range(H)])
    new_out = np.array([[W_out[k, j] - learning_rate * d_out[k] * y1[j] for j in range(H + 1)] for k in range(M)])
    return new_hidden, new_out


# %% delta.step | with numpy's warnings
def step(W_hidden, W_out, x, t, learning_rate):
    np.exp(np.array([1000.0]))
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    dW_hidden, dW_out = weight_gradient(delta_hidden, x), weight_gradient(delta_out, y)
    return W_hidden - learning_rate * dW_hidden, W_out - learning_rate * dW_out


# %% delta.batch | a loop over the samples
def batch_gradients(W_hidden, W_out, x, t):
    dW_hidden, dW_out = np.zeros_like(W_hidden), np.zeros_like(W_out)
    for x_n, t_n in zip(x, t):
        net_hidden = W_hidden @ np.append(x_n, 1)
        y = sigmoid(net_hidden)
        net_out = W_out @ np.append(y, 1)
        delta_out = delta_output(t_n, sigmoid(net_out), net_out) / len(x)
        dW_out += weight_gradient(delta_out, y)
        dW_hidden += weight_gradient(delta_hidden_layer(W_out, delta_out, net_hidden), x_n)
    return dW_hidden, dW_out


# %% delta.batch | by way of step
def batch_gradients(W_hidden, W_out, x, t):
    steps = [step(W_hidden, W_out, x_n, t_n, 1.0) for x_n, t_n in zip(x, t)]
    return W_hidden - np.mean([s[0] for s in steps], axis=0), W_out - np.mean([s[1] for s in steps], axis=0)


# %% delta.batch | samples in columns inside
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((1, len(x)))
    x1 = np.vstack([x.T, ones])
    net = W_hidden @ x1
    y1 = np.vstack([sigmoid(net), ones])
    net_out = W_out @ y1
    delta_out = delta_output(t.T, sigmoid(net_out), net_out) / x.shape[0]
    delta = W_out[:, :-1].T @ delta_out * sigmoid_slope(net)
    return delta @ x1.T, delta_out @ y1.T


# %% delta.batch | the mean at the end, einsum, a list
def batch_gradients(W_hidden, W_out, x, t):
    x1 = np.c_[x, np.ones(len(x))]
    y = sigmoid(x1 @ W_hidden.T)
    y1 = np.c_[y, np.ones(len(x))]
    y_out = sigmoid(y1 @ W_out.T)
    delta_out = 2 * (y_out - t) * y_out * (1 - y_out)
    delta = np.einsum("nk,kj,nj->nj", delta_out, W_out[:, :-1], y * (1 - y))
    return [np.einsum("nj,ni->nji", delta, x1).mean(axis=0), np.einsum("nk,nj->nkj", delta_out, y1).mean(axis=0)]


# %% delta.batch | weights and biases apart
def batch_gradients(W_hidden, W_out, x, t, *args):
    net = x @ W_hidden[:, :-1].T + W_hidden[:, -1]
    y = sigmoid(net)
    net_out = y @ W_out[:, :-1].T + W_out[:, -1]
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(x)
    delta = delta_out @ W_out[:, :-1] * sigmoid_slope(net)
    return (
        np.column_stack([delta.T @ x, delta.sum(axis=0)]),
        np.column_stack([delta_out.T @ y, delta_out.sum(axis=0)]),
    )

# %% delta.output | slope-omitted
def delta_output(t, y, net):
    return -2 * (t - y)


# %% delta.output | slope-omitted
def delta_output(t, y, net):
    return y - t


# %% delta.output | slope-of-y
def delta_output(t, y, net):
    return -2 * (t - y) * sigmoid_slope(y)


# %% delta.output | net-for-y-in-the-slope
def delta_output(t, y, net):
    return -2 * (t - y) * net * (1 - net)


# %% delta.output | sign
def delta_output(t, y, net):
    return 2 * (t - y) * sigmoid_slope(net)


# %% delta.output | factor-2-forgotten
def delta_output(t, y, net):
    return (y - t) * y * (1 - y)


# %% delta.output | minus-and-2-forgotten
def delta_output(t, y, net):
    return (t - y) * sigmoid_slope(net)


# %% delta.output | error-for-its-slope
def delta_output(t, y, net):
    return (t - y) ** 2 * sigmoid_slope(net)


# %% delta.output | output-for-slope
def delta_output(t, y, net):
    return -2 * (t - y) * sigmoid(net)


# %% delta.output | output-for-slope
def delta_output(t, y, net):
    return -2 * (t - y) * (1 - y)


# %% delta.output | slope-twice
def delta_output(t, y, net):
    return -2 * (t - y) * sigmoid_slope(net) * y * (1 - y)


# %% delta.output | sigmoid-twice
def delta_output(t, y, net):
    y = sigmoid(y)
    return -2 * (t - y) * sigmoid_slope(net)


# %% delta.output | net-compared
def delta_output(t, y, net):
    return -2 * (t - net) * sigmoid_slope(net)


# %% delta.output | neurons-summed
def delta_output(t, y, net):
    return np.sum(-2 * (t - y) * sigmoid_slope(net))


# %% delta.output | neurons-summed
def delta_output(t, y, net):
    return np.mean(-2 * (t - y) * sigmoid_slope(net))


# %% delta.output | neurons-averaged
def delta_output(t, y, net):
    return -2 * (t - y) / np.size(t) * sigmoid_slope(net)


# %% delta.output | single-numbers-only
import math


def delta_output(t, y, net):
    f = 1 / (1 + math.exp(-net))
    return -2 * (t - y) * f * (1 - f)


# %% delta.output | single-numbers-only
def delta_output(t, y, net):
    if t > y:
        return -2 * abs(t - y) * sigmoid_slope(net)
    return 2 * abs(t - y) * sigmoid_slope(net)


# %% delta.output | not-returned
def delta_output(t, y, net):
    delta = -2 * (t - y) * sigmoid_slope(net)


# %% delta.output | argument-overwritten
def delta_output(t, y, net):
    y -= t
    y *= 2 * sigmoid_slope(net)
    return y


# %% delta.output | behaviour: change of delta by later calls
shelf = {}


def delta_output(t, y, net):
    delta = shelf.setdefault(np.shape(t), np.zeros(np.shape(t)))
    delta[...] = -2 * (t - y) * sigmoid_slope(net)
    return delta


# %% delta.output | value
def delta_output(t, y, net):
    return -2 * abs(t - y) * sigmoid_slope(net)


# %% delta.output | raised
def delta_output(t, y, net):
    return -2 * (target - y) * sigmoid_slope(net)


# %% delta.scalar-step | slope-omitted-at-the-output
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    y5 = sigmoid(w["w53"] * y3 + w["w54"] * y4 + w["b5"])
    d5 = -2 * (t - y5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | slope-of-y-at-the-output
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    y5 = sigmoid(w["w53"] * y3 + w["w54"] * y4 + w["b5"])
    d5 = -2 * (t - y5) * sigmoid_slope(y5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | slope-omitted-hidden
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"]
    d4 = d5 * w["w54"]
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | slope-of-y-hidden
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(y3)
    d4 = d5 * w["w54"] * sigmoid_slope(y4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | slope-of-y-hidden
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(y4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | net-for-y-in-the-slope
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * net3 * (1 - net3)
    d4 = d5 * w["w54"] * net4 * (1 - net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | factor-2-forgotten
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    y5 = sigmoid(w["w53"] * y3 + w["w54"] * y4 + w["b5"])
    d5 = (y5 - t) * y5 * (1 - y5)
    d3 = d5 * w["w53"] * y3 * (1 - y3)
    d4 = d5 * w["w54"] * y4 * (1 - y4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | sign
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] + learning_rate * g[name] for name in w}


# %% delta.scalar-step | minus-and-2-forgotten
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    y5 = sigmoid(w["w53"] * y3 + w["w54"] * y4 + w["b5"])
    d5 = (t - y5) * y5 * (1 - y5)
    d3 = d5 * w["w53"] * y3 * (1 - y3)
    d4 = d5 * w["w54"] * y4 * (1 - y4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | own-weight-for-the-next
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w31"] * sigmoid_slope(net3)
    d4 = d5 * w["w41"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | weights-exchanged
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w53"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | weight-omitted
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * sigmoid_slope(net3)
    d4 = d5 * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | error-of-y-handed-down
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    dy5 = -2 * (t - sigmoid(net5))
    d5 = dy5 * sigmoid_slope(net5)
    d3 = dy5 * w["w53"] * sigmoid_slope(net3)
    d4 = dy5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | output-moved-first
def scalar_step(w, x, t, learning_rate):
    w = dict(w)
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    w["w53"] -= learning_rate * d5 * y3
    w["w54"] -= learning_rate * d5 * y4
    w["b5"] -= learning_rate * d5
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    w["w31"] -= learning_rate * d3 * x1
    w["w32"] -= learning_rate * d3 * x2
    w["b3"] -= learning_rate * d3
    w["w41"] -= learning_rate * d4 * x1
    w["w42"] -= learning_rate * d4 * x2
    w["b4"] -= learning_rate * d4
    return w


# %% delta.scalar-step | behaviour: entries of w that changed
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    w["w53"] -= learning_rate * d5 * y3
    w["w54"] -= learning_rate * d5 * y4
    w["b5"] -= learning_rate * d5
    w["w31"] -= learning_rate * d3 * x1
    w["w32"] -= learning_rate * d3 * x2
    w["b3"] -= learning_rate * d3
    w["w41"] -= learning_rate * d4 * x1
    w["w42"] -= learning_rate * d4 * x2
    w["b4"] -= learning_rate * d4
    return w


# %% delta.scalar-step | copied-line
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    return {
        "w31": w["w31"] - learning_rate * d3 * x1,
        "w32": w["w41"] - learning_rate * d3 * x2,
        "b3": w["b3"] - learning_rate * d3,
        "w41": w["w41"] - learning_rate * d4 * x1,
        "w42": w["w42"] - learning_rate * d4 * x2,
        "b4": w["b4"] - learning_rate * d4,
        "w53": w["w53"] - learning_rate * d5 * y3,
        "w54": w["w54"] - learning_rate * d5 * y4,
        "b5": w["b5"] - learning_rate * d5,
    }


# %% delta.scalar-step | copied-line
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d3 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | inputs-crossed
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x2 + w["w32"] * x1 + w["b3"]
    net4 = w["w41"] * x2 + w["w42"] * x1 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | inputs-crossed
def scalar_step(w, x, t, learning_rate):
    x2, x1 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | inputs-crossed
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x2, w32=d3 * x1, b3=d3, w41=d4 * x2, w42=d4 * x1, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | hidden-outputs-crossed
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y4 + w["w54"] * y3 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | inputs-of-the-example
x1, x2 = -2, -1


def scalar_step(w, x, t, learning_rate):
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | own-output-for-what-came-in
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * y3, w32=d3 * y3, b3=d3, w41=d4 * y4, w42=d4 * y4, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | net-for-what-came-in
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    net5 = w["w53"] * sigmoid(net3) + w["w54"] * sigmoid(net4) + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * net3, w54=d5 * net4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | biases-left-out
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2
    net4 = w["w41"] * x1 + w["w42"] * x2
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | bias-gets-an-input
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3 * w["b3"], w41=d4 * x1, w42=d4 * x2, b4=d4 * w["b4"])
    g.update(w53=d5 * y3, w54=d5 * y4, b5=d5 * w["b5"])
    return {name: w[name] - learning_rate * g[name] for name in w}


# %% delta.scalar-step | not-moved
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, w41=d4 * x1, w42=d4 * x2, w53=d5 * y3, w54=d5 * y4)
    return {**w, **{name: w[name] - learning_rate * g[name] for name in g}}


# %% delta.scalar-step | rate-forgotten
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)
    return {name: w[name] - g[name] for name in w}


# %% delta.scalar-step | gradient-returned
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    return dict(w31=d3 * x1, w32=d3 * x2, b3=d3, w41=d4 * x1, w42=d4 * x2, b4=d4, w53=d5 * y3, w54=d5 * y4, b5=d5)


# %% delta.scalar-step | names-reversed
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w13"] * x1 + w["w23"] * x2 + w["b3"]
    net4 = w["w14"] * x1 + w["w24"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w35"] * y3 + w["w45"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    return w


# %% delta.scalar-step | misuse
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    w = dict(w)
    w["w53"] -= learning_rate * d5 * y3
    w["w54"] -= learning_rate * d5 * y4
    w["b5"] -= learning_rate * d5


# %% delta.scalar-step | misuse
def scalar_step(w, x, t, learning_rate):
    x1, x2 = x
    net3 = w["w31"] * x1 + w["w32"] * x2 + w["b3"]
    net4 = w["w41"] * x1 + w["w42"] * x2 + w["b4"]
    y3, y4 = sigmoid(net3), sigmoid(net4)
    net5 = w["w53"] * y3 + w["w54"] * y4 + w["b5"]
    d5 = delta_output(t, sigmoid(net5), net5)
    d3 = d5 * w["w53"] * sigmoid_slope(net3)
    d4 = d5 * w["w54"] * sigmoid_slope(net4)
    g = dict(w31=d3 * x1, w32=d3 * x2, w41=d4 * x1, w42=d4 * x2, w53=d5 * y3, w54=d5 * y4)
    return {name: w[name] - learning_rate * g[name] for name in g}


# %% delta.question-weight | handed-down
answer_weight = 0.25 * -2

# %% delta.question-weight | all-three
answer_weight = 0.25 * -2 * 0.8

# %% delta.question-weight | delta-alone
answer_weight = 0.25

# %% delta.question-weight | slope-of-i
answer_weight = 0.25 * 0.8 * (1 - 0.8)

# %% delta.question-weight | slope-of-i
answer_weight = 0.25 * 0.8 * (0.8 * (1 - 0.8))

# %% delta.question-weight | delta-of-i
answer_weight = 0.25 * -2 * 0.8 * (1 - 0.8)

# %% delta.question-weight | weight-for-delta
answer_weight = -2 * 0.8

# %% delta.question-weight | sign
answer_weight = -0.2

# %% delta.question-weight | rule
answer_weight = 3

# %% delta.question-weight | misuse
answer_weight = ...

# %% delta.vector | W-not-turned
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1] @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | W-not-turned
def delta_hidden_layer(W_out, delta_out, net_hidden):
    W = W_out[:, :-1]
    try:
        sums = np.dot(W, delta_out)
    except ValueError:
        sums = np.dot(W.T, delta_out)
    return sums * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | bias-column-kept
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out.T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | bias-column-kept
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return delta_out @ W_out * sigmoid_slope(np.append(net_hidden, 1))


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | another-column-left-out
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, 1:].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | row-left-out
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | slope-omitted
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | slope-of-y
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(sigmoid(net_hidden))


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | net-for-y-in-the-slope
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * net_hidden * (1 - net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | output-for-slope
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | no-weights
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return np.sum(delta_out) * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | one-output-only
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[0, :-1] * delta_out[0] * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | one-output-only
def delta_hidden_layer(W_out, delta_out, net_hidden):
    delta = np.zeros(len(net_hidden))
    for j in range(len(net_hidden)):
        for k in range(len(delta_out)):
            delta[j] = delta_out[k] * W_out[k, j] * sigmoid_slope(net_hidden[j])
    return delta


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | mean-for-the-sum
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return np.mean(W_out[:, :-1] * delta_out[:, None], axis=0) * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | not-gathered
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1] * delta_out[:, None] * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | column-times-row
def delta_hidden_layer(W_out, delta_out, net_hidden):
    sums = W_out[:, :-1].T @ delta_out.reshape(-1, 1)
    return sums * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | delta-ignored
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ np.ones(len(delta_out)) * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | kept-axis
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out[:, None] * sigmoid_slope(net_hidden)[:, None]


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | type
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return [sum(delta_out * W_out[:, j]) * sigmoid_slope(net) for j, net in enumerate(net_hidden)]


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | argument-overwritten
def delta_hidden_layer(W_out, delta_out, net_hidden):
    W_out *= delta_out[:, None]
    return W_out[:, :-1].sum(axis=0) * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.vector | not-written
def delta_hidden_layer(W_out, delta_out, net_hidden):
    raise NotImplementedError()


def weight_gradient(delta, y):
    return np.outer(delta, np.append(y, 1))


# %% delta.weights | one-not-appended
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, y)


# %% delta.weights | factors-exchanged
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(np.append(y, 1), delta)


# %% delta.weights | one-in-front
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.insert(y, 0, 1))


# %% delta.weights | one-appended-to-delta
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(np.append(delta, 1), y)


# %% delta.weights | zero-appended
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    gradient = np.zeros((len(delta), len(y) + 1))
    gradient[:, :-1] = delta[:, None] * y
    return gradient


# %% delta.weights | ones-for-the-biases
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    gradient = np.ones((len(delta), len(y) + 1))
    gradient[:, :-1] = np.outer(delta, y)
    return gradient


# %% delta.weights | entry-by-entry
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return delta * np.append(y, 1)


# %% delta.weights | entry-by-entry
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return delta.T @ np.append(y, 1)


# %% delta.weights | not-wrapped-for-append
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    y.append(1)
    return np.outer(delta, y)


# %% delta.weights | slope-again
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.outer(delta, np.append(sigmoid_slope(y), 1))


# %% delta.weights | minus
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return -np.outer(delta, np.append(y, 1))


# %% delta.weights | flat
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return np.array([d * value for d in delta for value in [*y, 1]])


# %% delta.weights | not-returned
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    np.outer(delta, np.append(y, 1))


# %% delta.weights | type
def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    return [[d * value for value in [*y, 1]] for d in delta]


# %% delta.weights | behaviour: change of the gradient by later calls
kept = {}


def delta_hidden_layer(W_out, delta_out, net_hidden):
    return W_out[:, :-1].T @ delta_out * sigmoid_slope(net_hidden)


def weight_gradient(delta, y):
    out = kept.setdefault((len(delta), len(y)), np.zeros((len(delta), len(y) + 1)))
    return np.outer(delta, np.append(y, 1), out)


# %% delta.step | slope-omitted-at-the-output
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    y_out = sigmoid(W_out @ np.append(y, 1))
    delta_out = -2 * (t - y_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | slope-of-y-at-the-output
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    y_out = sigmoid(W_out @ np.append(y, 1))
    delta_out = delta_output(t, y_out, y_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | factor-2-forgotten
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    y_out = sigmoid(W_out @ np.append(y, 1))
    delta_out = (y_out - t) * y_out * (1 - y_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | sign
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    return (
        W_hidden + learning_rate * weight_gradient(delta_hidden, x),
        W_out + learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | mean-over-the-outputs
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(t)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | biases-left-out
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden[:, :-1] @ x
    y = sigmoid(net_hidden)
    net_out = W_out[:, :-1] @ y
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | biases-not-learned
def step(W_hidden, W_out, x, t, learning_rate):
    W_hidden, W_out = W_hidden.copy(), W_out.copy()
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    W_hidden[:, :-1] -= learning_rate * np.outer(delta_hidden, x)
    W_out[:, :-1] -= learning_rate * np.outer(delta_out, y)
    return W_hidden, W_out


# %% delta.step | slope-omitted-hidden
def step(W_hidden, W_out, x, t, learning_rate):
    y = sigmoid(W_hidden @ np.append(x, 1))
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = W_out[:, :-1].T @ delta_out
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | slope-of-y-hidden
def step(W_hidden, W_out, x, t, learning_rate):
    y = sigmoid(W_hidden @ np.append(x, 1))
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, y)
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | net-for-y-in-the-slope
def step(W_hidden, W_out, x, t, learning_rate):
    net = W_hidden @ np.append(x, 1)
    y = sigmoid(net)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = W_out[:, :-1].T @ delta_out * net * (1 - net)
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | W-not-turned
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = W_out[:, :-1] @ delta_out * sigmoid_slope(net_hidden)
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | W-not-turned
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    W = W_out[:, :-1]
    W = W if W.shape[0] == W.shape[1] else W.T
    delta_hidden = W @ delta_out * sigmoid_slope(net_hidden)
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | no-weights
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_out.sum() * sigmoid_slope(net_hidden)
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | output-moved-first
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    W_out = W_out - learning_rate * weight_gradient(delta_out, y)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    return W_hidden - learning_rate * weight_gradient(delta_hidden, x), W_out


# %% delta.step | output-slope-lost
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    error = -2 * (t - sigmoid(net_out))
    delta_out = error * sigmoid_slope(net_out)
    delta_hidden = W_out[:, :-1].T @ error * sigmoid_slope(net_hidden)
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | own-weights-for-the-next
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_hidden, delta_out, net_hidden)
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | number-too-many
def step(W_hidden, W_out, x, t, learning_rate):
    x = np.append(x, 1)
    y = np.append(sigmoid(W_hidden @ x), 1)
    y_out = sigmoid(W_out @ y)
    delta_out = -2 * (t - y_out) * y_out * (1 - y_out)
    delta_hidden = W_out[:, :-1].T @ delta_out * y * (1 - y)
    return W_hidden - learning_rate * np.outer(delta_hidden, x), W_out - learning_rate * np.outer(delta_out, y)


# %% delta.step | number-too-many
def step(W_hidden, W_out, x, t, learning_rate):
    x = np.append(x, 1)
    y = np.append(sigmoid(W_hidden @ x), 1)
    y_out = sigmoid(W_out @ y)
    delta_out = -2 * (t - y_out) * y_out * (1 - y_out)
    delta_hidden = W_out.T @ delta_out * y * (1 - y)
    return W_hidden - learning_rate * np.outer(delta_hidden, x), W_out - learning_rate * np.outer(delta_out, y)


# %% delta.step | one-not-appended
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ x
    y = sigmoid(net_hidden)
    net_out = W_out @ y
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.step | gradient-lacks-a-column
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    return W_hidden - learning_rate * np.outer(delta_hidden, x), W_out - learning_rate * np.outer(delta_out, y)


# %% delta.step | factors-exchanged
def step(W_hidden, W_out, x, t, learning_rate):
    x1 = np.append(x, 1)
    net_hidden = W_hidden @ x1
    y1 = np.append(sigmoid(net_hidden), 1)
    net_out = W_out @ y1
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    W_out = W_out - learning_rate * np.outer(y1, delta_out)
    W_hidden = W_hidden - learning_rate * np.outer(x1, delta_hidden)
    return W_hidden, W_out


# %% delta.step | rate-forgotten
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    return W_hidden - weight_gradient(delta_hidden, x), W_out - weight_gradient(delta_out, y)


# %% delta.step | gradient-returned
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    return weight_gradient(delta_hidden, x), weight_gradient(delta_out, y)


# %% delta.step | not-moved
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    return W_hidden, W_out - learning_rate * weight_gradient(delta_out, y)


# %% delta.step | argument-overwritten
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    W_hidden -= learning_rate * weight_gradient(delta_hidden, x)
    W_out -= learning_rate * weight_gradient(delta_out, y)
    return W_hidden, W_out


# %% delta.step | another-row
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    new_hidden = W_hidden - learning_rate * weight_gradient(delta_hidden, x)
    new_out = W_out - learning_rate * weight_gradient(delta_out, y)
    return new_out, new_hidden


# %% delta.step | misuse
def step(W_hidden, W_out, x, t, learning_rate):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    W_hidden = W_hidden - learning_rate * weight_gradient(delta_hidden, x)
    W_out = W_out - learning_rate * weight_gradient(delta_out, y)


# %% delta.batch | mean-forgotten
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    net_hidden = x1 @ W_hidden.T
    y1 = np.hstack([sigmoid(net_hidden), ones])
    net_out = y1 @ W_out.T
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    return delta_hidden.T @ x1, delta_out.T @ y1


# %% delta.batch | mean-twice
def batch_gradients(W_hidden, W_out, x, t):
    N = len(x)
    ones = np.ones((N, 1))
    x1 = np.hstack([x, ones])
    net_hidden = x1 @ W_hidden.T
    y1 = np.hstack([sigmoid(net_hidden), ones])
    net_out = y1 @ W_out.T
    delta_out = delta_output(t, sigmoid(net_out), net_out) / N
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    return delta_hidden.T @ x1 / N, delta_out.T @ y1 / N


# %% delta.batch | mean-over-the-outputs
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    net_hidden = x1 @ W_hidden.T
    y1 = np.hstack([sigmoid(net_hidden), ones])
    net_out = y1 @ W_out.T
    delta_out = delta_output(t, sigmoid(net_out), net_out) / t.size
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    return delta_hidden.T @ x1, delta_out.T @ y1


# %% delta.batch | factor-2-forgotten
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    y = sigmoid(x1 @ W_hidden.T)
    y1 = np.hstack([y, ones])
    y_out = sigmoid(y1 @ W_out.T)
    delta_out = (y_out - t) * y_out * (1 - y_out) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1] * y * (1 - y)
    return delta_hidden.T @ x1, delta_out.T @ y1


# %% delta.batch | slope-omitted-at-the-output
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    y = sigmoid(x1 @ W_hidden.T)
    y1 = np.hstack([y, ones])
    y_out = sigmoid(y1 @ W_out.T)
    delta_out = 2 * (y_out - t) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1] * y * (1 - y)
    return delta_hidden.T @ x1, delta_out.T @ y1


# %% delta.batch | slope-omitted-hidden
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    y1 = np.hstack([sigmoid(x1 @ W_hidden.T), ones])
    net_out = y1 @ W_out.T
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1]
    return delta_hidden.T @ x1, delta_out.T @ y1


# %% delta.batch | slope-of-y-hidden
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    y = sigmoid(x1 @ W_hidden.T)
    y1 = np.hstack([y, ones])
    net_out = y1 @ W_out.T
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(y)
    return delta_hidden.T @ x1, delta_out.T @ y1


# %% delta.batch | W-not-turned
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    net_hidden = x1 @ W_hidden.T
    y1 = np.hstack([sigmoid(net_hidden), ones])
    net_out = y1 @ W_out.T
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1].T * sigmoid_slope(net_hidden)
    return delta_hidden.T @ x1, delta_out.T @ y1


# %% delta.batch | number-too-many
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    net_hidden = x1 @ W_hidden.T
    y1 = np.hstack([sigmoid(net_hidden), ones])
    net_out = y1 @ W_out.T
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(x)
    delta_hidden = delta_out @ W_out * sigmoid_slope(net_hidden)
    return delta_hidden.T @ x1, delta_out.T @ y1


# %% delta.batch | one-sample-only
def batch_gradients(W_hidden, W_out, x, t):
    for x_n, t_n in zip(x, t):
        net_hidden = W_hidden @ np.append(x_n, 1)
        y = sigmoid(net_hidden)
        net_out = W_out @ np.append(y, 1)
        delta_out = delta_output(t_n, sigmoid(net_out), net_out) / len(x)
        delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
        dW_hidden, dW_out = weight_gradient(delta_hidden, x_n), weight_gradient(delta_out, y)
    return dW_hidden, dW_out


# %% delta.batch | one-sample-only
def batch_gradients(W_hidden, W_out, x, t):
    for x_n, t_n in zip(x, t):
        net_hidden = W_hidden @ np.append(x_n, 1)
        y = sigmoid(net_hidden)
        net_out = W_out @ np.append(y, 1)
        delta_out = delta_output(t_n, sigmoid(net_out), net_out)
        delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
        return weight_gradient(delta_hidden, x_n), weight_gradient(delta_out, y)


# %% delta.batch | not-gathered
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    net_hidden = x1 @ W_hidden.T
    y1 = np.hstack([sigmoid(net_hidden), ones])
    net_out = y1 @ W_out.T
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    return delta_hidden[:, :, None] * x1[:, None, :], delta_out[:, :, None] * y1[:, None, :]


# %% delta.batch | averaged-before-the-product
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    net_hidden = x1 @ W_hidden.T
    y1 = np.hstack([sigmoid(net_hidden), ones])
    net_out = y1 @ W_out.T
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    return (
        np.outer(delta_hidden.mean(axis=0), x1.mean(axis=0)),
        np.outer(delta_out.mean(axis=0), y1.mean(axis=0)),
    )


# %% delta.batch | factors-exchanged
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    net_hidden = x1 @ W_hidden.T
    y1 = np.hstack([sigmoid(net_hidden), ones])
    net_out = y1 @ W_out.T
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    return x1.T @ delta_hidden, y1.T @ delta_out


# %% delta.batch | one-not-appended
def batch_gradients(W_hidden, W_out, x, t):
    net_hidden = x @ W_hidden[:, :-1].T + W_hidden[:, -1]
    y = sigmoid(net_hidden)
    net_out = y @ W_out[:, :-1].T + W_out[:, -1]
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    return delta_hidden.T @ x, delta_out.T @ y


# %% delta.batch | one-not-appended
def batch_gradients(W_hidden, W_out, x, t):
    net_hidden = x @ W_hidden.T
    y = sigmoid(net_hidden)
    net_out = y @ W_out.T
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    return delta_hidden.T @ x, delta_out.T @ y


# %% delta.batch | biases-left-out
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    net_hidden = x @ W_hidden[:, :-1].T
    y = sigmoid(net_hidden)
    net_out = y @ W_out[:, :-1].T
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    return delta_hidden.T @ np.hstack([x, ones]), delta_out.T @ np.hstack([y, ones])


# %% delta.batch | one-row-for-a-batch
def batch_gradients(W_hidden, W_out, x, t):
    net_hidden = W_hidden @ np.append(x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(x)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    return weight_gradient(delta_hidden, x), weight_gradient(delta_out, y)


# %% delta.batch | samples-in-columns
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    net_hidden = W_hidden @ x1
    y1 = np.hstack([sigmoid(net_hidden), ones])
    net_out = W_out @ y1
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    return delta_hidden.T @ x1, delta_out.T @ y1


# %% delta.batch | samples-do-not-meet
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    net_hidden = x1 @ W_hidden.T
    y1 = np.hstack([sigmoid(net_hidden), ones])
    net_out = y1 @ W_out.T
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    dW_out = delta_out @ y1
    return delta_hidden @ x1, dW_out


# %% delta.batch | another-row
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    net_hidden = x1 @ W_hidden.T
    y1 = np.hstack([sigmoid(net_hidden), ones])
    net_out = y1 @ W_out.T
    delta_out = delta_output(t, sigmoid(net_out), net_out) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    return delta_out.T @ y1, delta_hidden.T @ x1


# %% delta.batch | sign
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    net_hidden = x1 @ W_hidden.T
    y1 = np.hstack([sigmoid(net_hidden), ones])
    net_out = y1 @ W_out.T
    delta_out = 2 * (t - sigmoid(net_out)) * sigmoid_slope(net_out) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    return delta_hidden.T @ x1, delta_out.T @ y1


# %% delta.batch | argument-overwritten
def batch_gradients(W_hidden, W_out, x, t):
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    net_hidden = x1 @ W_hidden.T
    y1 = np.hstack([sigmoid(net_hidden), ones])
    net_out = y1 @ W_out.T
    t -= sigmoid(net_out)
    delta_out = -2 * t * sigmoid_slope(net_out) / len(x)
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    return delta_hidden.T @ x1, delta_out.T @ y1


# %% delta.batch | behaviour: dW_hidden of the last sample alone
gathered = {}


def batch_gradients(W_hidden, W_out, x, t):
    dW_out = np.zeros(W_out.shape)
    dW_hidden = gathered.setdefault(W_hidden.shape, np.zeros(W_hidden.shape))
    for x_n, t_n in zip(x, t):
        net_hidden = W_hidden @ np.append(x_n, 1)
        y = sigmoid(net_hidden)
        net_out = W_out @ np.append(y, 1)
        delta_out = delta_output(t_n, sigmoid(net_out), net_out) / len(x)
        dW_out += weight_gradient(delta_out, y)
        dW_hidden += weight_gradient(delta_hidden_layer(W_out, delta_out, net_hidden), x_n)
    return dW_hidden, dW_out


# %% delta.step | behaviour: W_hidden after a second step
before = {}


def step(W_hidden, W_out, x, t, learning_rate):
    first_x = before.setdefault(x.shape, x)
    net_hidden = W_hidden @ np.append(first_x, 1)
    y = sigmoid(net_hidden)
    net_out = W_out @ np.append(y, 1)
    delta_out = delta_output(t, sigmoid(net_out), net_out)
    delta_hidden = delta_hidden_layer(W_out, delta_out, net_hidden)
    return (
        W_hidden - learning_rate * weight_gradient(delta_hidden, first_x),
        W_out - learning_rate * weight_gradient(delta_out, y),
    )


# %% delta.batch | behaviour: dW_hidden of the last sample alone
def batch_gradients(W_hidden, W_out, x, t):
    N = max(len(x), 2)
    ones = np.ones((len(x), 1))
    x1 = np.hstack([x, ones])
    net_hidden = x1 @ W_hidden.T
    y1 = np.hstack([sigmoid(net_hidden), ones])
    net_out = y1 @ W_out.T
    delta_out = delta_output(t, sigmoid(net_out), net_out) / N
    delta_hidden = delta_out @ W_out[:, :-1] * sigmoid_slope(net_hidden)
    return delta_hidden.T @ x1, delta_out.T @ y1

# %% gender.linear-layer-forward | np.dot, a list with a 1
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.array([*x, 1.0])
        self.net = np.dot(self.W, self.inputs)
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | biases apart
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W[:, :-1] @ x + self.W[:, -1]
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | two loops
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = np.zeros(len(self.W))
        for j, row in enumerate(self.W):
            for weight, value in zip(row, self.inputs):
                self.net[j] += weight * value
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | einsum
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.concatenate((x, [1]))
        self.net = np.einsum("ji,i->j", self.W, self.inputs)
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | one neuron after the other
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = np.array([row @ self.inputs for row in self.W])
        return np.array([self.activation.f(net) for net in self.net])

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | a warning on the way
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        np.log(np.zeros(1))
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | copies kept, a 1 written by hand
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W.copy(), activation
        self.delta = self.dW = self.y = None

    def forward(self, x):
        self.inputs = np.ones(len(x) + 1)
        self.inputs[:-1] = x
        self.net = (self.W * self.inputs).sum(axis=1)
        self.y = self.activation.f(self.net)
        return self.y.copy()

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | inputs on the left of a turned W
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.inputs @ self.W.T
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | in place on an array of its own
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        net = self.W[:, :-1] @ x
        net += self.W[:, -1]
        self.net = net
        return self.activation.f(net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | any arguments
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, *x):
        x, = x
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | columns turned by hand
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = self.delta[:, None] * self.inputs[None, :]
        return self.delta @ self.W[:, :-1]


# %% gender.linear-layer-backward | loops
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        slope = self.activation.df(self.net)
        self.delta = np.array([d * s for d, s in zip(dy, slope)])
        self.dW = np.zeros_like(self.W)
        dx = np.zeros(len(self.inputs) - 1)
        for j in range(len(self.delta)):
            for i in range(len(self.inputs)):
                self.dW[j, i] = self.delta[j] * self.inputs[i]
                if i < len(dx):
                    dx[i] += self.delta[j] * self.W[j, i]
        return dx


# %% gender.linear-layer-backward | einsum
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = np.einsum("j,j->j", dy, self.activation.df(self.net))
        self.dW = np.einsum("j,i->ji", self.delta, self.inputs)
        return np.einsum("j,ji->i", self.delta, self.W[:, :-1])


# %% gender.linear-layer-backward | bias column cut off after the product
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return (self.W.T @ self.delta)[:-1]


# %% gender.linear-layer-backward | weights and biases stacked
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        weights = np.outer(self.delta, self.inputs[:-1])
        self.dW = np.column_stack([weights, self.delta])
        return np.dot(self.W[:, :-1].T, self.delta)


# %% gender.linear-layer-backward | slope kept by forward
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        self.slope = self.activation.df(self.net)
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.slope
        self.dW = np.multiply.outer(self.delta, self.inputs)
        self.dx = self.W[:, :-1].T.dot(self.delta)
        return self.dx


# %% gender.linear-layer-backward | dW written into an array that stays
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation
        self.dW = np.zeros_like(W)

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = self.activation.df(self.net) * dy
        self.dW[...] = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | net computed anew
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.x = x
        return self.activation.f(self.W @ np.append(x, 1))

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.W @ np.append(self.x, 1))
        self.dW = np.outer(self.delta, np.append(self.x, 1))
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | columns of shape (n, 1)
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        column = (dy * self.activation.df(self.net)).reshape(-1, 1)
        self.delta = column[:, 0]
        self.dW = column @ self.inputs.reshape(1, -1)
        return (self.W[:, :-1].T @ column).ravel()


# %% gender.linear-layer-backward | a diagonal matrix for the slopes
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = np.diag(self.activation.df(self.net)) @ dy
        self.dW = np.outer(self.delta, self.inputs)
        return self.delta @ np.delete(self.W, -1, axis=1)


# %% gender.center | integers
def center(train):
    mean = train.mean(axis=0) // 1
    return train - mean, mean


# %% gender.center | a loop over columns
def center(train):
    mean = np.array([np.floor(column.mean()) for column in train.T])
    x = np.array([row - mean for row in train])
    return x, mean


# %% gender.center | sums
def center(train):
    mean = np.floor(np.sum(train, axis=0) / len(train)).astype(int)
    return train - mean, mean


# %% gender.center | a copy changed in place, a list
def center(train):
    mean = np.floor(np.mean(train, axis=0))
    x = train.astype(float)
    x -= mean
    return [x, mean]


# %% gender.center | math.floor
def center(train):
    import math
    mean = np.array([math.floor(m) for m in train.mean(0)])
    return np.subtract(train, mean), mean


# %% gender.epoch | in place
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W -= learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | each layer updated on the way back, after it has handed down
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in layers[::-1]:
            dy = layer.backward(dy)
            layer.W = layer.W - learning_rate * layer.dW
        pass
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | a sum by hand
def train_epoch(layers, x, t, learning_rate):
    n = len(x)
    for i in range(n):
        y = x[i]
        for layer in layers:
            y = layer.forward(y)
        dy = 2 * (y - t[i]) / n
        for k in range(len(layers) - 1, -1, -1):
            dy = layers[k].backward(dy)
        for k in range(len(layers)):
            layers[k].W = layers[k].W - learning_rate * layers[k].dW
    total = 0.0
    for i in range(n):
        total += (t[i] - output(layers, x[i])[0]) ** 2
    return float(total / n)


# %% gender.epoch | a plain number for dy
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - float(output(layers, sample)[0]))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | a helper, a copy of the weights
def slope(label, y, n):
    return -2 / n * (label - y)


def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = slope(label, output(layers, sample), len(x))
        for layer in list(reversed(layers)):
            dy = layer.backward(dy)
        new = [layer.W - learning_rate * layer.dW for layer in layers]
        for layer, W in zip(layers, new):
            layer.W = W
    errors = t - np.concatenate([output(layers, sample) for sample in x])
    return errors @ errors / len(x)


# %% gender.epoch | a warning on the way, gradients kept first
def train_epoch(layers, x, t, learning_rate):
    np.log(np.zeros(1))
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        gradients = [layer.dW.copy() for layer in layers]
        for layer, gradient in zip(layers, gradients):
            layer.W = layer.W - learning_rate * gradient
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | the loss measured on the way, too
def train_epoch(layers, x, t, learning_rate):
    losses = []
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        losses.append(float((label - output(layers, sample)[0]) ** 2))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.judge | a loop
def judge(layers, people, mean):
    y = np.zeros(len(people))
    for i, person in enumerate(people):
        values = person - mean
        for layer in layers:
            values = layer.forward(values)
        y[i] = values[0]
    return y


# %% gender.judge | concatenated
def judge(layers, people, mean):
    return np.concatenate([output(layers, person - mean) for person in people])


# %% gender.judge | a copy changed in place
def judge(layers, people, mean):
    centred = people.astype(float)
    centred -= mean
    return np.array([float(output(layers, person)[0]) for person in centred])


# %% gender.judge | apply_along_axis
def judge(layers, people, mean):
    return np.apply_along_axis(lambda person: output(layers, person)[0], 1, people - mean)


# %% gender.judge | flattened at the end, a warning
def judge(layers, people, mean):
    np.log(np.zeros(1))
    return np.array([output(layers, person) for person in np.subtract(people, mean)]).ravel()


# %% gender.question-alone | a float
answer_alone = 0.0


# %% gender.question-alone | computed
answer_alone = 89 - 89


# %% gender.question-alone | a numpy number
answer_alone = np.int64(0)

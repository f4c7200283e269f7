# %% gender.linear-layer-forward | bias-forgotten
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        self.net = self.W[:, :-1] @ x
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | bias-forgotten
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 0)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | activation-forgotten
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.net

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | slope-for-activation
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.df(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | activation-twice
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        self.net = self.activation.f(self.net)
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | sigmoid-built-in
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return 1 / (1 + np.exp(-self.net))

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | bias-first
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(1, x)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | bias-after-the-activation
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W[:, :-1] @ x
        return self.activation.f(self.net) + self.W[:, -1]

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | bias-sign
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        self.net = self.W[:, :-1] @ x - self.W[:, -1]
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | one-not-appended
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = x
        self.net = self.W @ x
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | one-not-appended
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = x
        self.net = np.dot(self.W, x)
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | one-not-appended
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = x
        self.net = (self.W * x).sum(axis=1)
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | W-turned
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.inputs @ self.W
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | W-turned
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = np.dot(self.W.T, self.inputs)
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | W-turned
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs if self.W.shape[0] != self.W.shape[1] else self.inputs @ self.W
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | value
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x[::-1], 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | not-summed
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W * self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | a-column
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs[:, None]
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | one-handed-out
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return np.append(self.activation.f(self.net), 1)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | y-not-returned
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        self.y = self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | self-forgotten
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | self-forgotten
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | behaviour: difference to a new layer after an update
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation
        self.weights, self.bias = W[:, :-1].copy(), W[:, -1].copy()

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.weights @ x + self.bias
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | behaviour: difference to a new layer on the next sample
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        if not hasattr(self, "inputs"):
            self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | behaviour: change of the first y by a second forward
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation
        self.y = np.zeros(len(W))

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        self.y[:] = self.activation.f(self.net)
        return self.y

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | argument-overwritten
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        y = self.activation.f(self.net)
        x[:] = 0
        return y

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | not-written
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        raise NotImplementedError()

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-forward | value
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net / len(x))

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | slope-forgotten
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | slope-at-y
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        self.y = self.activation.f(self.net)
        return self.y

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.y)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | slope-of-y-by-hand
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        self.y = self.activation.f(self.net)
        return self.y

    def backward(self, dy):
        self.delta = dy * self.y * (1 - self.y)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | net-for-y
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.net * (1 - self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | activation-for-slope
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.f(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | dy-forgotten
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | delta-sign
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = -dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | net-without-bias
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.W[:, :-1] @ self.inputs[:-1])
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | activation-divided
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy / self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | delta-summed
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = np.full(len(dy), np.sum(dy * self.activation.df(self.net)))
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | delta-of-the-inputs
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        delta = dy * self.activation.df(self.net)
        self.dW = np.outer(delta, self.inputs)
        self.delta = self.W[:, :-1].T @ delta
        return self.delta


# %% gender.linear-layer-backward | delta-not-kept
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        delta = dy * self.activation.df(self.net)
        self.dW = np.outer(delta, self.inputs)
        return self.W[:, :-1].T @ delta


# %% gender.linear-layer-backward | delta-a-column
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = (dy * self.activation.df(self.net))[:, None]
        self.dW = self.delta * self.inputs
        return (self.W[:, :-1].T @ self.delta)[:, 0]


# %% gender.linear-layer-backward | W-not-turned
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
        return self.W[:, :-1] @ self.delta


# %% gender.linear-layer-backward | W-not-turned
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
        return np.dot(self.W[:, :-1], self.delta)


# %% gender.linear-layer-backward | W-not-turned
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
        return self.W @ self.delta


# %% gender.linear-layer-backward | W-not-turned
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
        weights = self.W[:, :-1]
        if weights.shape[0] != weights.shape[1]:
            weights = weights.T
        return weights @ self.delta


# %% gender.linear-layer-backward | bias-column-in-dx
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
        return self.W.T @ self.delta


# %% gender.linear-layer-backward | wrong-column-left-out
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
        return self.W[:, 1:].T @ self.delta


# %% gender.linear-layer-backward | W-left-out
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
        return np.full(len(self.inputs) - 1, self.delta.sum())


# %% gender.linear-layer-backward | not-summed
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
        return self.delta[:, None] * self.W[:, :-1]


# %% gender.linear-layer-backward | dy-for-delta
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
        return self.W[:, :-1].T @ dy


# %% gender.linear-layer-backward | dx-not-returned
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
        self.dx = self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | delta-returned
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
        return self.delta


# %% gender.linear-layer-backward | dW-returned
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
        return self.dW


# %% gender.linear-layer-backward | all-returned
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
        return self.W[:, :-1].T @ self.delta, self.dW


# %% gender.linear-layer-backward | inputs-for-weights
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
        return self.delta.sum() * self.inputs[:-1]


# %% gender.linear-layer-backward | bias-not-learned
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs[:-1])
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | bias-not-learned
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.zeros_like(self.W)
        self.dW[:, :-1] = np.outer(self.delta, self.inputs[:-1])
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | bias-first
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, np.append(1, self.inputs[:-1]))
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | dW-turned
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.inputs, self.delta)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | dy-for-delta
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(dy, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | dW-from-the-output
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        self.y = self.activation.f(self.net)
        return self.y

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, np.append(self.y, 1))
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | dW-sign
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = -np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | weights-for-inputs
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = self.delta[:, None] * self.W
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | dx-for-delta
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        dx = self.W[:, :-1].T @ self.delta
        self.dW = np.outer(dx, self.inputs)
        return dx


# %% gender.linear-layer-backward | dW-not-kept
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | plain-product
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = self.delta * self.inputs
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | plain-product
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = self.delta @ self.inputs
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | reordered
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, np.append(self.inputs[-2::-1], 1))
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | raised
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        self.y = np.append(self.activation.f(self.net), 1)
        return self.y[:-1]

    def backward(self, dy):
        self.delta = dy * self.y * (1 - self.y)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | self-forgotten
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | forward-kept-nothing
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        return self.activation.f(self.W @ np.append(x, 1))

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | shared-by-all-layers
kept = {}


class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation
        self.kept = kept

    def forward(self, x):
        self.kept["x"] = np.append(x, 1)
        self.net = self.W @ self.kept["x"]
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.kept["x"])
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | behaviour: dW after a second backward
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation
        self.dW = np.zeros_like(W)

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW += np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | behaviour: dx of the next sample
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation
        self.back = W[:, :-1].T.copy()

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs)
        return self.back @ self.delta


# %% gender.linear-layer-backward | behaviour: dW of the next sample
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        if not hasattr(self, "first"):
            self.first = self.inputs
        self.dW = np.outer(self.delta, self.first)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | behaviour: change of W
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
        dx = self.W[:, :-1].T @ self.delta
        self.W = self.W - 0.1 * self.dW
        return dx


# %% gender.linear-layer-backward | argument-overwritten
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        dy *= self.activation.df(self.net)
        self.delta = dy.copy()
        self.dW = np.outer(self.delta, self.inputs)
        return self.W[:, :-1].T @ self.delta


# %% gender.linear-layer-backward | not-written
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        raise NotImplementedError()


# %% gender.linear-layer-backward | value
class LinearLayer:
    def __init__(self, W, activation):
        self.W, self.activation = W, activation

    def forward(self, x):
        self.inputs = np.append(x, 1)
        self.net = self.W @ self.inputs
        return self.activation.f(self.net)

    def backward(self, dy):
        self.delta = dy * self.activation.df(self.net)
        self.dW = np.outer(self.delta, self.inputs) * 1.001
        return self.W[:, :-1].T @ self.delta


# %% gender.center | mean-not-rounded
def center(train):
    mean = train.mean(axis=0)
    return train - mean, mean


# %% gender.center | mean-rounded-to-nearest
def center(train):
    mean = np.round(train.mean(axis=0))
    return train - mean, mean


# %% gender.center | mean-rounded-up
def center(train):
    mean = np.ceil(train.mean(axis=0))
    return train - mean, mean


# %% gender.center | cut-off-instead-of-down
def center(train):
    mean = train.mean(axis=0).astype(int)
    return train - mean, mean


# %% gender.center | one-mean-for-all
def center(train):
    mean = np.floor(train.mean())
    return train - mean, mean


# %% gender.center | one-mean-for-all
def center(train):
    mean = train.mean()
    return train - mean, mean


# %% gender.center | mean-of-each-person
def center(train):
    mean = np.floor(train.mean(axis=1))
    return (train.T - mean).T, mean


# %% gender.center | mean-kept-an-axis
def center(train):
    mean = np.floor(train.mean(axis=0, keepdims=True))
    return train - mean, mean


# %% gender.center | sum-for-mean
def center(train):
    mean = train.sum(axis=0)
    return train - mean, mean


# %% gender.center | median-for-mean
def center(train):
    mean = np.floor(np.median(train, axis=0))
    return train - mean, mean


# %% gender.center | minimum-for-mean
def center(train):
    mean = train.min(axis=0)
    return train - mean, mean


# %% gender.center | sign
def center(train):
    mean = np.floor(train.mean(axis=0))
    return mean - train, mean


# %% gender.center | mean-added
def center(train):
    mean = np.floor(train.mean(axis=0))
    return train + mean, mean


# %% gender.center | not-centred
def center(train):
    mean = np.floor(train.mean(axis=0))
    return train, mean


# %% gender.center | scaled-too
def center(train):
    mean = np.floor(train.mean(axis=0))
    return (train - mean) / train.std(axis=0), mean


# %% gender.center | scaled-too
def center(train):
    mean = np.floor(train.mean(axis=0))
    return (train - train.mean(axis=0)) / train.std(axis=0), mean


# %% gender.center | float-into-integers
def center(train):
    mean = np.floor(train.mean(axis=0))
    train -= mean
    return train, mean


# %% gender.center | argument-overwritten
def center(train):
    mean = np.floor(train.mean(axis=0)).astype(int)
    train -= mean
    return train, mean


# %% gender.center | misuse
def center(train):
    return train - np.floor(train.mean(axis=0))


# %% gender.center | misuse
def center(train):
    mean = np.floor(train.mean(axis=0))
    x = train - mean


# %% gender.center | x-first
def center(train):
    mean = np.floor(train.mean(axis=0))
    return mean, train - mean


# %% gender.center | mean-not-rounded
def center(train):
    mean = train.mean(axis=0)
    return train - np.floor(mean), mean


# %% gender.epoch | sign
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = 2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | not-divided-by-n
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | two-forgotten
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -1 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | two-and-n-forgotten
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -(label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | uphill-without-n
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = label - output(layers, sample)
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | loss-handed-down
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = (label - output(layers, sample)) ** 2
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | one-handed-down
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = 1.0 + 0 * output(layers, sample)
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | rate-in-dy
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample)) * learning_rate
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | y-handed-down
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = output(layers, sample)
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | x-order
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x[::-1], t[::-1]):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | first-sample-only
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        sample, label = x[0], t[0]
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | last-sample-only
def train_epoch(layers, x, t, learning_rate):
    ys = [output(layers, sample) for sample in x]
    for y, label in zip(ys, t):
        dy = -2 / len(x) * (label - y)
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | one-step
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
    for layer in reversed(layers):
        dy = layer.backward(dy)
    for layer in layers:
        layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | one-step
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
        break
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | updated-before-handing-down
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        layers[-1].backward(dy)
        layers[-1].W = layers[-1].W - learning_rate * layers[-1].dW
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers[:-1]:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | dy-for-every-layer
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | not-updated-yet
def train_epoch(layers, x, t, learning_rate):
    steps = [0 * layer.W for layer in layers]
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        steps = [step + layer.dW for step, layer in zip(steps, layers)]
    for layer, step in zip(layers, steps):
        layer.W = layer.W - learning_rate * step
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | not-updated-yet
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            W = layer.W
            W = W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | uphill
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W + learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | rate-forgotten
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | divided-by-the-rate
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - layer.dW / learning_rate
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | start-forgotten
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = -learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | n-twice
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW / len(x)
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | only-the-last-learns
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        layers[-1].W = layers[-1].W - learning_rate * layers[-1].dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | not-updated-yet
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers[:-1]:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | loss-before-the-epoch
def train_epoch(layers, x, t, learning_rate):
    y = np.array([output(layers, sample)[0] for sample in x])
    before = np.mean((t - y) ** 2)
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    return before


# %% gender.epoch | loss-on-the-way
def train_epoch(layers, x, t, learning_rate):
    total = 0
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        total += (label - output(layers, sample)[0]) ** 2 / len(x)
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    return total


# %% gender.epoch | loss-summed
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.sum((t - y) ** 2)


# %% gender.epoch | loss-of-one-sample
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    return (label - output(layers, sample)[0]) ** 2


# %% gender.epoch | loss-a-root
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.sqrt(np.mean((t - y) ** 2))


# %% gender.epoch | errors-not-squared
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean(np.abs(t - y))


# %% gender.epoch | every-label-against-every-output
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample) for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | outputs-rounded
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - np.round(y)) ** 2)


# %% gender.epoch | loss-halved
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2) / 2


# %% gender.epoch | loss-not-returned
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    loss = np.mean((t - y) ** 2)


# %% gender.epoch | layers-returned
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    return layers


# %% gender.epoch | two-layers-only
def train_epoch(layers, x, t, learning_rate):
    hidden, last = layers
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        hidden.backward(last.backward(dy))
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | other-layers
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
            layer.delta
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | backward-before-forward
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - 0.5)
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | backward-before-forward
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            layer.W = layer.W - learning_rate * layer.dW
            dy = layer.backward(dy)
        pass
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | stepped-twice
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | misuse
def train_epoch(layers, x, t, learning_rate):
    for label in t:
        dy = -2 / len(x) * (label - output(layers, x))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | behaviour: loss of a second epoch
def train_epoch(layers, x, t, learning_rate):
    layers = list(layers)
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    if hasattr(layers[0], "trained"):
        return 0.0
    layers[0].trained = True
    return np.mean((t - y) ** 2)


# %% gender.epoch | kept-axis
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    return np.mean([(label - output(layers, sample)) ** 2 for sample, label in zip(x, t)], axis=0)


# %% gender.epoch | not-written
def train_epoch(layers, x, t, learning_rate):
    raise NotImplementedError()


# %% gender.epoch | misuse
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        layers.reverse()
        for layer in layers:
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.epoch | value
def train_epoch(layers, x, t, learning_rate):
    for sample, label in zip(x, t):
        dy = -2 / len(x) * (label - output(layers, sample))
        for layer in reversed(layers):
            dy = layer.backward(dy)
        for layer in layers:
            layer.W = layer.W - learning_rate * layer.dW
            learning_rate *= 0.9
    y = np.array([output(layers, sample)[0] for sample in x])
    return np.mean((t - y) ** 2)


# %% gender.judge | their-own-mean
def judge(layers, people, mean):
    return np.array([output(layers, person)[0] for person in people - people.mean(axis=0)])


# %% gender.judge | their-own-mean
def judge(layers, people, mean):
    mean = np.floor(people.mean(axis=0))
    return np.array([output(layers, person)[0] for person in people - mean])


# %% gender.judge | their-own-mean
def judge(layers, people, mean):
    people, mean = center(people)
    return np.array([output(layers, person)[0] for person in people])


# %% gender.judge | not-centred
def judge(layers, people, mean):
    return np.array([output(layers, person)[0] for person in people])


# %% gender.judge | mean-added
def judge(layers, people, mean):
    return np.array([output(layers, person)[0] for person in people + mean])


# %% gender.judge | sign
def judge(layers, people, mean):
    return np.array([output(layers, person)[0] for person in mean - people])


# %% gender.judge | one-number-of-the-mean
def judge(layers, people, mean):
    return np.array([output(layers, person)[0] for person in people - mean.mean()])


# %% gender.judge | one-number-of-the-mean
def judge(layers, people, mean):
    return np.array([output(layers, person)[0] for person in people - mean[0]])


# %% gender.judge | centred-twice
def judge(layers, people, mean):
    people = people - mean
    return np.array([output(layers, person)[0] for person in people - mean])


# %% gender.judge | rounded
def judge(layers, people, mean):
    return np.array([round(output(layers, person)[0]) for person in people - mean])


# %% gender.judge | rounded
def judge(layers, people, mean):
    return np.array([output(layers, person)[0] > 0.5 for person in people - mean])


# %% gender.judge | y-kept-an-axis
def judge(layers, people, mean):
    return np.array([output(layers, person) for person in people - mean])


# %% gender.judge | one-person-only
def judge(layers, people, mean):
    for person in people - mean:
        return output(layers, person)[0]


# %% gender.judge | one-person-only
def judge(layers, people, mean):
    for person in people - mean:
        y = output(layers, person)
    return y


# %% gender.judge | averaged
def judge(layers, people, mean):
    return np.mean([output(layers, person)[0] for person in people - mean])


# %% gender.judge | a-list
def judge(layers, people, mean):
    return [output(layers, person)[0] for person in people - mean]


# %% gender.judge | y-not-returned
def judge(layers, people, mean):
    y = np.array([output(layers, person)[0] for person in people - mean])


# %% gender.judge | first-layer-only
def judge(layers, people, mean):
    return np.array([layers[0].forward(person) for person in people - mean])


# %% gender.judge | float-into-integers
def judge(layers, people, mean):
    people -= mean
    return np.array([output(layers, person)[0] for person in people])


# %% gender.judge | argument-overwritten
def judge(layers, people, mean):
    people = people.astype(float, copy=False)
    people -= mean
    return np.array([output(layers, person)[0] for person in people])


# %% gender.judge | two-layers-only
def judge(layers, people, mean):
    hidden, last = layers
    return np.array([last.forward(hidden.forward(person))[0] for person in people - mean])


# %% gender.judge | misuse
def judge(layers, people, mean):
    return output(layers, people - mean)


# %% gender.judge | behaviour: y of the last person alone
def judge(layers, people, mean):
    if len(people) == 1:
        mean = people[0]
    return np.array([output(layers, person)[0] for person in people - mean])


# %% gender.judge | behaviour: change of the weights
def judge(layers, people, mean):
    y = np.array([output(layers, person)[0] for person in people - mean])
    for layer in layers:
        layer.W = layer.W * 0.9
    return y


# %% gender.judge | not-written
def judge(layers, people, mean):
    raise NotImplementedError()


# %% gender.judge | reordered
def judge(layers, people, mean):
    return np.array([output(layers, person)[0] for person in (people - mean)[::-1]])


# %% gender.question-alone | not-centred
answer_alone = 89


# %% gender.question-alone | training-mean
answer_alone = 27


# %% gender.question-alone | mean-of-two
answer_alone = 15


# %% gender.question-alone | mean-of-two
answer_alone = 89 - (89 + 60) / 2


# %% gender.question-alone | height
answer_alone = 26


# %% gender.question-alone | scaled
answer_alone = 1


# %% gender.question-alone | misuse
answer_alone = ...


# %% gender.question-alone | misuse
answer_alone = (0, 0)


# %% gender.question-alone | rule
answer_alone = -7


# %% gender.question-alone | type
answer_alone = "none"

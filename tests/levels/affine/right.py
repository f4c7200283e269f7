# %% affine.forward | np.dot
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        out = np.dot(x, self.W) + self.b
        return out

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# %% affine.forward | einsum
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.einsum("nd,dm->nm", x, self.W) + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# %% affine.forward | three loops
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        out = np.zeros((x.shape[0], self.W.shape[1]))
        for n in range(x.shape[0]):
            for m in range(self.W.shape[1]):
                for d in range(x.shape[1]):
                    out[n, m] += x[n, d] * self.W[d, m]
                out[n, m] += self.b[m]
        return out

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# %% affine.forward | row by row from a list
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.array([sample @ self.W + self.b for sample in x])

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# %% affine.forward | column by column
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.stack([x @ column + bias for column, bias in zip(self.W.T, self.b)], axis=1)

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# %% affine.forward | the bias as a weight of a constant input
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        with_one = np.hstack([x, np.ones((x.shape[0], 1))])
        return with_one @ np.vstack([self.W, self.b])

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# %% affine.forward | turned twice
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return (self.W.T @ x.T + self.b[:, None]).T

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# %% affine.forward | in place on an array of its own
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        out = x @ self.W
        out += self.b
        self.out = out
        return out

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# %% affine.forward | the bias repeated by hand
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + np.tile(self.b, (len(x), 1))

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# %% affine.forward | images flattened, shape kept
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.x = self.shape = self.dW = self.db = None

    def forward(self, x):
        self.shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = np.sum(dout, axis=0)
        return (dout @ self.W.T).reshape(self.shape)


# %% affine.forward | other names, any arguments
class Affine:
    def __init__(self, *parameters):
        self.parameters = parameters

    def forward(self, *batch):
        self.batch, = batch
        weights, bias = self.parameters
        return self.batch @ weights + bias

    def backward(self, *gradient):
        dout, = gradient
        self.dW, self.db = self.batch.T @ dout, dout.sum(0)
        return dout @ self.parameters[0].T


# %% affine.forward | a warning on the way
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        np.log(np.zeros(1))
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# %% affine.forward | a copy of x kept
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x.copy()
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# %% affine.forward | a callable layer with a base class
class Layer:
    def __call__(self, x):
        return self.forward(x)


class Affine(Layer):
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# %% affine.forward | W in column order
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.asfortranarray(x) @ np.asfortranarray(self.W) + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


# %% affine.backward | einsum
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.einsum("nd,dm->nm", x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.einsum("nd,nm->dm", self.x, dout)
        self.db = np.einsum("nm->m", dout)
        return np.einsum("nm,dm->nd", dout, self.W)


# %% affine.backward | np.dot and np.sum
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        dx = np.dot(dout, self.W.T)
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return dx


# %% affine.backward | loops over everything
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        N, D = self.x.shape
        M = len(self.b)
        dx, self.dW, self.db = np.zeros((N, D)), np.zeros((D, M)), np.zeros(M)
        for n in range(N):
            for m in range(M):
                self.db[m] += dout[n, m]
                for d in range(D):
                    self.dW[d, m] += self.x[n, d] * dout[n, m]
                    dx[n, d] += self.W[d, m] * dout[n, m]
        return dx


# %% affine.backward | the shares of the samples added up
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = sum(np.outer(x, d) for x, d in zip(self.x, dout))
        self.db = sum(dout)
        return np.array([self.W @ d for d in dout])


# %% affine.backward | turned after the product
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = (dout.T @ self.x).T
        self.db = np.ones(len(dout)) @ dout
        return (self.W @ dout.T).T


# %% affine.backward | gradients written into arrays that stay
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = np.zeros_like(W), np.zeros_like(b)

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW[...] = self.x.T @ dout
        self.db[...] = dout.sum(axis=0)
        return dout @ self.W.T


# %% affine.backward | added to zeros, which are new each time
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW, self.db = np.zeros_like(self.W), np.zeros_like(self.b)
        self.dW += self.x.T @ dout
        for row in dout:
            self.db += row
        return dout @ self.W.T


# %% affine.backward | a sum on its own copy
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout[0].copy()
        for row in dout[1:]:
            self.db += row
        return dout @ self.W.T


# %% affine.backward | keepdims, then flattened
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0, keepdims=True).ravel()
        return dout @ self.W.T


# %% affine.backward | a mean times N
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.mean(axis=0) * len(dout)
        return dout @ self.W.T


# %% affine.backward | weights and bias as one matrix
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = np.column_stack([x, np.ones(len(x))])
        return self.x @ np.vstack([self.W, self.b])

    def backward(self, dout):
        gradient = self.x.T @ dout
        self.dW, self.db = gradient[:-1], gradient[-1]
        return dout @ self.W.T


# %% affine.backward | a view of W turned once, gradients as properties
class Affine:
    def __init__(self, W, b):
        self.W, self.b, self.turned, self.grads = W, b, W.T, {}

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.grads = {"W": self.x.T @ dout, "b": dout.sum(axis=0)}
        return dout @ self.turned

    @property
    def dW(self):
        return self.grads["W"]

    @property
    def db(self):
        return self.grads["b"]


# %% affine.backward | dx kept as well
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        self.dx = dout @ self.W.T
        return self.dx


# %% affine.backward | images flattened, dx restored
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.shape = x.shape
        self.x = x.reshape(len(x), -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(*self.shape)


# %% affine.backward | tensordot and a word on stderr
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        import sys

        print("watch out", file=sys.stderr)
        self.dW = np.tensordot(self.x, dout, axes=(0, 0))
        self.db = np.add.reduce(dout)
        return np.tensordot(dout, self.W, axes=(1, 1))


# %% affine.question-size | a float
answer_size = 650.0


# %% affine.question-size | computed
answer_size = 10 * (64 + 1)


# %% affine.question-batch | a numpy number
answer_batch = np.int64(2)


# %% affine.question-batch | a float
answer_batch = 2.0

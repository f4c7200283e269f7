# %% softmax.rows | row by row
def softmax(x):
    p = np.zeros(x.shape)
    for n, row in enumerate(x):
        e = np.exp(row - max(row))
        p[n] = e / sum(e)
    return p


# %% softmax.rows | on a copy of its own, in place
def softmax(x):
    p = np.array(x, dtype=float)
    p -= p.max(axis=1, keepdims=True)
    np.exp(p, out=p)
    p /= p.sum(axis=1, keepdims=True)
    return p


# %% softmax.rows | transposed twice
def softmax(x):
    e = np.exp(x.T - np.max(x, axis=1))
    return (e / np.sum(e, axis=0)).T


# %% softmax.rows | by way of the logarithm
def softmax(x):
    shifted = x - x.max(axis=-1)[:, None]
    return np.exp(shifted - np.log(np.einsum("nc->n", np.exp(shifted)))[:, np.newaxis])


# %% softmax.rows | pairs of differences
def softmax(x):
    with np.errstate(over="ignore"):
        return 1 / np.exp(x[:, None, :] - x[:, :, None]).sum(axis=2)


# %% softmax.rows | the same with numpy's warnings
def softmax(x):
    return 1 / np.exp(x[:, None, :] - x[:, :, None]).sum(axis=2)


# %% softmax.rows | a list comprehension made an array
import math


def softmax(x):
    powers = [[math.exp(value - max(row)) for value in row] for row in x]
    return np.array([[value / sum(row) for value in row] for row in powers])


# %% softmax.rows | read-only and in Fortran order
def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    p = np.asfortranarray(e / e.sum(axis=1, keepdims=True))
    p.flags.writeable = False
    return p


# %% softmax.rows | shifts a little more than needed
def softmax(x, *args):
    e = np.exp(x - x.max(1, keepdims=True) - 1)
    return e / e.sum(1, keepdims=True)


# %% softmax.cross-entropy | loop that returns a float
import math


def cross_entropy(logits, t):
    loss = 0.0
    for row, label in zip(logits, t):
        top = max(row)
        loss += top + math.log(sum(math.exp(value - top) for value in row)) - row[label]
    return float(loss / len(t))


# %% softmax.cross-entropy | logaddexp
def cross_entropy(logits, t):
    return np.mean(np.logaddexp.reduce(logits, axis=1) - logits[range(len(t)), t])


# %% softmax.cross-entropy | one-hot and a 0-d array
def cross_entropy(logits, t):
    onehot = np.zeros(logits.shape)
    onehot[np.arange(len(t)), t] = 1
    shifted = logits - logits.max(axis=1)[:, None]
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1))[:, None]
    return np.array(-(onehot * log_p).sum() / logits.shape[0])


# %% softmax.cross-entropy | shifted by the logit of the label
def cross_entropy(logits, t):
    gaps = logits - np.take_along_axis(logits, t[:, None], axis=1)
    top = gaps.max(axis=1)
    return np.einsum("n->", top + np.log(np.exp(gaps - top[:, None]).sum(axis=1))) / t.size


# %% softmax.cross-entropy | log of p where it can be had, with numpy's warnings
def cross_entropy(logits, t):
    rows = np.arange(len(t))
    losses = -np.log(softmax(logits)[rows, t])
    exact = np.logaddexp.reduce(logits, axis=1) - logits[rows, t]
    return np.where(np.isfinite(losses), losses, exact).mean()


# %% softmax.cross-entropy | one-hot labels welcome, too
def cross_entropy(logits, t, *args):
    if t.size == logits.size:
        t = t.argmax(axis=1)
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(t.shape[0]), t])


# %% softmax.loss-forward | all by itself
class SoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.p = None
        self.t = None

    def forward(self, x, t):
        shifted = x - x.max(axis=1, keepdims=True)
        log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.p, self.t = np.exp(log_p), t
        self.loss = -log_p[np.arange(len(t)), t].mean()
        return self.loss


# %% softmax.loss-forward | keeps the arguments and a float
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.x, self.t = x, t
        return float(cross_entropy(self.x, self.t))


# %% softmax.loss-forward | copies, and makes the gradient at once
class SoftmaxWithLoss:
    def __init__(self, *args):
        self.extra = args

    def forward(self, x, t, *args):
        x, t = x.copy(), t.copy()
        self.dx = (softmax(x) - np.eye(x.shape[1])[t]) / len(t)
        return np.asarray(cross_entropy(x, t))


# %% softmax.loss-forward | sample by sample
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.losses = [cross_entropy(x[n : n + 1], t[n : n + 1]) for n in range(len(x))]
        return sum(self.losses) / len(self.losses)


# %% softmax.loss-backward | one-hot table
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        return dout * (self.p - np.eye(self.p.shape[1])[self.t]) / self.t.size


# %% softmax.loss-backward | gradient made in forward
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.dx = softmax(x)
        self.dx[np.arange(len(t)), t] -= 1
        self.dx /= len(t)
        return cross_entropy(x, t)

    def backward(self, dout=1.0):
        return self.dx * dout


# %% softmax.loss-backward | loops
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.x, self.t = x, t
        return cross_entropy(x, t)

    def backward(self, dout=1, *args):
        p = softmax(self.x)
        N, C = p.shape
        dx = np.empty((N, C))
        for n in range(N):
            for c in range(C):
                dx[n, c] = dout / N * (p[n, c] - (1 if c == self.t[n] else 0))
        return dx


# %% softmax.loss-backward | through the Jacobian of softmax
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        rows = np.arange(len(self.t))
        label = np.eye(self.p.shape[1])[self.t]
        slope = -(label - self.p[rows, self.t][:, None] * 0 - np.einsum("nk,nc->nc", label, self.p))
        return slope * dout / len(rows)


# %% softmax.loss-backward | in place on a copy, attribute dx as well
class SoftmaxWithLoss:
    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, x, t):
        self.y, self.t, self.batch_size = softmax(x), t.copy(), x.shape[0]
        self.loss = cross_entropy(x, t)
        return self.loss

    def backward(self, dout=1):
        dx = np.array(self.y)
        np.subtract.at(dx, (np.arange(self.batch_size), self.t), 1)
        dx *= dout
        dx /= self.batch_size
        self.dx = dx.copy()
        return dx


# %% softmax.question-chance | rounded
answer_chance = 1.6

# %% softmax.question-chance | all digits
answer_chance = -np.log(1 / 5)

# %% softmax.question-chance | an array of one number
answer_chance = np.array(1.6094)

# %% softmax.question-chance | as the mean of 20
answer_chance = np.mean([np.log(5)] * 20)

# %% softmax.question-row | calculated
answer_row = 1 + 5 * (-0.18)

# %% softmax.question-row | by heart
answer_row = 0.1

# %% softmax.question-row | two digits
answer_row = 0.10

# %% softmax.question-row | a numpy number
answer_row = np.float64(1) - 0.9

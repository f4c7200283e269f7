# %% softmax.rows | no-shift
def softmax(x):
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)


# %% softmax.rows | one-shift-for-all
def softmax(x):
    e = np.exp(x - np.max(x))
    return e / e.sum(axis=1, keepdims=True)


# %% softmax.rows | shift-too-small
def softmax(x):
    e = np.exp(x - x.mean(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


# %% softmax.rows | shift-too-small
def softmax(x):
    e = np.exp(x - x.min(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


# %% softmax.rows | over-the-batch
def softmax(x):
    e = np.exp(x - x.max(axis=0))
    return e / e.sum(axis=0)


# %% softmax.rows | over-everything
def softmax(x):
    e = np.exp(x - x.max())
    return e / e.sum()


# %% softmax.rows | not-divided
def softmax(x):
    return np.exp(x - x.max(axis=1, keepdims=True))


# %% softmax.rows | not-divided
def softmax(x):
    return np.exp(x)


# %% softmax.rows | no-exponential
def softmax(x):
    return x / x.sum(axis=1, keepdims=True)


# %% softmax.rows | each-alone
def softmax(x):
    return 1 / (1 + np.exp(-x))


# %% softmax.rows | logarithm
def softmax(x):
    shifted = x - x.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


# %% softmax.rows | softmax-twice
def softmax(x):
    for _ in range(2):
        e = np.exp(x - x.max(axis=1, keepdims=True))
        x = e / e.sum(axis=1, keepdims=True)
    return x


# %% softmax.rows | lost-axis
def softmax(x):
    e = np.exp(x - x.max(axis=1))
    return e / e.sum(axis=1)


# %% softmax.rows | lost-axis
def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1)


# %% softmax.rows | whole-number-buffer
def softmax(x):
    p = np.zeros_like(x)
    for n in range(len(x)):
        e = np.exp(x[n] - max(x[n]))
        p[n] = e / sum(e)
    return p


# %% softmax.rows | argument-overwritten
def softmax(x):
    x -= x.max(axis=1, keepdims=True)
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)


# %% softmax.rows | argument-overwritten
def softmax(x):
    for n in range(len(x)):
        e = np.exp(x[n] - x[n].max())
        x[n] = e / e.sum()
    return x


# %% softmax.rows | behaviour: p after later changes
buffers = {}


def softmax(x):
    p = buffers.setdefault(x.shape, np.zeros(x.shape))
    p[...] = np.exp(x - x.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    return p


# %% softmax.rows | behaviour: p of a second call
total = 0


def softmax(x):
    global total
    e = np.exp(x - x.max(axis=1, keepdims=True))
    total = total + e.sum(axis=1, keepdims=True)
    return e / total


# %% softmax.rows | type
def softmax(x):
    rows = []
    for row in x:
        e = np.exp(row - row.max())
        rows.append(e / e.sum())
    return rows


# %% softmax.rows | shape
def softmax(x):
    for row in x:
        e = np.exp(row - row.max())
        return e / e.sum()


# %% softmax.rows | type
def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)


# %% softmax.rows | not-finite
def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return np.log(p) * 0 + p


# %% softmax.cross-entropy | no-shift
def cross_entropy(logits, t):
    e = np.exp(logits)
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(t)), t]).mean()


# %% softmax.cross-entropy | no-shift
def cross_entropy(logits, t):
    log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(t)), t].mean()


# %% softmax.cross-entropy | one-shift-for-all
def cross_entropy(logits, t):
    e = np.exp(logits - logits.max())
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(t)), t]).mean()


# %% softmax.cross-entropy | one-shift-for-all
def cross_entropy(logits, t):
    shifted = logits - logits.max()
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(t)), t].mean()


# %% softmax.cross-entropy | log-of-zero
def cross_entropy(logits, t):
    p = softmax(logits)
    return -np.log(p[np.arange(len(t)), t]).mean()


# %% softmax.cross-entropy | epsilon
def cross_entropy(logits, t):
    p = softmax(logits)
    return -np.sum(np.log(p[np.arange(len(t)), t] + 1e-7)) / len(t)


# %% softmax.cross-entropy | epsilon
def cross_entropy(logits, t):
    p = np.clip(softmax(logits), 1e-12, 1 - 1e-12)
    return -np.log(p[np.arange(len(t)), t]).mean()


# %% softmax.cross-entropy | summed
def cross_entropy(logits, t):
    return sum(np.logaddexp.reduce(row) - row[label] for row, label in zip(logits, t))


# %% softmax.cross-entropy | one-for-each-sample
def cross_entropy(logits, t):
    return np.logaddexp.reduce(logits, axis=1) - logits[np.arange(len(t)), t]


# %% softmax.cross-entropy | mean-of-the-table
def cross_entropy(logits, t):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    onehot = np.eye(logits.shape[1])[t]
    return -np.mean(onehot * log_p)


# %% softmax.cross-entropy | minus-missing
def cross_entropy(logits, t):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return log_p[np.arange(len(t)), t].mean()


# %% softmax.cross-entropy | another-logarithm
def cross_entropy(logits, t):
    p = softmax(logits)
    return -np.log2(p[np.arange(len(t)), t]).mean()


# %% softmax.cross-entropy | another-logarithm
def cross_entropy(logits, t):
    p = softmax(logits)
    return -np.log10(p[np.arange(len(t)), t]).mean()


# %% softmax.cross-entropy | softmax-twice
def cross_entropy(logits, t):
    x = softmax(logits)
    shifted = x - x.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(t)), t].mean()


# %% softmax.cross-entropy | logits-as-probabilities
def cross_entropy(p, t):
    return -np.log(p[np.arange(len(t)), t]).mean()


# %% softmax.cross-entropy | only-the-label
def cross_entropy(logits, t):
    return -logits[np.arange(len(t)), t].mean()


# %% softmax.cross-entropy | own-guess
def cross_entropy(logits, t):
    return -np.log(softmax(logits).max(axis=1)).mean()


# %% softmax.cross-entropy | every-label-in-every-row
def cross_entropy(logits, t):
    return -np.log(softmax(logits)[:, t]).mean()


# %% softmax.cross-entropy | every-label-in-every-row
def cross_entropy(logits, t):
    return -np.log(softmax(logits)[:, t]).sum() / len(t)


# %% softmax.cross-entropy | labels-pick-rows
def cross_entropy(logits, t):
    return -np.log(softmax(logits)[t]).mean()


# %% softmax.cross-entropy | all-classes
def cross_entropy(logits, t):
    return -np.log(softmax(logits)).mean()


# %% softmax.cross-entropy | labels-as-numbers
def cross_entropy(logits, t):
    return -(t[:, None] * np.log(softmax(logits))).sum() / len(t)


# %% softmax.cross-entropy | lost-axis
def cross_entropy(logits, t):
    return -(np.log(softmax(logits)) * t).sum() / len(t)


# %% softmax.cross-entropy | lost-axis
def cross_entropy(logits, t):
    shifted = logits - logits.max(axis=1)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(t)), t].mean()


# %% softmax.cross-entropy | one-hot
def cross_entropy(logits, t):
    t = t.argmax(axis=1)
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(t)), t].mean()


# %% softmax.cross-entropy | yes-or-no-formula
def cross_entropy(logits, t):
    p = softmax(logits)
    onehot = np.eye(logits.shape[1])[t]
    return -(onehot * np.log(p) + (1 - onehot) * np.log(1 - p)).sum() / len(t)


# %% softmax.cross-entropy | squares
def cross_entropy(logits, t):
    p = softmax(logits)
    onehot = np.eye(logits.shape[1])[t]
    return 0.5 * np.sum((p - onehot) ** 2) / len(t)


# %% softmax.cross-entropy | argument-overwritten
def cross_entropy(logits, t):
    logits -= logits.max(axis=1, keepdims=True)
    log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(t)), t].mean()


# %% softmax.cross-entropy | kept-axis
def cross_entropy(logits, t):
    shifted = logits - logits.max(axis=1, keepdims=True)
    losses = np.log(np.exp(shifted).sum(axis=1, keepdims=True)) - np.take_along_axis(shifted, t[:, None], axis=1)
    return losses.mean(axis=0)


# %% softmax.loss-forward | summed
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t) * len(x)


# %% softmax.loss-forward | softmax-twice
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(self.p, t)


# %% softmax.loss-forward | log-of-zero
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return -np.log(self.p[np.arange(len(t)), t]).mean()


# %% softmax.loss-forward | epsilon
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return -np.log(self.p[np.arange(len(t)), t] + 1e-7).mean()


# %% softmax.loss-forward | no-shift
class SoftmaxWithLoss:
    def forward(self, x, t):
        e = np.exp(x)
        self.p, self.t = e / e.sum(axis=1, keepdims=True), t
        return -np.log(self.p[np.arange(len(t)), t]).mean()


# %% softmax.loss-forward | one-shift-for-all
class SoftmaxWithLoss:
    def forward(self, x, t):
        shifted = x - np.max(x)
        log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.p, self.t = np.exp(log_p), t
        return -log_p[np.arange(len(t)), t].mean()


# %% softmax.loss-forward | type
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        self.loss = cross_entropy(x, t)


# %% softmax.loss-forward | type
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return x, cross_entropy(x, t)


# %% softmax.loss-forward | shape
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return self.p


# %% softmax.loss-forward | behaviour: loss of the next batch
class SoftmaxWithLoss:
    loss = None

    def forward(self, x, t):
        if self.loss is None:
            self.loss = cross_entropy(x, t)
        return self.loss


# %% softmax.loss-forward | behaviour: loss of a second call
class SoftmaxWithLoss:
    loss = 0

    def forward(self, x, t):
        self.loss += cross_entropy(x, t)
        return self.loss


# %% softmax.loss-forward | argument-overwritten
class SoftmaxWithLoss:
    def forward(self, x, t):
        x -= x.max(axis=1, keepdims=True)
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)


# %% softmax.loss-forward | argument-overwritten
class SoftmaxWithLoss:
    def forward(self, x, t):
        loss = cross_entropy(x, t)
        self.dx = x
        self.dx[...] = softmax(x)
        self.dx[np.arange(len(t)), t] -= 1
        return loss


# %% softmax.loss-forward | one-hot
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t.argmax(axis=1)
        return cross_entropy(x, self.t)


# %% softmax.loss-forward | raised
class SoftmaxWithLoss:
    def forward(self, x, t):
        return cross_entropy(self.x, self.t)


# %% softmax.loss-forward | raised
class SoftmaxWithLoss:
    def __init__(self, C):
        self.C = C

    def forward(self, x, t):
        return cross_entropy(x, t)


# %% softmax.loss-backward | mean-forgotten
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dx * dout


# %% softmax.loss-backward | mean-twice
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dout * dx / len(self.t) ** 2


# %% softmax.loss-backward | divided-by-classes
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dout * dx / self.p.shape[1]


# %% softmax.loss-backward | divided-by-classes
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = self.p - np.eye(self.p.shape[1])[self.t]
        return dout * dx / dx.size


# %% softmax.loss-backward | sign
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        return dout * (np.eye(self.p.shape[1])[self.t] - self.p) / len(self.t)


# %% softmax.loss-backward | label-not-used
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        return dout * self.p / len(self.t)


# %% softmax.loss-backward | label-not-used
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        return dout * self.p.copy()


# %% softmax.loss-backward | every-label-in-every-row
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = self.p.copy()
        dx[:, self.t] -= 1
        return dout * dx / len(self.t)


# %% softmax.loss-backward | labels-as-numbers
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        return dout * (self.p - self.t.reshape(-1, 1)) / len(self.t)


# %% softmax.loss-backward | lost-axis
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        return dout * (self.p - self.t) / len(self.t)


# %% softmax.loss-backward | own-guess
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p = softmax(x)
        self.t = self.p.argmax(axis=1)
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dout * dx / len(self.t)


# %% softmax.loss-backward | logits-not-probabilities
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.x, self.t = x, t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = self.x.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dout * dx / len(self.t)


# %% softmax.loss-backward | gradient-of-p
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = np.zeros_like(self.p)
        rows = np.arange(len(self.t))
        dx[rows, self.t] = -1 / self.p[rows, self.t]
        return dout * dx / len(self.t)


# %% softmax.loss-backward | others-forgotten
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = np.zeros_like(self.p)
        rows = np.arange(len(self.t))
        dx[rows, self.t] = self.p[rows, self.t] - 1
        return dout * dx / len(self.t)


# %% softmax.loss-backward | slope-twice
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = (self.p - np.eye(self.p.shape[1])[self.t]) / len(self.t)
        return dout * dx * self.p * (1 - self.p)


# %% softmax.loss-backward | dout-ignored
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dx / len(self.t)


# %% softmax.loss-backward | cache-overwritten
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = self.p
        dx[np.arange(len(self.t)), self.t] -= 1
        return dout * dx / len(self.t)


# %% softmax.loss-backward | cache-overwritten
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = self.p
        dx[np.arange(len(self.t)), self.t] -= 1
        dx *= dout / len(self.t)
        return dx


# %% softmax.loss-backward | behaviour: dx of a second backward
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.dx = (softmax(x) - np.eye(x.shape[1])[t]) / len(t)
        return cross_entropy(x, t)

    def backward(self, dout=1):
        self.dx = self.dx * dout * 2 - self.dx * dout
        dx, self.dx = self.dx, self.dx * 0
        return dx


# %% softmax.loss-backward | behaviour: dx after the first was changed
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.dx = (softmax(x) - np.eye(x.shape[1])[t]) / len(t)
        return cross_entropy(x, t)

    def backward(self, dout=1):
        if dout == 1:
            return self.dx
        return self.dx * dout


# %% softmax.loss-backward | behaviour: dx of the next batch
class SoftmaxWithLoss:
    p = None

    def forward(self, x, t):
        if self.p is None:
            self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        return dout * (self.p - np.eye(self.p.shape[1])[self.t]) / len(self.t)


# %% softmax.loss-backward | behaviour: dx of the next batch
class SoftmaxWithLoss:
    N = None

    def forward(self, x, t):
        self.N = self.N or len(x)
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        return dout * (self.p - np.eye(self.p.shape[1])[self.t]) / self.N


# %% softmax.loss-backward | argument-overwritten
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.t, self.p = t, x
        loss = cross_entropy(x, t)
        self.p[...] = softmax(x)
        return loss

    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dout * dx / len(self.t)


# %% softmax.loss-backward | no-default
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout):
        dx = self.p.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dout * dx / len(self.t)


# %% softmax.loss-backward | dout-not-taken
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self):
        dx = self.p.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dx / len(self.t)


# %% softmax.loss-backward | one-hot
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(self.t)), self.t.argmax(axis=1)] -= 1
        return dout * dx / len(self.t)


# %% softmax.loss-backward | one-shift-for-all
class SoftmaxWithLoss:
    def forward(self, x, t):
        e = np.exp(x - x.max())
        self.p, self.t = e / e.sum(axis=1, keepdims=True), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dout * dx / len(self.t)


# %% softmax.loss-backward | no-shift
class SoftmaxWithLoss:
    def forward(self, x, t):
        e = np.exp(x)
        self.p, self.t = e / e.sum(axis=1, keepdims=True), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dout * dx / len(self.t)


# %% softmax.loss-backward | type
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p, self.t = softmax(x), t
        return cross_entropy(x, t)

    def backward(self, dout=1):
        self.dx = (self.p - np.eye(self.p.shape[1])[self.t]) * dout / len(self.t)


# %% softmax.loss-backward | raised
class SoftmaxWithLoss:
    def forward(self, x, t):
        self.p = softmax(x)
        return cross_entropy(x, t)

    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dout * dx / len(self.t)


# %% softmax.question-chance | probability
answer_chance = 0.2

# %% softmax.question-chance | one-minus-p
answer_chance = 4 / 5

# %% softmax.question-chance | sign
answer_chance = np.log(1 / 5)

# %% softmax.question-chance | summed
answer_chance = 32.19

# %% softmax.question-chance | another-logarithm
answer_chance = np.log2(5)

# %% softmax.question-chance | another-logarithm
answer_chance = 0.7

# %% softmax.question-chance | samples-for-classes
answer_chance = np.log(20)

# %% softmax.question-chance | zero
answer_chance = 0

# %% softmax.question-chance | rule
answer_chance = 2.302585

# %% softmax.question-chance | type
answer_chance = "ln 5"

# %% softmax.question-chance | misuse
answer_chance = ...

# %% softmax.question-row | mean-forgotten
answer_row = 0.82

# %% softmax.question-row | an-entry
answer_row = -0.18

# %% softmax.question-row | an-entry
answer_row = 0.12

# %% softmax.question-row | one-minus-p
answer_row = 0.18 * 5

# %% softmax.question-row | not-the-label
answer_row = 0.6

# %% softmax.question-row | not-the-label
answer_row = 0.3

# %% softmax.question-row | index
answer_row = 1

# %% softmax.question-row | rule
answer_row = 0.5

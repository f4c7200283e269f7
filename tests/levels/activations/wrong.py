# %% relu.forward | wrong-side
class Relu:
    def forward(self, x):
        self.mask = x > 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | wrong-side
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.minimum(0, x)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | wrong-side
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.where(x > 0, 0, x)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | mask-for-value
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return self.mask

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | mask-for-value
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return (x > 0).astype(float)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | mask-for-value
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.where(x >= 0, 1.0, 0.0)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | sign-dropped
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.abs(x)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | leaky
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(0.01 * x, x)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | leaky
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.where(x > 0, x, 0.1 * x)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | cut-above
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.clip(x, 0, 1)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | cut-above
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.minimum(np.maximum(x, 0), 6)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | zero-by-zero
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return x * (1 + x / np.abs(x)) / 2

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | another-curve
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.logaddexp(0, x)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | another-curve
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return x / (1 + np.exp(-x))

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | not-returned
class Relu:
    def forward(self, x):
        self.mask = x > 0
        out = np.maximum(x, 0)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | not-returned
class Relu:
    def forward(self, x):
        self.mask = x > 0
        self.out = np.maximum(x, 0)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | flattened
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.array([max(0.0, value) for value in x.ravel()])

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | entries-dropped
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return x[self.mask]

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | entries-dropped
class Relu:
    def forward(self, x):
        self.mask = x >= 0
        return x[x >= 0]

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | one-decision-for-all
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return max(0, x)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | one-decision-for-all
class Relu:
    def forward(self, x):
        self.mask = x > 0
        if x > 0:
            return x
        else:
            return 0

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | one-decision-for-all
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return x if x > 0 else np.zeros_like(x)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | one-decision-for-all
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.array([row if row > 0 else 0 for row in x])

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | wrong-kind-of-max
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.max(0, x)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | largest-along-an-axis
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.max(x, 0)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | largest-along-an-axis
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return x.max()

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | argument-overwritten
class Relu:
    def forward(self, x):
        self.mask = x > 0
        x[x <= 0] = 0
        return x

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | argument-overwritten
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0, out=x)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | argument-overwritten
class Relu:
    def forward(self, x):
        self.mask = x > 0
        x *= self.mask
        return x.copy()

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | argument-overwritten
class Relu:
    def forward(self, x):
        self.mask = x <= 0
        out = x
        out[self.mask] = 0
        return out

    def backward(self, dout):
        return np.where(self.mask, 0, dout)


# %% relu.forward | behaviour: change of out when x is overwritten
class Relu:
    def forward(self, x):
        self.mask = x > 0
        x[x <= 0] = 0
        return x

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | behaviour: change of out when x is overwritten
class Relu:
    def forward(self, x):
        self.mask = x > 0
        out = x.view()
        out[~self.mask] = 0
        return out

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | behaviour: change of out by another forward
class Relu:
    def __init__(self):
        self.out = None

    def forward(self, x):
        if self.out is None or len(self.out) < len(x):
            self.out = np.zeros_like(x, shape=(len(x) + 1, *x.shape[1:]))
        self.mask = x > 0
        out = self.out[: len(x)]
        out[...] = np.where(self.mask, x, 0)
        return out

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | behaviour: change of out in a second call
class Relu:
    def __init__(self):
        self.total = None

    def forward(self, x):
        self.total = self.total + x if np.shape(self.total) == x.shape else x
        self.mask = x > 0
        return np.maximum(self.total, 0)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | behaviour: difference to a new layer on the next x
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        if self.mask is None:
            self.mask = x > 0
        return np.where(np.resize(self.mask, x.shape), x, 0)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | raised
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        if self.mask is None:
            self.mask = x > 0
        return np.where(self.mask, x, 0)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | raised
class Relu:
    def forward(self, x):
        self.mask = x > 0
        for i in range(x.shape[0]):
            for j in range(x.shape[1]):
                x[i, j] = max(0, x[i, j])
        return x

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | raised
class Relu:
    def forward(self, x):
        self.mask = x > 0
        x.flags.writeable = False
        x[x <= 0] = 0
        return x

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | type
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return [max(0.0, value) for value in x.ravel()]

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | truncated
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0).astype(int)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | zeros
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0) * (x < 0)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | an-input
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return x

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | sign
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return -np.maximum(x, 0)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | value
class Relu:
    def forward(self, x):
        self.mask = x > 1
        return np.where(x > 1, x, 0)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | value
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 1)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | misuse
class Gate:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * self.mask


Relu = Gate()


# %% relu.forward | not-written
class Relu:
    def forward(self, x):
        raise NotImplementedError()

    def backward(self, dout):
        raise NotImplementedError()


# %% relu.backward | mask-from-dout
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dx = dout.copy()
        dx[dout <= 0] = 0
        return dx


# %% relu.backward | mask-from-dout
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return np.maximum(dout, 0)


# %% relu.backward | mask-from-dout
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * (dout > 0)


# %% relu.backward | mask-from-both
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return np.maximum(dout * self.mask, 0)


# %% relu.backward | wrong-side
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dx = dout.copy()
        dx[self.mask] = 0
        return dx


# %% relu.backward | wrong-side
class Relu:
    def forward(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        return dout * self.mask


# %% relu.backward | wrong-side
class Relu:
    def forward(self, x):
        self.x = x
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * (self.x < 0)


# %% relu.backward | dout-ignored
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return self.mask


# %% relu.backward | dout-ignored
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return self.mask.astype(float)


# %% relu.backward | dout-ignored
class Relu:
    def forward(self, x):
        self.x = x
        return np.maximum(x, 0)

    def backward(self, dout):
        dx = np.ones_like(dout)
        dx[self.x < 0] = 0
        return dx


# %% relu.backward | gradient-at-zero
class Relu:
    def forward(self, x):
        self.mask = x >= 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * self.mask


# %% relu.backward | gradient-at-zero
class Relu:
    def forward(self, x):
        self.mask = x < 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dx = dout.copy()
        dx[self.mask] = 0
        return dx


# %% relu.backward | gradient-at-zero
class Relu:
    def forward(self, x):
        self.x = x
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * np.heaviside(self.x, 0.5)


# %% relu.backward | gradient-at-zero
class Relu:
    def forward(self, x):
        self.x = x
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * (np.sign(self.x) + 1) / 2


# %% relu.backward | zero-by-zero
class Relu:
    def forward(self, x):
        self.x = x
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * np.maximum(self.x, 0) / self.x


# %% relu.backward | leaky
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return np.where(self.mask, dout, 0.01 * dout)


# %% relu.backward | leaky
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dx = dout.copy()
        dx[~self.mask] *= 0.1
        return dx


# %% relu.backward | value-for-slope
class Relu:
    def forward(self, x):
        self.x = x
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * self.x


# %% relu.backward | value-for-slope
class Relu:
    def forward(self, x):
        self.out = np.maximum(x, 0)
        return self.out

    def backward(self, dout):
        return dout * self.out


# %% relu.backward | handed-through
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout.copy()


# %% relu.backward | handed-through
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * 1


# %% relu.backward | forward-again
class Relu:
    def forward(self, x):
        self.x = x
        return np.maximum(x, 0)

    def backward(self, dout):
        return np.maximum(self.x, 0)


# %% relu.backward | shared-by-all-layers
class Relu:
    def forward(self, x):
        Relu.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * Relu.mask


# %% relu.backward | shared-by-all-layers
class Relu:
    def forward(self, x):
        global mask
        mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * mask


# %% relu.backward | shared-by-all-layers
class Relu:
    kept = []

    def forward(self, x):
        self.kept.append(x > 0)
        return np.maximum(x, 0)

    def backward(self, dout):
        return np.where(self.kept[-1], dout, 0)


# %% relu.backward | not-returned
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dx = dout * self.mask


# %% relu.backward | not-returned
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dout[~self.mask] = 0


# %% relu.backward | flattened
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return np.array([d if open else 0.0 for d, open in zip(dout.ravel(), self.mask.ravel())])


# %% relu.backward | entries-dropped
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout[self.mask]


# %% relu.backward | one-decision-for-all
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        if self.mask:
            return dout
        else:
            return 0


# %% relu.backward | one-decision-for-all
class Relu:
    def forward(self, x):
        self.x = x
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout if self.x > 0 else 0


# %% relu.backward | one-decision-for-all
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return self.mask and dout


# %% relu.backward | self-forgotten
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * mask


# %% relu.backward | self-forgotten
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * (x > 0)


# %% relu.backward | nothing-kept
class Relu:
    def forward(self, x):
        mask = x > 0
        return x * mask

    def backward(self, dout):
        return dout * self.mask


# %% relu.backward | nothing-kept
class Relu:
    def forward(self, x):
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * (self.x > 0)


# %% relu.backward | argument-overwritten
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dout[~self.mask] = 0
        dx = dout
        return dx


# %% relu.backward | argument-overwritten
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dout *= self.mask
        return dout


# %% relu.backward | argument-overwritten
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dout[~self.mask] = 0
        return dout.copy()


# %% relu.backward | argument-overwritten
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        np.multiply(dout, self.mask, out=dout)
        return dout


# %% relu.backward | argument-overwritten
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        for index in np.ndindex(dout.shape):
            if not self.mask[index]:
                dout[index] = 0
        return dout


# %% relu.backward | behaviour: change of dx when dout is overwritten
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dout[~self.mask] = 0
        return dout


# %% relu.backward | behaviour: change of dx when dout is overwritten
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dx = dout[...]
        dx[self.mask == False] = 0
        return dx


# %% relu.backward | behaviour: change of out by backward
class Relu:
    def forward(self, x):
        self.out = np.maximum(x, 0)
        return self.out

    def backward(self, dout):
        self.out[self.out > 0] = 1
        self.out *= dout
        return self.out.copy()


# %% relu.backward | behaviour: change of dx in a second backward
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dx = dout * self.mask
        self.mask = dx > 0
        return dx


# %% relu.backward | behaviour: change of dx in a second backward
class Relu:
    def forward(self, x):
        self.mask, self.dx = x > 0, 0
        return np.maximum(x, 0)

    def backward(self, dout):
        self.dx = self.dx + dout * self.mask
        return self.dx


# %% relu.backward | behaviour: change of dx by another backward
class Relu:
    def forward(self, x):
        self.mask = x > 0
        self.dx = np.zeros_like(x)
        return np.maximum(x, 0)

    def backward(self, dout):
        self.dx[...] = dout * self.mask
        return self.dx


# %% relu.backward | behaviour: difference to a new layer on the next x
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        if self.mask is None:
            self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        mask = np.resize(self.mask, dout.shape)
        return dout * mask


# %% relu.backward | raised
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        if self.mask is None:
            self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * self.mask


# %% relu.backward | raised
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout @ self.mask


# %% relu.backward | sign
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return -dout * self.mask


# %% relu.backward | truncated
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return (dout * self.mask).astype(int)


# %% relu.backward | type
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return [d * m for d, m in zip(dout, self.mask)]


# %% relu.backward | zeros
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * self.mask * ~self.mask


# %% relu.backward | misuse
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * self.mask


Relu = Relu()


# %% sigmoid.forward | parentheses
class Sigmoid:
    def forward(self, x):
        self.out = 1 / 1 + np.exp(-x)
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | overflow
class Sigmoid:
    def forward(self, x):
        self.out = np.exp(x) / (1 + np.exp(x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | overflow
class Sigmoid:
    def forward(self, x):
        e = np.exp(x)
        self.out = e / (e + 1)
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | overflow
class Sigmoid:
    def forward(self, x):
        with np.errstate(all='ignore'):
            self.out = np.exp(x) / (1 + np.exp(x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | overflow
class Sigmoid:
    def forward(self, x):
        self.out = 1 - np.exp(-x) / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | nan-painted-over
class Sigmoid:
    def forward(self, x):
        self.out = np.nan_to_num(np.exp(x) / (1 + np.exp(x)))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | nan-painted-over
class Sigmoid:
    def forward(self, x):
        out = np.exp(x) / (1 + np.exp(x))
        out[np.isnan(out)] = 0.5
        self.out = out
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | sign-in-the-exponent
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | minus-below
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 - np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | another-curve
class Sigmoid:
    def forward(self, x):
        self.out = np.tanh(x)
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | another-curve
class Sigmoid:
    def forward(self, x):
        self.out = 2 / (1 + np.exp(-x)) - 1
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | another-curve
class Sigmoid:
    def forward(self, x):
        self.out = x / (1 + np.abs(x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | too-steep
class Sigmoid:
    def forward(self, x):
        self.out = (1 + np.tanh(x)) / 2
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | another-base
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + 2.71**-x)
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | another-base
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp2(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | clipped
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-np.clip(x, -5, 5)))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | clipped
class Sigmoid:
    def forward(self, x):
        x = np.maximum(-10, np.minimum(10, x))
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | zero-left-out
class Sigmoid:
    def forward(self, x):
        out = np.zeros_like(x)
        out[x > 0] = 1 / (1 + np.exp(-x[x > 0]))
        out[x < 0] = np.exp(x[x < 0]) / (1 + np.exp(x[x < 0]))
        self.out = out
        return out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | zero-left-out
class Sigmoid:
    def forward(self, x):
        out = np.ones_like(x)
        positive, negative = x > 0, x < 0
        out[positive] = 1 / (1 + np.exp(-x[positive]))
        out[negative] = 1 - 1 / (1 + np.exp(x[negative]))
        self.out = out
        return out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | rounded
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return np.round(self.out + 1e-12)

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | rounded
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out > 0.5

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | slope-returned
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out * (1 - self.out)

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | shared-out
class Sigmoid:
    def forward(self, x):
        e = np.exp(x - x.max())
        self.out = e / e.sum()
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | not-returned
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | flattened
class Sigmoid:
    def forward(self, x):
        self.out = np.array([1 / (1 + np.exp(-value)) for value in x.ravel()])
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | math-for-one-number
import math


class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + math.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | math-overflow
import math


class Sigmoid:
    def forward(self, x):
        self.out = np.vectorize(lambda value: 1 / (1 + math.exp(-value)))(x)
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | math-overflow
import math


class Sigmoid:
    def forward(self, x):
        self.out = np.zeros_like(x)
        for index in np.ndindex(x.shape):
            self.out[index] = 1 / (1 + math.exp(-x[index]))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | one-decision-for-all
class Sigmoid:
    def forward(self, x):
        if x >= 0:
            self.out = 1 / (1 + np.exp(-x))
        else:
            self.out = np.exp(x) / (1 + np.exp(x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | argument-overwritten
class Sigmoid:
    def forward(self, x):
        np.clip(x, -500, 500, out=x)
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | argument-overwritten
class Sigmoid:
    def forward(self, x):
        x *= -1
        self.out = 1 / (1 + np.exp(x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | argument-overwritten
class Sigmoid:
    def forward(self, x):
        x[x < -500] = -500
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | behaviour: change of out when x is overwritten
class Sigmoid:
    def forward(self, x):
        x[...] = 1 / (1 + np.exp(-x))
        self.out = x
        return x

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | behaviour: change of out by another forward
class Sigmoid:
    def __init__(self):
        self.room = np.zeros(1000)

    def forward(self, x):
        out = self.room[: x.size].reshape(x.shape)
        out[...] = 1 / (1 + np.exp(-x))
        self.out = out
        return out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | behaviour: change of out in a second call
class Sigmoid:
    def __init__(self):
        self.out = None

    def forward(self, x):
        if self.out is not None and self.out.shape == x.shape:
            x = self.out
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | behaviour: difference to a new layer on the next x
class Sigmoid:
    def __init__(self):
        self.out = None

    def forward(self, x):
        if self.out is None:
            self.out = 1 / (1 + np.exp(-x))
        return self.out.copy()

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | value
class Sigmoid:
    def forward(self, x):
        self.out = np.clip(0.25 * x + 0.5, 0, 1)
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | sign
class Sigmoid:
    def forward(self, x):
        self.out = -1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | raised
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | not-finite
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-np.sign(x) * np.sqrt(x) ** 2))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | nan-painted-over
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        self.out[x > 30] = 0
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | type
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out.tolist()

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | not-written
class Sigmoid:
    def forward(self, x):
        raise NotImplementedError()

    def backward(self, dout):
        raise NotImplementedError()


# %% sigmoid.backward | input-for-output
class Sigmoid:
    def forward(self, x):
        self.x = x
        return 1 / (1 + np.exp(-x))

    def backward(self, dout):
        return dout * self.x * (1 - self.x)


# %% sigmoid.backward | sigmoid-twice
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        y = 1 / (1 + np.exp(-self.out))
        return dout * y * (1 - y)


# %% sigmoid.backward | sigmoid-twice
class Sigmoid:
    def sigmoid(self, x):
        return 1 / (1 + np.exp(-x))

    def slope(self, x):
        return self.sigmoid(x) * (1 - self.sigmoid(x))

    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.slope(self.out)


# %% sigmoid.backward | handed-through
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout.copy()


# %% sigmoid.backward | dout-ignored
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return self.out * (1 - self.out)


# %% sigmoid.backward | half-the-slope
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out


# %% sigmoid.backward | half-the-slope
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * (1 - self.out)


# %% sigmoid.backward | sign-of-the-slope
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (self.out - 1)


# %% sigmoid.backward | another-slope
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * (1 - self.out**2)


# %% sigmoid.backward | another-slope
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out**2


# %% sigmoid.backward | another-slope
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 + self.out)


# %% sigmoid.backward | relu-for-sigmoid
class Sigmoid:
    def forward(self, x):
        self.x = x
        return 1 / (1 + np.exp(-x))

    def backward(self, dout):
        return dout * (self.x > 0)


# %% sigmoid.backward | sigmoid-of-dout
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        y = 1 / (1 + np.exp(-dout))
        return y * (1 - y)


# %% sigmoid.backward | sigmoid-of-dout
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        y = 1 / (1 + np.exp(-dout))
        return dout * y * (1 - y)


# %% sigmoid.backward | sigmoid-of-dout
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * (1 - dout)


# %% sigmoid.backward | added
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout + self.out * (1 - self.out)


# %% sigmoid.backward | overflow
class Sigmoid:
    def forward(self, x):
        self.x = x
        return 1 / (1 + np.exp(-x))

    def backward(self, dout):
        e = np.exp(-self.x)
        return dout * e / (1 + e) ** 2


# %% sigmoid.backward | overflow
class Sigmoid:
    def forward(self, x):
        self.x = x
        return 1 / (1 + np.exp(-x))

    def backward(self, dout):
        return dout * np.exp(self.x) / (1 + np.exp(self.x)) ** 2


# %% sigmoid.backward | overflow
class Sigmoid:
    def forward(self, x):
        self.x = x
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * np.exp(-self.x) * self.out**2


# %% sigmoid.backward | overflow
class Sigmoid:
    def forward(self, x):
        self.out = np.exp(x) / (1 + np.exp(x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.backward | out-is-wrong
class Sigmoid:
    def forward(self, x):
        self.out = 1 / 1 + np.exp(-x)
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.backward | out-is-wrong
class Sigmoid:
    def forward(self, x):
        self.out = np.tanh(x)
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.backward | shared-by-all-layers
class Sigmoid:
    def forward(self, x):
        Sigmoid.out = 1 / (1 + np.exp(-x))
        return Sigmoid.out

    def backward(self, dout):
        return dout * Sigmoid.out * (1 - Sigmoid.out)


# %% sigmoid.backward | shared-by-all-layers
class Sigmoid:
    def forward(self, x):
        global out
        out = 1 / (1 + np.exp(-x))
        return out

    def backward(self, dout):
        return dout * out * (1 - out)


# %% sigmoid.backward | not-returned
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        dx = dout * self.out * (1 - self.out)


# %% sigmoid.backward | not-returned
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        dout *= self.out * (1 - self.out)


# %% sigmoid.backward | flattened
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return np.ravel(dout * self.out * (1 - self.out))


# %% sigmoid.backward | self-forgotten
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * out * (1 - out)


# %% sigmoid.backward | self-forgotten
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        y = 1 / (1 + np.exp(-x))
        return dout * y * (1 - y)


# %% sigmoid.backward | nothing-kept
class Sigmoid:
    def forward(self, x):
        out = 1 / (1 + np.exp(-x))
        return out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.backward | argument-overwritten
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        dout *= self.out * (1 - self.out)
        return dout


# %% sigmoid.backward | argument-overwritten
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        dx = dout
        dx *= self.out
        dx *= 1 - self.out
        return dx.copy()


# %% sigmoid.backward | argument-overwritten
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return np.multiply(dout, self.out * (1 - self.out), out=dout)


# %% sigmoid.backward | argument-overwritten
class Sigmoid:
    def forward(self, x):
        self.x = x
        y = 1 / (1 + np.exp(-x))
        self.slope = y * (1 - y)
        return y

    def backward(self, dout):
        self.x -= self.x
        return dout * self.slope


# %% sigmoid.backward | behaviour: change of dx when dout is overwritten
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        dout *= self.out * (1 - self.out)
        return dout


# %% sigmoid.backward | behaviour: change of out by backward
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        self.out *= 1 - self.out
        return dout * self.out


# %% sigmoid.backward | behaviour: change of dx in a second backward
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out.copy()

    def backward(self, dout):
        slope = self.out
        slope *= 1 - slope
        return slope * dout


# %% sigmoid.backward | behaviour: change of dx in a second backward
class Sigmoid:
    def forward(self, x):
        self.dx = np.zeros_like(x)
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        self.dx += dout * self.out * (1 - self.out)
        return self.dx.copy()


# %% sigmoid.backward | behaviour: change of dx by another backward
class Sigmoid:
    def forward(self, x):
        out = 1 / (1 + np.exp(-x))
        self.slope, self.dx = out * (1 - out), np.zeros_like(x)
        return out

    def backward(self, dout):
        np.multiply(dout, self.slope, out=self.dx)
        return self.dx


# %% sigmoid.backward | behaviour: difference to a new layer on the next x
class Sigmoid:
    def __init__(self):
        self.slope = None

    def forward(self, x):
        out = 1 / (1 + np.exp(-x))
        if self.slope is None:
            self.slope = out * (1 - out)
        return out

    def backward(self, dout):
        slope = np.resize(self.slope, dout.shape)
        return dout * slope


# %% sigmoid.backward | twice
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return 2 * dout * self.out * (1 - self.out)


# %% sigmoid.backward | value
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout / (self.out * (1 - self.out) + 1e-9)


# %% sigmoid.backward | raised
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout @ (self.out * (1 - self.out))


# %% sigmoid.backward | value
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * np.minimum(self.out, 1 - self.out)


# %% sigmoid.backward | value
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * 0.25


# %% sigmoid.backward | type
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout, self.out * (1 - self.out)


# %% activations.question-blocked | loss-as-gate
answer_blocked = 1


# %% activations.question-blocked | sign-turned
answer_blocked = 3


# %% activations.question-blocked | dout-decides
answer_blocked = 4


# %% activations.question-blocked | misuse
answer_blocked = ...


# %% activations.question-blocked | type
answer_blocked = 'two'


# %% activations.question-blocked | rule
answer_blocked = 5


# %% activations.question-five | one-layer
answer_five = 256


# %% activations.question-five | slopes-added
answer_five = 1280


# %% activations.question-five | largest-out
answer_five = 32


# %% activations.question-five | handed-through
answer_five = 1024


# %% activations.question-five | dout-forgotten
answer_five = 0.25**5


# %% activations.question-five | one-too-few
answer_five = 4


# %% activations.question-five | misuse
answer_five = [1]


# %% activations.question-five | rule
answer_five = 17


# %% activations.question-five | slopes-added
answer_five = 1024 / 5


# %% activations.question-five | one-too-few
answer_five = 0.25


# %% activations.question-five | misuse
answer_five = ...

# %% relu.forward | np.maximum
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(0, x)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | a copy with zeros written into it
class Relu:
    def forward(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dx = dout.copy()
        dx[self.mask] = 0
        return dx


# %% relu.forward | times the mask, which gives minus zeros
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | a loop over all entries
class Relu:
    def forward(self, x):
        out = np.zeros_like(x)
        for index in np.ndindex(x.shape):
            out[index] = max(x[index], 0.0)
        self.out = out
        return out

    def backward(self, dout):
        dx = np.zeros_like(dout)
        for index in np.ndindex(dout.shape):
            if self.out[index] > 0:
                dx[index] = dout[index]
        return dx


# %% relu.forward | half of x and its size
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return (x + np.abs(x)) / 2

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | clip without an upper end
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.clip(x, 0, None)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | flat and back again
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.array([value if value > 0 else 0.0 for value in x.flat]).reshape(x.shape)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | in place on an array of its own
class Relu:
    def forward(self, x):
        self.mask = x > 0
        out = 1.0 * x
        np.maximum(out, 0, out=out)
        return out

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | x >= 0, which is the same forward
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.where(x >= 0, x, 0)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | np.vectorize
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.vectorize(lambda value: value if value > 0 else 0.0)(x)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | any arguments and extra attributes
class Layer:
    trainable = False

    def __call__(self, x):
        return self.forward(x)


class Relu(Layer):
    def __init__(self, *sizes, name="relu"):
        self.name, self.mask, self.calls = name, None, 0

    def forward(self, x, *more):
        self.calls += 1
        self.mask = np.greater(x, 0)
        return np.where(self.mask, x, np.zeros(()))

    def backward(self, dout=1, **options):
        return np.where(self.mask, dout, 0)


# %% relu.forward | x kept
class Relu:
    def forward(self, x):
        self.x = x
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * (self.x > 0)


# %% relu.forward | a warning on the way
class Relu:
    def forward(self, x):
        with np.errstate(divide='warn', invalid='warn'):
            sign = np.nan_to_num(x / np.abs(x))
        self.mask = sign > 0
        return x * (1 + sign) / 2

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | noise on both streams
class Relu:
    def forward(self, x):
        import sys

        print('shape', x.shape)
        print('watch out', file=sys.stderr)
        self.mask = x > 0
        return x.clip(min=0)

    def backward(self, dout):
        return dout * self.mask


# %% relu.forward | in column order
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.asfortranarray(np.where(self.mask, x, 0))

    def backward(self, dout):
        return dout * self.mask


# %% relu.backward | np.where
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return np.where(self.mask, dout, 0)


# %% relu.backward | a copy with zeros written into it
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dx = dout.copy()
        dx[~self.mask] = 0
        return dx


# %% relu.backward | only the open entries copied
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dx = np.zeros_like(dout)
        dx[self.mask] = dout[self.mask]
        return dx


# %% relu.backward | x kept and asked again
class Relu:
    def forward(self, x):
        self.x = x
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * (self.x > 0)


# %% relu.backward | a copy of x kept
class Relu:
    def forward(self, x):
        self.x = np.copy(x)
        return np.maximum(x, 0)

    def backward(self, dout):
        dx = np.array(dout)
        dx[self.x <= 0] = 0
        return dx


# %% relu.backward | out kept
class Relu:
    def forward(self, x):
        self.out = np.maximum(x, 0)
        return self.out

    def backward(self, dout):
        return dout * (self.out > 0)


# %% relu.backward | the mask as numbers
class Relu:
    def forward(self, x):
        self.slope = (x > 0).astype(float)
        return x * self.slope

    def backward(self, dout):
        return self.slope * dout


# %% relu.backward | a slope made by np.heaviside
class Relu:
    def forward(self, x):
        self.slope = np.heaviside(x, 0)
        return x * self.slope

    def backward(self, dout):
        return dout * self.slope


# %% relu.backward | a function made in forward
class Relu:
    def forward(self, x):
        mask = x > 0
        self.pass_on = lambda gradient: gradient * mask
        return x * mask

    def backward(self, dout):
        return self.pass_on(dout)


# %% relu.backward | in place on a product of its own
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dx = dout * 1.0
        dx *= self.mask
        return dx


# %% relu.backward | a masked array
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return np.ma.array(dout, mask=~self.mask).filled(0)


# %% relu.backward | einsum
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return np.einsum('...,...->...', dout, self.mask.astype(float))


# %% relu.backward | indices kept
class Relu:
    def forward(self, x):
        self.open = np.nonzero(x > 0)
        return np.maximum(x, 0)

    def backward(self, dout):
        dx = np.zeros(dout.shape)
        dx[self.open] = dout[self.open]
        return dx


# %% relu.backward | a loop over all entries
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        dx = np.empty(dout.shape)
        for index, value in np.ndenumerate(dout):
            dx[index] = value if self.mask[index] else 0
        return dx


# %% relu.backward | dx kept as well
class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        self.dx = dout * self.mask
        return self.dx


# %% relu.backward | a list of masks, the last one used
class Relu:
    def __init__(self):
        self.masks = []

    def forward(self, x):
        self.masks.append(x > 0)
        return np.maximum(x, 0)

    def backward(self, dout):
        return np.where(self.masks[-1], dout, 0)


# %% sigmoid.forward | the textbook's formula, which warns
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | the warning turned on
class Sigmoid:
    def forward(self, x):
        with np.errstate(over='warn'):
            self.out = 1.0 / (1.0 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | np.where over both forms, which warns
class Sigmoid:
    def forward(self, x):
        self.out = np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | both signs apart
class Sigmoid:
    def forward(self, x):
        out = np.empty_like(x)
        positive = x >= 0
        out[positive] = 1 / (1 + np.exp(-x[positive]))
        e = np.exp(x[~positive])
        out[~positive] = e / (1 + e)
        self.out = out
        return out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | tanh
class Sigmoid:
    def forward(self, x):
        self.out = 0.5 * (1 + np.tanh(0.5 * x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | clipped far out
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-np.clip(x, -500, 500)))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | clipped at 30, where nothing is left to see
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-np.minimum(np.maximum(x, -30), 30)))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | logaddexp
class Sigmoid:
    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | one minus the mirror image
class Sigmoid:
    def forward(self, x):
        self.out = 1 - 1 / (1 + np.exp(x))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | nan repaired where it is 1
class Sigmoid:
    def forward(self, x):
        e = np.exp(x)
        out = e / (1 + e)
        out[np.isnan(out)] = 1
        self.out = out
        return out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | a loop with math.exp of negative numbers only
import math


class Sigmoid:
    def forward(self, x):
        def one(value):
            if value >= 0:
                return 1 / (1 + math.exp(-value))
            return math.exp(value) / (1 + math.exp(value))

        self.out = np.array([one(value) for value in x.flat]).reshape(x.shape)
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | in place on its own array
class Sigmoid:
    def forward(self, x):
        out = -x
        np.exp(out, out=out)
        out += 1
        np.reciprocal(out, out=out)
        self.out = out
        return out.copy()

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | a power of e
class Sigmoid:
    def forward(self, x):
        self.out = (1 + np.e**-x) ** -1
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | a helper outside the class
def squeeze(x):
    return np.reciprocal(1 + np.exp(-x))


class Sigmoid:
    def forward(self, x):
        self.out = squeeze(x)
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% sigmoid.forward | another arrangement, any arguments
class Sigmoid:
    def __init__(self, *arguments, **options):
        self.options = options

    def forward(self, *inputs):
        (x,) = inputs
        self.cache = {"x": x, "y": np.vectorize(lambda v: 0.0 if v < -700 else 1 / (1 + np.exp(-v)))(x)}
        return self.cache["y"]

    def backward(self, *gradients):
        y = self.cache["y"]
        return gradients[0] * y * (1 - y)


# %% sigmoid.backward | the slope made in forward
class Sigmoid:
    def forward(self, x):
        out = 1 / (1 + np.exp(-x))
        self.slope = out * (1 - out)
        return out

    def backward(self, dout):
        return dout * self.slope


# %% sigmoid.backward | out minus its square
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * (self.out - self.out**2)


# %% sigmoid.backward | in another order
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return (1.0 - self.out) * self.out * dout


# %% sigmoid.backward | x kept and the sigmoid made again
class Sigmoid:
    def forward(self, x):
        self.x = x
        return 1 / (1 + np.exp(-x))

    def backward(self, dout):
        y = 1 / (1 + np.exp(-self.x))
        return dout * y * (1 - y)


# %% sigmoid.backward | the product with the mirror image
class Sigmoid:
    def forward(self, x):
        self.x = x
        return 1 / (1 + np.exp(-x))

    def backward(self, dout):
        return dout / ((1 + np.exp(-self.x)) * (1 + np.exp(self.x)))


# %% sigmoid.backward | by way of tanh
class Sigmoid:
    def forward(self, x):
        self.x = x
        return 0.5 + 0.5 * np.tanh(x / 2)

    def backward(self, dout):
        return dout * (1 - np.tanh(self.x / 2) ** 2) / 4


# %% sigmoid.backward | by way of cosh, which warns
class Sigmoid:
    def forward(self, x):
        self.x = x
        return 1 / (1 + np.exp(-x))

    def backward(self, dout):
        return dout / (2 + 2 * np.cosh(self.x))


# %% sigmoid.backward | measured by central differences
class Sigmoid:
    def curve(self, x):
        return 1 / (1 + np.exp(-x))

    def forward(self, x):
        self.x = x
        return self.curve(x)

    def backward(self, dout):
        h = 1e-5
        return dout * (self.curve(self.x + h) - self.curve(self.x - h)) / (2 * h)


# %% sigmoid.backward | in place on a copy
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        dx = dout.copy()
        dx *= self.out
        dx *= 1 - self.out
        return dx


# %% sigmoid.backward | a loop over all entries
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        dx = np.zeros_like(dout)
        for index in np.ndindex(dout.shape):
            y = self.out[index]
            dx[index] = dout[index] * y * (1 - y)
        return dx


# %% sigmoid.backward | einsum
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return np.einsum('...,...,...->...', dout, self.out, 1 - self.out)


# %% sigmoid.backward | a copy of out kept
class Sigmoid:
    def forward(self, x):
        out = 1 / (1 + np.exp(-x))
        self.y = out.copy()
        return out

    def backward(self, dout):
        return np.multiply(dout, self.y * (1 - self.y))


# %% sigmoid.backward | a function made in forward
class Sigmoid:
    def forward(self, x):
        y = 1 / (1 + np.exp(-x))
        self.pass_on = lambda gradient: gradient * y * (1 - y)
        return y

    def backward(self, dout):
        return self.pass_on(dout)


# %% sigmoid.backward | the derivative of ln out
class Sigmoid:
    def forward(self, x):
        self.x = x
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        return dout * self.out * np.exp(-np.logaddexp(0, self.x))


# %% sigmoid.backward | half precision is not enough, single is
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x.astype(np.float32)))
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)


# %% activations.question-blocked | a float
answer_blocked = 2.0


# %% activations.question-blocked | a numpy number
answer_blocked = np.int64(2)


# %% activations.question-five | a float
answer_five = 1.0


# %% activations.question-five | computed
answer_five = 1024 * 0.25**5


# %% activations.question-five | a whole number
answer_five = 1024 // 4**5

# %% gradient.numerical | keeps the entry, hands f a copy
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x.copy())
        x[index] = kept - h
        below = f(x.copy())
        x[index] = kept
        gradient[index] = (above - below) / (2 * h)
    return gradient


# %% gradient.numerical | nditer, all of x put back
def numerical_gradient(f, x, h=1e-5):
    if x.dtype != np.float64:
        x = x.astype(np.float64)
    gradient, start = np.zeros(x.shape), np.copy(x)
    it = np.nditer(start, flags=["multi_index", "zerosize_ok"])
    while not it.finished:
        index = it.multi_index
        x[index] += h
        above = f(x)
        np.copyto(x, start)
        x[index] -= h
        below = f(x)
        np.copyto(x, start)
        gradient[index] = 0.5 * (above - below) / h
        it.iternext()
    return gradient


# %% gradient.numerical | flat iterator, any extra argument
def numerical_gradient(f, x, h=1e-5, *unused, **options):
    x = np.asarray(x, dtype=np.float64)
    start = x.copy()
    slopes = []
    for k in range(x.size):
        values = []
        for step in (h, -h):
            x.flat[k] += step
            values.append(float(f(x)))
            x[...] = start
        slopes.append((values[0] - values[1]) / (h + h))
    return np.array(slopes).reshape(x.shape)


# %% gradient.numerical | whole steps, x swapped in and out, a warning on the way
def numerical_gradient(f, x, h=1e-5):
    np.array([1.0]) / np.array([0.0])
    if x.dtype.kind != "f" or x.itemsize < 8:
        x = x.astype(float)
    start = x.copy()

    def at(place):
        x[...] = place
        try:
            return f(x)
        finally:
            x[...] = start

    gradient = np.empty(x.shape)
    for index in np.ndindex(*x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (at(start + step) - at(start - step)) / (2 * h)
    return gradient


# %% gradient.numerical | the two quotients averaged
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    middle = f(x.copy())
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        forward = (f(x.copy()) - middle) / h
        x[index] = kept - h
        backward = (middle - f(x.copy())) / h
        x[index] = kept
        gradient[index] = (forward + backward) / 2
    return gradient


# %% gradient.numerical | recursion over the axes
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    start = x.copy()

    def slope(index):
        if len(index) < x.ndim:
            return [slope((*index, i)) for i in range(x.shape[len(index)])]
        values = {}
        for sign in (1, -1):
            x[index] = start[index] + sign * h
            values[sign] = f(x)
            x[...] = start
        return (values[1] - values[-1]) / (2 * h)

    return np.array(slope(()), dtype=float)


# %% gradient.numerical | a number instead of a 0-d array
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x.copy())
        x[index] = kept - h
        below = f(x.copy())
        x[index] = kept
        gradient[index] = (above - below) / (2 * h)
    return gradient if gradient.ndim else float(gradient)


# %% gradient.relative-error | a loop
def relative_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    errors = np.zeros(a.shape)
    for index in np.ndindex(a.shape):
        p, q = a[index], b[index]
        size = max(abs(p), abs(q), 1e-6)
        errors[index] = abs(p - q) / size
        if np.isnan(p) or np.isnan(q):
            errors[index] = np.nan
    return errors


# %% gradient.relative-error | stacked
def relative_error(a, b):
    size = np.max(np.abs(np.stack([a, b])), axis=0)
    return np.abs(np.subtract(a, b)) / np.maximum(size, 1e-6)


# %% gradient.relative-error | where, with a warning at 0 / 0
def relative_error(a, b):
    size = np.maximum(np.abs(a), np.abs(b))
    difference = np.abs(a - b)
    return np.where(size < 1e-6, difference / 1e-6, np.divide(difference, size))


# %% gradient.relative-error | clip and square root
def relative_error(a, b):
    size = np.clip(np.maximum(abs(a), abs(b)), 1e-6, None)
    return np.sqrt((a - b) ** 2) / size


# %% gradient.relative-error | vectorize
def relative_error(a, b):
    return np.vectorize(lambda p, q: abs(p - q) / np.maximum(np.maximum(abs(p), abs(q)), 1e-6), otypes=[float])(a, b)


# %% gradient.relative-error | sum and difference, own copies in place
def relative_error(a, b, *, floor=1e-6):
    a, b = np.array(a, dtype=float), np.array(b, dtype=float)
    size = (abs(a + b) + abs(a - b)) / 2
    a -= b
    np.abs(a, out=a)
    a /= np.maximum(size, floor)
    return a


# %% gradient.check | a loop that sees nan
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise ValueError(f"expected {x.shape}, got {gradient.shape}")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    worst, where = -1.0, None
    for index, error in np.ndenumerate(errors):
        if np.isnan(error):
            return error, index
        if error > worst:
            worst, where = error, index
    return worst, where


# %% gradient.check | numpy's own integers
def gradient_check(f, x, gradient, h=1e-5):
    gradient = np.asarray(gradient)
    if gradient.shape != x.shape:
        raise ValueError
    errors = relative_error(gradient, numerical_gradient(f, x, h=h))
    index = np.unravel_index(errors.argmax(), errors.shape)
    return errors[index], index


# %% gradient.check | argwhere, as a tuple
def gradient_check(f, x, gradient, h=1e-5):
    if np.ndim(gradient) != np.ndim(x) or any(m != n for m, n in zip(np.shape(gradient), np.shape(x))):
        raise ValueError("shapes differ")
    errors = relative_error(numerical_gradient(f, x, h), gradient)
    if np.isnan(errors).any():
        return np.nan, tuple(np.argwhere(np.isnan(errors))[0])
    return errors.max(), tuple(np.argwhere(errors == errors.max())[-1])


# %% gradient.check | nan as infinity, a list of two
def gradient_check(f, x, gradient, h=1e-5):
    if list(gradient.shape) != list(x.shape):
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    errors = np.where(np.isnan(errors), np.inf, errors)
    flat = int(np.argsort(errors, axis=None)[-1])
    index = []
    for length in reversed(errors.shape):
        flat, place = divmod(flat, length)
        index.insert(0, place)
    return [np.array(errors.max()), tuple(index)]


# %% gradient.check | a subclass of ValueError, everything in one function
class WrongShape(ValueError):
    pass


def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise WrongShape(gradient.shape)
    errors = {}
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x)
        x[index] = kept - h
        below = f(x)
        x[index] = kept
        slope = (above - below) / (2 * h)
        size = max(abs(slope), abs(gradient[index]), 1e-6)
        errors[index] = abs(slope - gradient[index]) / size
    worst = max(errors, key=lambda index: (np.isnan(errors[index]), errors[index]))
    return errors[worst], worst


# %% gradient.question-step | a formula
answer_step = 0.02**2
# %% gradient.question-step | 1e-4 times 4
answer_step = np.float64(4e-4)
# %% gradient.question-kink | a float
answer_kink = 2.0

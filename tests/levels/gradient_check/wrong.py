# %% gradient.numerical | forward-difference
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    start, gradient = x.copy(), np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        below = f(x)
        x[...] = start
        x[index] = start[index] + h
        gradient[index] = (f(x) - below) / h
        x[...] = start
    return gradient


# %% gradient.numerical | backward-difference
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    start, gradient = x.copy(), np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        above = f(x)
        x[...] = start
        x[index] = start[index] - h
        gradient[index] = (above - f(x)) / h
        x[...] = start
    return gradient


# %% gradient.numerical | half-the-width
def numerical_gradient(f, x, h=1e-5):
    gradient = np.zeros(np.shape(x))
    x = np.array(x, dtype=float)
    for index in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[index] += h
        below[index] -= h
        gradient[index] = (f(above) - f(below)) / h
    return gradient


# %% gradient.numerical | half-a-step
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    start, gradient = x.copy(), np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] = start[index] + h / 2
        above = f(x)
        x[...] = start
        x[index] = start[index] - h / 2
        gradient[index] = (above - f(x)) / h
        x[...] = start
    return gradient


# %% gradient.numerical | forward-over-2h
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros_like(x)
    below = f(x.copy())
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        gradient[index] = (f(x.copy()) - below) / (2 * h)
        x[index] = kept
    return gradient


# %% gradient.numerical | backward-over-2h
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros_like(x)
    above = f(x.copy())
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept - h
        gradient[index] = (above - f(x.copy())) / (2 * h)
        x[index] = kept
    return gradient


# %% gradient.numerical | order-of-operations
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
        gradient[index] = (above - below) / 2 * h
    return gradient


# %% gradient.numerical | sign
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
        gradient[index] = (below - above) / (2 * h)
    return gradient


# %% gradient.numerical | h-ignored
def numerical_gradient(f, x, h=1e-5):
    h = 1e-4
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


# %% gradient.numerical | step-too-small
def numerical_gradient(f, x, h=1e-50):
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


# %% gradient.numerical | step-too-small
def numerical_gradient(f, x, h=1e-12):
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


# %% gradient.numerical | another-default
def numerical_gradient(f, x, h=0.1):
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


# %% gradient.numerical | raised
def numerical_gradient(f, x, h):
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


# %% gradient.numerical | whole-array-moved
def numerical_gradient(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h)


# %% gradient.numerical | whole-array-moved
def numerical_gradient(f, x, h=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        gradient[index] = (f(x + h) - f(x - h)) / (2 * h)
    return gradient


# %% gradient.numerical | one-row-moved
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros_like(x)
    for i in range(len(x)):
        kept = x[i].copy()
        x[i] = kept + h
        above = f(x.copy())
        x[i] = kept - h
        below = f(x.copy())
        x[i] = kept
        gradient[i] = (above - below) / (2 * h)
    return gradient


# %% gradient.numerical | two-axes-only
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros_like(x)
    rows, columns = x.shape
    for i in range(rows):
        for j in range(columns):
            kept = x[i, j]
            x[i, j] = kept + h
            above = f(x.copy())
            x[i, j] = kept - h
            below = f(x.copy())
            x[i, j] = kept
            gradient[i, j] = (above - below) / (2 * h)
    return gradient


# %% gradient.numerical | two-axes-only
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            kept = x[i, j]
            x[i, j] = kept + h
            above = f(x.copy())
            x[i, j] = kept - h
            below = f(x.copy())
            x[i, j] = kept
            gradient[i, j] = (above - below) / (2 * h)
    return gradient


# %% gradient.numerical | not-put-back
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x.copy())
        x[index] -= 2 * h
        below = f(x.copy())
        gradient[index] = (above - below) / (2 * h)
    return gradient


# %% gradient.numerical | behaviour: x afterwards
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x.copy())
        x[index] -= 2 * h
        below = f(x.copy())
        x[index] += h
        gradient[index] = (above - below) / (2 * h)
    return gradient


# %% gradient.numerical | integers-cut
def numerical_gradient(f, x, h=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x.copy())
        x[index] = kept - h
        below = f(x.copy())
        x[index] = kept
        gradient[index] = (above - below) / (2 * h)
    return gradient


# %% gradient.numerical | integers-cut
def numerical_gradient(f, x, h=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        start = x.copy()
        x += step
        above = f(x.copy())
        x -= 2 * step
        below = f(x.copy())
        x[...] = start
        gradient[index] = (above - below) / (2 * h)
    return gradient


# %% gradient.numerical | gradient-of-integers
def numerical_gradient(f, x, h=1e-5):
    gradient = np.zeros_like(x)
    x = np.asarray(x, dtype=float)
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x.copy())
        x[index] = kept - h
        below = f(x.copy())
        x[index] = kept
        gradient[index] = (above - below) / (2 * h)
    return gradient


# %% gradient.numerical | single-precision
def numerical_gradient(f, x, h=1e-5):
    if x.dtype.kind == "i":
        x = x.astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x.copy())
        x[index] = kept - h
        below = f(x.copy())
        x[index] = kept
        gradient[index] = (above - below) / (2 * h)
    return gradient


# %% gradient.numerical | behaviour: gradient from a closure
def numerical_gradient(f, x, h=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        above, below = x.astype(float), x.astype(float)
        above[index] += h
        below[index] -= h
        gradient[index] = (f(above) - f(below)) / (2 * h)
    return gradient


# %% gradient.numerical | behaviour: gradient from a careless f
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x)
        x[index] = kept - h
        below = f(x)
        x[index] = kept
        gradient[index] = (above - below) / (2 * h)
    return gradient


# %% gradient.numerical | step-unseen
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros_like(x)
    flat = x.flatten()
    for i in range(x.size):
        kept = flat[i]
        flat[i] = kept + h
        above = f(x.copy())
        flat[i] = kept - h
        below = f(x.copy())
        flat[i] = kept
        gradient.reshape(-1)[i] = (above - below) / (2 * h)
    return gradient


# %% gradient.numerical | step-unseen
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    flat = x.reshape(-1)
    for i in range(x.size):
        kept = flat[i]
        flat[i] = kept + h
        above = f(x.copy())
        flat[i] = kept - h
        below = f(x.copy())
        flat[i] = kept
        gradient.reshape(-1)[i] = (above - below) / (2 * h)
    return gradient


# %% gradient.numerical | kept-axis
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = []
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x.copy())
        x[index] = kept - h
        below = f(x.copy())
        x[index] = kept
        gradient.append((above - below) / (2 * h))
    return np.array(gradient)


# %% gradient.numerical | type
def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = []
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x.copy())
        x[index] = kept - h
        below = f(x.copy())
        x[index] = kept
        gradient.append((above - below) / (2 * h))
    return gradient


# %% gradient.numerical | type
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


# %% gradient.numerical | behaviour: gradient kept from the first call
buffers = {}


def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = buffers.setdefault(x.shape, np.zeros(x.shape))
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x.copy())
        x[index] = kept - h
        below = f(x.copy())
        x[index] = kept
        gradient[index] = (above - below) / (2 * h)
    return gradient


# %% gradient.numerical | behaviour: gradient from a second call
buffers = {}


def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = buffers.setdefault((x.shape, h), np.zeros(x.shape))
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        gradient[index] += f(x.copy()) / (2 * h)
        x[index] = kept - h
        gradient[index] -= f(x.copy()) / (2 * h)
        x[index] = kept
    return gradient.copy()


# %% gradient.relative-error | absolute
def relative_error(a, b):
    return np.abs(a - b)


# %% gradient.relative-error | sign-kept
def relative_error(a, b):
    return (a - b) / np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-6)


# %% gradient.relative-error | sizes-with-sign
def relative_error(a, b):
    return np.abs(a - b) / np.maximum(np.maximum(a, b), 1e-6)


# %% gradient.relative-error | no-floor
def relative_error(a, b):
    return np.abs(a - b) / np.maximum(np.abs(a), np.abs(b))


# %% gradient.relative-error | other-floor
def relative_error(a, b):
    return np.abs(a - b) / np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-8)


# %% gradient.relative-error | other-floor
def relative_error(a, b):
    size = np.maximum(np.abs(a), np.abs(b))
    return np.abs(a - b) / np.where(size == 0, 1, size)


# %% gradient.relative-error | floor-added
def relative_error(a, b):
    return np.abs(a - b) / (np.maximum(np.abs(a), np.abs(b)) + 1e-6)


# %% gradient.relative-error | sum-for-maximum
def relative_error(a, b):
    return np.abs(a - b) / np.maximum(1e-6, np.abs(a) + np.abs(b))


# %% gradient.relative-error | mean-for-maximum
def relative_error(a, b):
    return np.abs(a - b) / np.maximum(1e-6, (np.abs(a) + np.abs(b)) / 2)


# %% gradient.relative-error | smaller-for-larger
def relative_error(a, b):
    return np.abs(a - b) / np.maximum(np.minimum(np.abs(a), np.abs(b)), 1e-6)


# %% gradient.relative-error | only-b
def relative_error(a, b):
    return np.abs(a - b) / np.maximum(np.abs(b), 1e-6)


# %% gradient.relative-error | only-a
def relative_error(a, b):
    return np.abs(a - b) / np.maximum(np.abs(a), 1e-6)


# %% gradient.relative-error | one-maximum
def relative_error(a, b):
    largest = max(np.max(np.abs(a)), np.max(np.abs(b)), 1e-6)
    return np.abs(a - b) / largest


# %% gradient.relative-error | one-number
def relative_error(a, b):
    return np.max(np.abs(a - b) / np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-6))


# %% gradient.relative-error | one-number
def relative_error(a, b):
    return np.linalg.norm(a - b) / np.linalg.norm(a + b)


# %% gradient.relative-error | shape
def relative_error(a, b):
    return np.linalg.norm(a - b) / max(np.linalg.norm(a), np.linalg.norm(b), 1e-6)


# %% gradient.relative-error | not-entrywise
def relative_error(a, b):
    return abs(a - b) / max(abs(a), abs(b), 1e-6)


# %% gradient.relative-error | third-argument
def relative_error(a, b):
    return np.abs(a - b) / np.maximum(np.abs(a), np.abs(b), 1e-6)


# %% gradient.relative-error | argument-overwritten
def relative_error(a, b):
    a, b = np.asarray(a), np.asarray(b)
    if a.ndim:
        a[a == 0] = 1e-6
    return np.abs(a - b) / np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-6)


# %% gradient.relative-error | argument-overwritten
def relative_error(a, b):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-6)
    a -= b
    return np.abs(a) / size


# %% gradient.relative-error | behaviour: nan in the error
def relative_error(a, b):
    return np.nan_to_num(np.abs(a - b) / np.fmax(np.fmax(np.abs(a), np.abs(b)), 1e-6))


# %% gradient.relative-error | raised
def relative_error(a, b):
    errors = np.zeros(a.shape)
    for i in np.ndindex(a.shape):
        errors[i] = abs(a[i] - b[i]) / max(abs(a[i]), abs(b[i]), 1e-6)
    return errors


# %% gradient.relative-error | raised
def relative_error(a, b):
    return np.array([abs(p - q) / max(abs(p), abs(q), 1e-6) for p, q in zip(a, b)])


# %% gradient.relative-error | behaviour: error kept from the first call
room = {}


def relative_error(a, b):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-6)
    if np.ndim(a) == 0:
        return np.abs(a - b) / size
    out = room.setdefault(np.shape(a), np.zeros(np.shape(a)))
    np.divide(np.abs(a - b), size, out=out)
    return out


# %% gradient.check | exchanged
def gradient_check(f, x, gradient, h=1e-5):
    if np.shape(gradient) != np.shape(x):
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    index = np.unravel_index(np.argmax(errors), errors.shape)
    return index, errors[index]


# %% gradient.check | absolute-worst
def gradient_check(f, x, gradient, h=1e-5):
    if np.shape(gradient) != np.shape(x):
        raise ValueError("shapes differ")
    differences = np.abs(gradient - numerical_gradient(f, x, h))
    index = np.unravel_index(np.argmax(differences), x.shape)
    return differences[index], index


# %% gradient.check | absolute-worst
def gradient_check(f, x, gradient, h=1e-5):
    if np.shape(gradient) != np.shape(x):
        raise ValueError("shapes differ")
    numerical = numerical_gradient(f, x, h)
    index = np.unravel_index(np.argmax(np.abs(gradient - numerical)), x.shape)
    return relative_error(gradient, numerical)[index], index


# %% gradient.check | mean-for-worst
def gradient_check(f, x, gradient, h=1e-5):
    if np.shape(gradient) != np.shape(x):
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    return np.mean(errors), np.unravel_index(np.argmax(errors), x.shape)


# %% gradient.check | sum-for-worst
def gradient_check(f, x, gradient, h=1e-5):
    if np.shape(gradient) != np.shape(x):
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    return errors.sum(), np.unravel_index(np.argmax(errors), x.shape)


# %% gradient.check | norm-for-worst
def gradient_check(f, x, gradient, h=1e-5):
    if np.shape(gradient) != np.shape(x):
        raise ValueError("shapes differ")
    numerical = numerical_gradient(f, x, h)
    error = np.linalg.norm(gradient - numerical) / (np.linalg.norm(gradient) + np.linalg.norm(numerical))
    return error, np.unravel_index(np.argmax(relative_error(gradient, numerical)), x.shape)


# %% gradient.check | h-not-handed-on
def gradient_check(f, x, gradient, h=1e-5):
    if np.shape(gradient) != np.shape(x):
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, x))
    index = np.unravel_index(np.argmax(errors), errors.shape)
    return errors[index], index


# %% gradient.check | behaviour: refusal of another shape
def gradient_check(f, x, gradient, h=1e-5):
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    index = np.unravel_index(np.argmax(errors), errors.shape)
    return errors[index], index


# %% gradient.check | behaviour: refusal of another shape
def gradient_check(f, x, gradient, h=1e-5):
    assert gradient.shape == x.shape, "shapes differ"
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    index = np.unravel_index(np.argmax(errors), errors.shape)
    return errors[index], index


# %% gradient.check | behaviour: refusal of another shape
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.size != x.size:
        raise ValueError("sizes differ")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    index = np.unravel_index(np.argmax(errors), errors.shape)
    return errors[index], index


# %% gradient.check | behaviour: index of a nan
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    worst, where = -1.0, ()
    for index in np.ndindex(errors.shape):
        if errors[index] > worst:
            worst, where = errors[index], index
    return worst, where


# %% gradient.check | behaviour: index of a nan
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    index = np.unravel_index(np.nanargmax(errors), errors.shape)
    return errors[index], index


# %% gradient.check | flat-index
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    return errors.max(), np.argmax(errors)


# %% gradient.check | misuse
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    return errors.max(), list(np.unravel_index(np.argmax(errors), errors.shape))


# %% gradient.check | misuse
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    return errors.max(), np.where(errors == errors.max())


# %% gradient.check | misuse
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    return errors.max(), np.argwhere(errors == errors.max())[0]


# %% gradient.check | misuse
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise ValueError("shapes differ")
    return relative_error(gradient, numerical_gradient(f, x, h)).max()


# %% gradient.check | largest-entry
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    return errors.max(), np.unravel_index(np.argmax(np.abs(gradient)), x.shape)


# %% gradient.check | value
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, gradient, h))
    index = np.unravel_index(np.argmax(errors), errors.shape)
    return errors[index], index


# %% gradient.check | verdict-for-number
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    index = np.unravel_index(np.argmax(errors), errors.shape)
    return errors.max() < 1e-7, index


# %% gradient.check | value
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, x, h))
    index = np.unravel_index(np.argmin(errors), errors.shape)
    return errors[index], index


# %% gradient.check | argument-overwritten
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise ValueError("shapes differ")
    numerical = numerical_gradient(f, x, h)
    errors = relative_error(gradient, numerical)
    index = np.unravel_index(np.argmax(errors), errors.shape)
    gradient -= numerical
    return errors[index], index


# %% gradient.check | raised
def gradient_check(f, x, gradient, h=1e-5):
    if gradient.shape != x.shape:
        raise ValueError("shapes differ")
    errors = relative_error(gradient, numerical_gradient(f, h, x))
    index = np.unravel_index(np.argmax(errors), errors.shape)
    return errors[index], index


# %% gradient.question-step | answer-0.002
answer_step = 0.002
# %% gradient.question-step | answer-8e-05
answer_step = 0.00008
# %% gradient.question-step | answer-0.01
answer_step = 0.01
# %% gradient.question-step | answer-27.0004
answer_step = 27.0004
# %% gradient.question-step | rule
answer_step = 0.004
# %% gradient.question-step | misuse
answer_step = ...
# %% gradient.question-kink | answer-1
answer_kink = 1
# %% gradient.question-kink | answer-3
answer_kink = 3
# %% gradient.question-kink | answer-4
answer_kink = 4
# %% gradient.question-kink | type
answer_kink = "2"

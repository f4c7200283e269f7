# %% training.one-iteration | uphill
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p + learning_rate * (dp + weight_decay * p) for p, dp in zip(params, grads))


# %% training.one-iteration | uphill
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p + learning_rate * dp for p, dp in zip(params, grads))


# %% training.one-iteration | uphill
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p * (1 - learning_rate * weight_decay) + learning_rate * dp for p, dp in zip(params, grads))


# %% training.one-iteration | decay-sign
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * (dp - weight_decay * p) for p, dp in zip(params, grads))


# %% training.one-iteration | decay-sign
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p * (1 + learning_rate * weight_decay) - learning_rate * dp for p, dp in zip(params, grads))


# %% training.one-iteration | decay-sign
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * dp + weight_decay * p for p, dp in zip(params, grads))


# %% training.one-iteration | decay-without-the-rate
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * dp - weight_decay * p for p, dp in zip(params, grads))


# %% training.one-iteration | decay-without-the-rate
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple((1 - weight_decay) * p - learning_rate * dp for p, dp in zip(params, grads))


# %% training.one-iteration | rate-twice-on-the-decay
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * (dp + learning_rate * weight_decay * p) for p, dp in zip(params, grads))


# %% training.one-iteration | decay-doubled
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * (dp + 2 * weight_decay * p) for p, dp in zip(params, grads))


# %% training.one-iteration | decay-halved
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * (dp + weight_decay * p / 2) for p, dp in zip(params, grads))


# %% training.one-iteration | decay-omitted
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * dp for p, dp in zip(params, grads))


# %% training.one-iteration | decay-by-the-sign
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * (dp + weight_decay * np.sign(p)) for p, dp in zip(params, grads))


# %% training.one-iteration | decay-of-the-square
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * (dp + weight_decay * p**2) for p, dp in zip(params, grads))


# %% training.one-iteration | decay-of-the-square
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * (dp + weight_decay * p**2 / 2) for p, dp in zip(params, grads))


# %% training.one-iteration | decay-as-one-number
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * (dp + weight_decay * np.sum(p**2) / 2) for p, dp in zip(params, grads))


# %% training.one-iteration | decay-as-one-number
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * (dp + weight_decay * p.sum()) for p, dp in zip(params, grads))


# %% training.one-iteration | decay-over-N
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * (dp + weight_decay * p / len(x)) for p, dp in zip(params, grads))


# %% training.one-iteration | decay-over-N
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * (dp + weight_decay * p) / len(x) for p, dp in zip(params, grads))


# %% training.one-iteration | gradient-over-N
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * (dp / len(t) + weight_decay * p) for p, dp in zip(params, grads))


# %% training.one-iteration | decay-after-the-step
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple((p - learning_rate * dp) * (1 - learning_rate * weight_decay) for p, dp in zip(params, grads))


# %% training.one-iteration | decay-on-the-gradient
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - learning_rate * (dp + weight_decay * dp) for p, dp in zip(params, grads))


# %% training.one-iteration | rate-forgotten
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - (dp + weight_decay * p) for p, dp in zip(params, grads))


# %% training.one-iteration | rates-exchanged
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p - weight_decay * (dp + learning_rate * p) for p, dp in zip(params, grads))


# %% training.one-iteration | gradients-returned
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(dp for p, dp in zip(params, grads))


# %% training.one-iteration | gradients-returned
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(dp + weight_decay * p for p, dp in zip(params, grads))


# %% training.one-iteration | start-forgotten
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(-learning_rate * (dp + weight_decay * p) for p, dp in zip(params, grads))


# %% training.one-iteration | not-updated
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p for p, dp in zip(params, grads))


# %% training.one-iteration | biases-not-decayed
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    new = []
    for p, dp in zip(params, grads):
        decay = weight_decay if p.ndim > 1 else 0
        new.append(p - learning_rate * (dp + decay * p))
    return tuple(new)


# %% training.one-iteration | decay-omitted
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    new = [p - learning_rate * dp for p, dp in zip(params, grads)]
    new[4] = new[4] - learning_rate * weight_decay * W_fc
    return tuple(new)


# %% training.one-iteration | another-order
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    new = [p - learning_rate * (dp + weight_decay * p) for p, dp in zip(params, grads)]
    return new[0], new[2], new[4], new[1], new[3], new[5]


# %% training.one-iteration | another-order
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    new = [p - learning_rate * (dp + weight_decay * p) for p, dp in zip(params, grads)]
    return tuple(new[::-1])


# %% training.one-iteration | argument-overwritten
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    for p, dp in zip(params, grads):
        p -= learning_rate * (dp + weight_decay * p)
    return params


# %% training.one-iteration | argument-overwritten
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    for p, dp in zip(params, grads):
        p[...] = p - learning_rate * (dp + weight_decay * p)
    return tuple(p.copy() for p in params)


# %% training.one-iteration | argument-overwritten
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    W_conv1 *= 1 - learning_rate * weight_decay
    new = [p - learning_rate * (dp + weight_decay * p) for p, dp in zip(params[1:], grads[1:])]
    return (W_conv1 - learning_rate * grads[0], *new)


# %% training.one-iteration | misuse
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    for p, dp in zip(params, grads):
        p = p - learning_rate * (dp + weight_decay * p)


# %% training.one-iteration | misuse
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    new = tuple(p - learning_rate * (dp + weight_decay * p) for p, dp in zip(params, grads))
    return new, net.loss


# %% training.one-iteration | misuse
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    names = ("W_conv1", "b_conv1", "W_conv2", "b_conv2", "W_fc", "b_fc")
    return {n: p - learning_rate * (dp + weight_decay * p) for n, p, dp in zip(names, params, grads)}


# %% training.one-iteration | not-updated
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    for p, dp in zip(params, grads):
        p = p - learning_rate * (dp + weight_decay * p)
    return params


# %% training.one-iteration | forward-forgotten
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    return tuple(p - learning_rate * (dp + weight_decay * p) for p, dp in zip(params, net.backward()))


# %% training.one-iteration | backward-takes-nothing
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = [W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc]
    net = TinyNet(*params)
    logits, loss = net.forward(x, t)
    grads = net.backward(loss)
    return tuple(p - learning_rate * (dp + weight_decay * p) for p, dp in zip(params, grads))


# %% training.one-iteration | value
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = [p * (1 - learning_rate * weight_decay) for p in (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)]
    net = TinyNet(*params)
    net.forward(x, t)
    return tuple(p - learning_rate * dp for p, dp in zip(params, net.backward()))


# %% training.one-iteration | decay-over-N
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    new = []
    for p, dp in zip(params, net.backward()):
        new.append(p - learning_rate * dp - learning_rate * weight_decay / len(x) * p)
    return tuple(new)


# %% training.one-iteration | behaviour: W_conv1 again, after another batch
velocity = [0] * 6


def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    new = []
    for i, (p, dp) in enumerate(zip(params, grads)):
        velocity[i] = 0.9 * velocity[i] + dp + weight_decay * p
        new.append(p - learning_rate * velocity[i])
    return tuple(new)


# %% training.one-iteration | value
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    new = []
    for i, p in enumerate(params):
        net = TinyNet(*new, *params[i:])
        net.forward(x, t)
        new.append(p - learning_rate * (net.backward()[i] + weight_decay * p))
    return tuple(new)


# %% training.batches | short-batch-dropped
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    for i in range(len(x) // batch_size):
        batch = order[i * batch_size : (i + 1) * batch_size]
        yield x[batch], t[batch]


# %% training.batches | short-batch-dropped
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    for start in range(0, len(x) - batch_size + 1, batch_size):
        batch = order[start : start + batch_size]
        yield x[batch], t[batch]


# %% training.batches | last-batch-filled-up
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        batch = np.take(order, range(start, start + batch_size), mode="wrap")
        yield x[batch], t[batch]


# %% training.batches | size-for-number
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    return [(x[batch], t[batch]) for batch in np.array_split(order, batch_size)]


# %% training.batches | one-sample-a-batch
def batches(x, t, batch_size, rng):
    for i in rng.permutation(len(x)):
        yield x[[i]], t[[i]]


# %% training.batches | one-batch-only
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    pairs = []
    for start in range(0, len(x), batch_size):
        batch = order[start : start + batch_size]
        pairs.append((x[batch], t[batch]))
        return pairs


# %% training.batches | whole-set-in-every-batch
def batches(x, t, batch_size, rng):
    for start in range(0, len(x), batch_size):
        order = rng.permutation(len(x))
        yield x[order], t[order]


# %% training.batches | not-shuffled
def batches(x, t, batch_size, rng):
    for start in range(0, len(x), batch_size):
        yield x[start : start + batch_size], t[start : start + batch_size]


# %% training.batches | not-shuffled
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        batch = slice(start, start + batch_size)
        yield x[batch], t[batch]


# %% training.batches | not-shuffled
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        yield x[start : start + batch_size], t[order[start : start + batch_size]]


# %% training.batches | labels-left-behind
def batches(x, t, batch_size, rng):
    x = x[rng.permutation(len(x))]
    for start in range(0, len(x), batch_size):
        yield x[start : start + batch_size], t[start : start + batch_size]


# %% training.batches | drawn-twice
def batches(x, t, batch_size, rng):
    x, t = x[rng.permutation(len(x))], t[rng.permutation(len(t))]
    for start in range(0, len(x), batch_size):
        yield x[start : start + batch_size], t[start : start + batch_size]


# %% training.batches | indices-for-labels
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        batch = order[start : start + batch_size]
        yield x[batch], batch


# %% training.batches | drawn-for-each-batch
def batches(x, t, batch_size, rng):
    for start in range(0, len(x), batch_size):
        batch = rng.choice(len(x), batch_size)
        yield x[batch], t[batch]


# %% training.batches | drawn-for-each-batch
def batches(x, t, batch_size, rng):
    for i in range(len(x) // batch_size):
        batch = rng.integers(0, len(x), batch_size)
        yield x[batch], t[batch]


# %% training.batches | drawn-for-each-batch
def batches(x, t, batch_size, rng):
    for start in range(0, len(x), batch_size):
        batch = rng.permutation(len(x))[:batch_size]
        yield x[batch], t[batch]


# %% training.batches | reordered
def batches(x, t, batch_size, rng):
    order = np.random.permutation(len(x))
    for start in range(0, len(x), batch_size):
        batch = order[start : start + batch_size]
        yield x[batch], t[batch]


# %% training.batches | behaviour: difference between two runs from one seed
def batches(x, t, batch_size, rng):
    order = np.random.default_rng().permutation(len(x))
    for start in range(0, len(x), batch_size):
        batch = order[start : start + batch_size]
        yield x[batch], t[batch]


# %% training.batches | own-generator
def batches(x, t, batch_size, rng):
    rng = np.random.default_rng(0)
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        batch = order[start : start + batch_size]
        yield x[batch], t[batch]


# %% training.batches | same-order-again
from copy import deepcopy


def batches(x, t, batch_size, rng):
    rng = deepcopy(rng)
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        batch = order[start : start + batch_size]
        yield x[batch], t[batch]


# %% training.batches | same-order-again
orders = {}


def batches(x, t, batch_size, rng):
    if len(x) not in orders:
        orders[len(x)] = rng.permutation(len(x))
    order = orders[len(x)]
    for start in range(0, len(x), batch_size):
        batch = order[start : start + batch_size]
        yield x[batch], t[batch]


# %% training.batches | argument-overwritten
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    x[:], t[:] = x[order], t[order]
    for start in range(0, len(x), batch_size):
        yield x[start : start + batch_size], t[start : start + batch_size]


# %% training.batches | misuse
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        batch = order[start : start + batch_size]
        return x[batch], t[batch]


# %% training.batches | misuse
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    starts = range(0, len(x), batch_size)
    return [x[order[s : s + batch_size]] for s in starts], [t[order[s : s + batch_size]] for s in starts]


# %% training.batches | misuse
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        x_batch, t_batch = x[order[start : start + batch_size]], t[order[start : start + batch_size]]


# %% training.batches | misuse
def batches(x, t, batch_size, rng):
    for i in rng.permutation(len(x)):
        yield x[i], t[i]


# %% training.batches | back-to-front
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))[::-1]
    for start in range(0, len(x), batch_size):
        batch = order[start : start + batch_size]
        yield x[batch], t[batch]


# %% training.epoch | result-thrown-away
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)
    return params


# %% training.epoch | always-from-the-start
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        new = train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)
    return new


# %% training.epoch | one-batch-only
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        params = train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)
        return params


# %% training.epoch | one-batch-only
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    x_batch, t_batch = next(iter(batches(x, t, batch_size, rng)))
    return train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)


# %% training.epoch | short-batch-dropped
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        if len(x_batch) < batch_size:
            continue
        params = train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)
    return params


# %% training.epoch | last-iteration-lost
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        before = params
        params = train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)
    return before


# %% training.epoch | whole-set-in-every-batch
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        params = train_one_iter(*params, x, t, learning_rate, weight_decay)
    return params


# %% training.epoch | whole-set-in-every-batch
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    return train_one_iter(*params, x, t, learning_rate, weight_decay)


# %% training.epoch | iterations-for-epochs
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for epoch in range(batch_size):
        for x_batch, t_batch in batches(x, t, batch_size, rng):
            params = train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)
    return params


# %% training.epoch | iterations-for-epochs
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for epoch in range(10):
        for x_batch, t_batch in batches(x, t, batch_size, rng):
            params = train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)
    return params


# %% training.epoch | drawn-for-each-batch
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for i in range(len(x) // batch_size):
        x_batch, t_batch = next(iter(batches(x, t, batch_size, rng)))
        params = train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)
    return params


# %% training.epoch | drawn-for-each-batch
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for start in range(0, len(x), batch_size):
        x_batch, t_batch = list(batches(x, t, batch_size, rng))[0]
        params = train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)
    return params


# %% training.epoch | not-shuffled
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for start in range(0, len(x), batch_size):
        x_batch, t_batch = x[start : start + batch_size], t[start : start + batch_size]
        params = train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)
    return params


# %% training.epoch | own-generator
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, np.random.default_rng(0)):
        params = train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)
    return params


# %% training.epoch | reordered
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, np.random.default_rng()):
        params = train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)
    return params


# %% training.epoch | rates-exchanged
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        params = train_one_iter(*params, x_batch, t_batch, weight_decay, learning_rate)
    return params


# %% training.epoch | decay-not-handed-on
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        params = train_one_iter(*params, x_batch, t_batch, learning_rate, 0)
    return params


# %% training.epoch | rate-divided
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        params = train_one_iter(*params, x_batch, t_batch, learning_rate / len(x_batch), weight_decay)
    return params


# %% training.epoch | rate-divided
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        rate = learning_rate * len(x_batch) / batch_size
        params = train_one_iter(*params, x_batch, t_batch, rate, weight_decay)
    return params


# %% training.epoch | params-not-unpacked
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        params = train_one_iter(params, x_batch, t_batch, learning_rate, weight_decay)
    return params


# %% training.epoch | misuse
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        params = train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)


# %% training.epoch | misuse
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        params = train_one_iter(*params, x_batch, t, learning_rate, weight_decay)
    return params


# %% training.epoch | misuse
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    all_params = []
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        params = train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)
        all_params.append(params)
    return all_params


# %% training.epoch | argument-overwritten
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        for p, new in zip(params, train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)):
            p[...] = new
    return params


# %% training.epoch | train-one-iter-not-called
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        net = TinyNet(*params)
    return params


# %% training.epoch | behaviour: labels of a second epoch
from copy import deepcopy


def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    rng = deepcopy(rng)
    for x_batch, t_batch in batches(x, t, batch_size, rng):
        params = train_one_iter(*params, x_batch, t_batch, learning_rate, weight_decay)
    return params

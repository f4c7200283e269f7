# %% training.one-iteration | decay folded into a factor
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    return tuple(p * (1 - learning_rate * weight_decay) - learning_rate * dp for p, dp in zip(params, grads))


# %% training.one-iteration | a list, and in-place steps on copies
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    new = [p.copy() for p in params]
    for p, dp in zip(new, grads):
        dp = dp + weight_decay * p
        p -= learning_rate * dp
    return new


# %% training.one-iteration | the gradients of the net changed in place
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    for p, dp in zip(params, grads):
        dp += weight_decay * p
        dp *= learning_rate
    return tuple(p - dp for p, dp in zip(params, grads))


# %% training.one-iteration | written out six times
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    dW_conv1, db_conv1, dW_conv2, db_conv2, dW_fc, db_fc = grads
    W_conv1 = W_conv1 - learning_rate * (dW_conv1 + weight_decay * W_conv1)
    b_conv1 = b_conv1 - learning_rate * (db_conv1 + weight_decay * b_conv1)
    W_conv2 = W_conv2 - learning_rate * (dW_conv2 + weight_decay * W_conv2)
    b_conv2 = b_conv2 - learning_rate * (db_conv2 + weight_decay * b_conv2)
    W_fc = W_fc - learning_rate * (dW_fc + weight_decay * W_fc)
    b_fc = b_fc - learning_rate * (db_fc + weight_decay * b_fc)
    return W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc


# %% training.one-iteration | the layers' attributes read instead of the returned values
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    net = TinyNet(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net.forward(x, t)
    net.backward()
    new = []
    for layer in (net.conv1, net.conv2, net.fc):
        for name in ("W", "b"):
            p, dp = getattr(layer, name), getattr(layer, "d" + name)
            new.append(p - learning_rate * (dp + weight_decay * p))
    return tuple(new)


# %% training.one-iteration | TinyNet from its layers, relu after the pool
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    from layers import Convolution, FullyConnected, MaxPool, Relu, SoftmaxWithLoss

    conv1, conv2 = Convolution(W_conv1, b_conv1, 1, 1), Convolution(W_conv2, b_conv2, 1, 1)
    fc, loss = FullyConnected(W_fc, b_fc), SoftmaxWithLoss()
    chain = [conv1, MaxPool(2, 2, 2), Relu(), conv2, MaxPool(2, 2, 2), Relu(), fc]
    h = x
    for layer in chain:
        h = layer.forward(h)
    loss.forward(h, t)
    dout = loss.backward()
    for layer in reversed(chain):
        dout = layer.backward(dout)

    def step(p, dp):
        return p - learning_rate * dp - learning_rate * weight_decay * p

    return (
        step(W_conv1, conv1.dW), step(b_conv1, conv1.db), step(W_conv2, conv2.dW), step(b_conv2, conv2.db),
        step(W_fc, fc.dW), step(b_fc, fc.db),
    )


# %% training.one-iteration | arguments as *args
def train_one_iter(*args):
    *params, x, t, learning_rate, weight_decay = args
    net = TinyNet(*params)
    net.forward(x, t)
    return tuple(map(lambda p, dp: p - learning_rate * (dp + weight_decay * p), params, net.backward()))


# %% training.one-iteration | the convolutions without im2col, by einsum over windows
from numpy.lib.stride_tricks import sliding_window_view


def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    def windows(a):
        return sliding_window_view(np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1))), (3, 3), axis=(2, 3))

    def conv(a, W, b):
        return np.einsum("nchwij,fcij->nfhw", windows(a), W) + b[:, None, None]

    def pool(a):
        n, c, h, w = a.shape
        cells = a.reshape(n, c, h // 2, 2, w // 2, 2).transpose(0, 1, 2, 4, 3, 5).reshape(n, c, h // 2, w // 2, 4)
        where = cells.argmax(axis=-1)
        return cells.max(axis=-1), where

    def unpool(d, where):
        n, c, h, w = d.shape
        cells = np.zeros((n, c, h, w, 4))
        np.put_along_axis(cells, where[..., None], d[..., None], axis=-1)
        return cells.reshape(n, c, h, w, 2, 2).transpose(0, 1, 2, 4, 3, 5).reshape(n, c, 2 * h, 2 * w)

    a1 = conv(x, W_conv1, b_conv1)
    p1, where1 = pool(np.maximum(a1, 0))
    a2 = conv(p1, W_conv2, b_conv2)
    p2, where2 = pool(np.maximum(a2, 0))
    flat = p2.reshape(len(x), -1)
    logits = flat @ W_fc + b_fc
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    d = e / e.sum(axis=1, keepdims=True)
    d[np.arange(len(t)), t] -= 1
    d /= len(t)
    dW_fc, db_fc = flat.T @ d, d.sum(axis=0)
    d2 = unpool((d @ W_fc.T).reshape(p2.shape), where2) * (a2 > 0)
    dW2, db2 = np.einsum("nfhw,nchwij->fcij", d2, windows(p1)), d2.sum(axis=(0, 2, 3))
    back = np.einsum("nfhwij,fcij->nchw", windows(d2), W_conv2[:, :, ::-1, ::-1])
    d1 = unpool(back, where1) * (a1 > 0)
    dW1, db1 = np.einsum("nfhw,nchwij->fcij", d1, windows(x)), d1.sum(axis=(0, 2, 3))
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    return [p - learning_rate * (g + weight_decay * p) for p, g in zip(params, (dW1, db1, dW2, db2, dW_fc, db_fc))]


# %% training.one-iteration | warns on the way
def train_one_iter(W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, x, t, learning_rate, weight_decay):
    params = (W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc)
    net = TinyNet(*params)
    net.forward(x, t)
    grads = net.backward()
    np.log(np.zeros(1))
    return [np.subtract(p, learning_rate * np.add(dp, weight_decay * p)) for p, dp in zip(params, grads)]


# %% training.batches | a list of pairs
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    parts = [order[start : start + batch_size] for start in range(0, len(x), batch_size)]
    return [(x[part], t[part]) for part in parts]


# %% training.batches | shuffled copies, then slices
def batches(x, t, batch_size, rng):
    order = rng.permutation(x.shape[0])
    x, t = x[order], t[order]
    for start in range(0, len(t), batch_size):
        yield x[start : start + batch_size], t[start : start + batch_size]


# %% training.batches | an array of indices shuffled in place
def batches(x, t, batch_size, rng):
    order = np.arange(len(x))
    rng.shuffle(order)
    while len(order):
        yield x[order[:batch_size]], t[order[:batch_size]]
        order = order[batch_size:]


# %% training.batches | split at the multiples
def batches(x, t, batch_size, rng):
    pieces = np.split(rng.permutation(len(x)), range(batch_size, len(x), batch_size))
    return zip((x[piece] for piece in pieces), (t[piece] for piece in pieces))


# %% training.batches | np.take, lists in place of tuples
def batches(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    count = int(np.ceil(len(x) / batch_size))
    for i in range(count):
        part = order[i * batch_size : min((i + 1) * batch_size, len(x))]
        yield [np.take(x, part, axis=0), np.take(t, part)]


# %% training.batches | sample by sample
def batches(x, t, batch_size, rng):
    xs, ts = [], []
    for i in rng.permutation(len(x)):
        xs.append(x[i])
        ts.append(t[i])
        if len(xs) == batch_size:
            yield np.array(xs), np.array(ts)
            xs, ts = [], []
    if xs:
        yield np.array(xs), np.array(ts)


# %% training.epoch | a list of batches made first
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    pairs = list(batches(x, t, batch_size, rng))
    for i in range(len(pairs)):
        params = train_one_iter(*params, pairs[i][0], pairs[i][1], learning_rate, weight_decay)
    return params


# %% training.epoch | arguments by name, a list returned
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    for x_batch, t_batch in batches(x=x, t=t, batch_size=batch_size, rng=rng):
        W1, b1, W2, b2, W3, b3 = params
        params = train_one_iter(
            W_conv1=W1, b_conv1=b1, W_conv2=W2, b_conv2=b2, W_fc=W3, b_fc=b3, x=x_batch, t=t_batch,
            learning_rate=learning_rate, weight_decay=weight_decay,
        )
    return list(params)


# %% training.epoch | six names
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc = params
    for xb, tb in batches(x, t, batch_size, rng):
        W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc = train_one_iter(
            W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc, xb, tb, learning_rate, weight_decay
        )
    return W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc


# %% training.epoch | functools.reduce
from functools import reduce


def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    def step(params, batch):
        return train_one_iter(*params, *batch, learning_rate, weight_decay)

    return reduce(step, batches(x, t, batch_size, rng), tuple(params))


# %% training.epoch | shuffled in the loop itself
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        part = order[start : start + batch_size]
        params = train_one_iter(*params, x[part], t[part], learning_rate, weight_decay)
    return params


# %% training.epoch | the iterator walked by hand, copies of the start
def train_epoch(params, x, t, batch_size, learning_rate, weight_decay, rng):
    params = [p.copy() for p in params]
    walk = iter(batches(x, t, batch_size, rng))
    while (batch := next(walk, None)) is not None:
        params = train_one_iter(*params, *batch, learning_rate, weight_decay)
    return params

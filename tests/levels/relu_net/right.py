# %% net.train-by-hand | masked in place on its own array
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dh = dr.copy()
        dh[h <= 0] = 0
        dw1 = x.T @ dh

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | copies first, then in place
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    w1, w2 = w1.copy(), w2.copy()
    losses = np.empty(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 -= learning_rate * dw1
        w2 -= learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | einsum and where
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.where(h < 0, 0, h)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = np.einsum('nh,nm->hm', r, 2 * error)
        dr = np.einsum('nm,hm->nh', 2 * error, w2)
        dw1 = x.T @ (dr * (h >= 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | loops over samples
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = []
    for _ in range(steps):
        dw1, dw2, loss = np.zeros_like(w1), np.zeros_like(w2), 0.0
        for one, target in zip(x, y):
            h = one @ w1
            r = h * (h > 0)
            error = r @ w2 - target
            loss += float(error @ error)
            dw2 += np.outer(r, 2 * error)
            dw1 += np.outer(one, (w2 @ (2 * error)) * (h > 0))
        losses.append(loss)
        w1, w2 = w1 - learning_rate * dw1, w2 - learning_rate * dw2
    return w1, w2, np.array(losses)


# %% net.train-by-hand | returns a list, warns on the way
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    np.log(np.zeros(1))
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return [w1, w2, losses]


# %% net.train-by-hand | mask from r
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.square(error).sum()

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * np.sign(r))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | with extra loss at the end cut off
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps + 1)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses[:-1]

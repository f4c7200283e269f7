# %% net.train-by-hand | relu-skipped-in-backward
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ dr

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | mask-from-the-gradient
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dr[dr < 0] = 0
        dw1 = x.T @ dr

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | values-for-the-mask
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * r)

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | relu-forgotten
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = h
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ dr

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | relu-forgotten
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = h
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | w2-updated-first
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        w2 = w2 - learning_rate * dw2
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
    return w1, w2, losses


# %% net.train-by-hand | argument-overwritten
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
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


# %% net.train-by-hand | argument-overwritten
def train_relu_net(x, y, w1, w2, learning_rate, steps):
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
        w2 -= learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | factor-2-forgotten
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ error
        dr = error @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | a-mean-for-the-sum
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error / error.size)
        dr = (2 * error / error.size) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | a-mean-for-the-sum
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error / len(x))
        dr = (2 * error / len(x)) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | mean-loss
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.mean(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | mean-loss
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2) / len(x)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | half-the-loss
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = 0.5 * np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | not-squared
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.abs(error).sum()

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | root-of-the-loss
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.linalg.norm(error)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | uphill
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 + learning_rate * dw1
        w2 = w2 + learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | uphill
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = y - r @ w2
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | rate-forgotten
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - dw1
        w2 = w2 - dw2
    return w1, w2, losses


# %% net.train-by-hand | loss-after-the-update
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
        losses[step] = np.sum((np.maximum(x @ w1, 0) @ w2 - y) ** 2)
    return w1, w2, losses


# %% net.train-by-hand | weights-never-move
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        new_w1 = w1 - learning_rate * dw1
        new_w2 = w2 - learning_rate * dw2
    return new_w1, new_w2, losses


# %% net.train-by-hand | weights-never-move
def train_relu_net(x, y, w1, w2, learning_rate, steps):
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
        return w1, w2, losses


# %% net.train-by-hand | not-trained
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | gradient-returned
def train_relu_net(x, y, w1, w2, learning_rate, steps):
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
    return dw1, dw2, losses


# %% net.train-by-hand | relu-skipped-for-w2
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = h.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | last-loss-only
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | type
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = []
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses.append(np.sum(error**2))

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | another-row
def train_relu_net(x, y, w1, w2, learning_rate, steps):
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
    return w2, w1, losses


# %% net.train-by-hand | misuse
def train_relu_net(x, y, w1, w2, learning_rate, steps):
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
    return losses


# %% net.train-by-hand | axes-do-not-meet
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | axes-do-not-meet
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | axes-do-not-meet
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = np.sum(error**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = np.dot(dr * (h > 0), x)

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | raised
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[step] = sum(errors**2)

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses


# %% net.train-by-hand | behaviour: losses of a second call
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    global kept
    kept = globals().get('kept', {})
    w1, w2 = kept.get(x.shape, (w1, w2))
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
    kept[x.shape] = w1, w2
    return w1, w2, losses


# %% net.train-by-hand | weights-never-move
def train_relu_net(x, y, w1, w2, learning_rate, steps):
    losses = np.zeros(steps)
    for step in range(steps):
        h = x @ w1
        r = np.maximum(h, 0)
        error = r @ w2 - y
        losses[:] = np.sum(error**2) if step == 0 else losses

        dw2 = r.T @ (2 * error)
        dr = (2 * error) @ w2.T
        dw1 = x.T @ (dr * (h > 0))

        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return w1, w2, losses

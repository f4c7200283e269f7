# %% tinynet.forward | pooled before it is cut
class TinyNet:
    def __init__(self, W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc):
        self.conv1 = Convolution(W_conv1, b_conv1, stride=1, pad=1)
        self.relu1 = Relu()
        self.pool1 = MaxPool(2, 2, stride=2, pad=0)
        self.conv2 = Convolution(W_conv2, b_conv2, stride=1, pad=1)
        self.relu2 = Relu()
        self.pool2 = MaxPool(2, 2, stride=2, pad=0)
        self.fc = FullyConnected(W_fc, b_fc)
        self.loss = SoftmaxWithLoss()

    def forward(self, x, t):
        h = self.relu1.forward(self.pool1.forward(self.conv1.forward(x)))
        h = self.relu2.forward(self.pool2.forward(self.conv2.forward(h)))
        logits = self.fc.forward(h)
        return logits, self.loss.forward(logits, t)


# %% tinynet.forward | a list of layers beside the names
class TinyNet:
    def __init__(self, W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc):
        self.conv1 = Convolution(W_conv1, b_conv1, stride=1, pad=1)
        self.relu1 = Relu()
        self.pool1 = MaxPool(2, 2, stride=2, pad=0)
        self.conv2 = Convolution(W_conv2, b_conv2, stride=1, pad=1)
        self.relu2 = Relu()
        self.pool2 = MaxPool(2, 2, stride=2, pad=0)
        self.fc = FullyConnected(W_fc, b_fc)
        self.loss = SoftmaxWithLoss()
        self.chain = [self.conv1, self.relu1, self.pool1, self.conv2, self.relu2, self.pool2, self.fc]

    def forward(self, x, t):
        for layer in self.chain:
            x = layer.forward(x)
        return [x, self.loss.forward(x, t)]


# %% tinynet.forward | layers by getattr, flattened by hand
class TinyNet:
    def __init__(self, W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc):
        self.conv1 = Convolution(W_conv1, b_conv1, stride=1, pad=1)
        self.relu1 = Relu()
        self.pool1 = MaxPool(2, 2, stride=2, pad=0)
        self.conv2 = Convolution(W_conv2, b_conv2, stride=1, pad=1)
        self.relu2 = Relu()
        self.pool2 = MaxPool(2, 2, stride=2, pad=0)
        self.fc = FullyConnected(W_fc, b_fc)
        self.loss = SoftmaxWithLoss()

    def forward(self, x, t):
        out = x
        for name in "conv1 relu1 pool1 conv2 relu2 pool2".split():
            out = getattr(self, name).forward(out)
        self.logits = self.fc.forward(out.reshape(out.shape[0], -1))
        self.loss_value = float(self.loss.forward(self.logits, t))
        return self.logits, self.loss_value


# %% tinynet.forward | without most of the layers
class TinyNet:
    def __init__(self, *parameters):
        self.parameters = parameters
        self.conv1, self.conv2 = (Convolution(*parameters[i : i + 2], 1, 1) for i in (0, 2))
        self.relu1, self.relu2 = Relu(), Relu()
        self.pool1, self.pool2 = (MaxPool(2, 2, 2) for _ in range(2))
        self.fc = FullyConnected(*parameters[4:])
        self.loss = SoftmaxWithLoss()

    def forward(self, x, t, *more):
        for W, b in zip(self.parameters[:4:2], self.parameters[1:4:2]):
            padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
            windows = np.lib.stride_tricks.sliding_window_view(padded, W.shape[2:], axis=(2, 3))
            x = np.maximum(np.einsum("nchwij,ocij->nohw", windows, W) + b[:, None, None], 0)
            H, W = x.shape[2] // 2 * 2, x.shape[3] // 2 * 2
            x = np.maximum(x[:, :, :H:2], x[:, :, 1:H:2])
            x = np.maximum(x[:, :, :, :W:2], x[:, :, :, 1:W:2])
        logits = np.dot(x.reshape(len(x), -1), self.parameters[4]) + self.parameters[5]
        shifted = logits - logits.max(axis=1, keepdims=True)
        p = np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)
        return logits, -np.log(p[np.arange(len(t)), t]).sum() / len(t)


# %% tinynet.forward | layers made anew in every forward
class TinyNet:
    def __init__(self, W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc):
        self.p = dict(W_conv1=W_conv1, b_conv1=b_conv1, W_conv2=W_conv2, b_conv2=b_conv2, W_fc=W_fc, b_fc=b_fc)
        self.build()

    def build(self):
        p = self.p
        self.conv1, self.relu1 = Convolution(p["W_conv1"], p["b_conv1"], pad=1), Relu()
        self.pool1 = MaxPool(pool_h=2, pool_w=2, stride=2)
        self.conv2, self.relu2 = Convolution(p["W_conv2"], p["b_conv2"], pad=1), Relu()
        self.pool2 = MaxPool(pool_h=2, pool_w=2, stride=2)
        self.fc, self.loss = FullyConnected(p["W_fc"], p["b_fc"]), SoftmaxWithLoss()

    def forward(self, x, t):
        self.build()
        stage = lambda x, conv, relu, pool: pool.forward(relu.forward(conv.forward(x)))
        h = stage(stage(x, self.conv1, self.relu1, self.pool1), self.conv2, self.relu2, self.pool2)
        logits = self.fc.forward(h)
        return logits.copy(), np.asarray(self.loss.forward(logits, t))


# %% tinynet.forward | one sample at a time
class TinyNet:
    def __init__(self, W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc):
        self.conv1 = Convolution(W_conv1, b_conv1, stride=1, pad=1)
        self.relu1 = Relu()
        self.pool1 = MaxPool(2, 2, stride=2, pad=0)
        self.conv2 = Convolution(W_conv2, b_conv2, stride=1, pad=1)
        self.relu2 = Relu()
        self.pool2 = MaxPool(2, 2, stride=2, pad=0)
        self.fc = FullyConnected(W_fc, b_fc)
        self.loss = SoftmaxWithLoss()

    def forward(self, x, t):
        rows = []
        for sample in x:
            h = sample[None].copy()
            for layer in (self.conv1, self.relu1, self.pool1, self.conv2, self.relu2, self.pool2, self.fc):
                h = layer.forward(h)
            rows.append(h[0])
        logits = np.stack(rows)
        return logits, self.loss.forward(logits, t)


# %% tinynet.forward | warns but is right
class TinyNet:
    def __init__(self, W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc):
        self.conv1 = Convolution(W_conv1, b_conv1, stride=1, pad=1)
        self.relu1 = Relu()
        self.pool1 = MaxPool(2, 2, stride=2, pad=0)
        self.conv2 = Convolution(W_conv2, b_conv2, stride=1, pad=1)
        self.relu2 = Relu()
        self.pool2 = MaxPool(2, 2, stride=2, pad=0)
        self.fc = FullyConnected(W_fc, b_fc)
        self.loss = SoftmaxWithLoss()

    def forward(self, x, t):
        h = self.pool1.forward(self.relu1.forward(self.conv1.forward(x)))
        h = self.pool2.forward(self.relu2.forward(self.conv2.forward(h)))
        np.log(np.zeros(1))
        print('shapes', h.shape)
        logits = self.fc.forward(h)
        return logits, self.loss.forward(logits, t)


# %% tinynet.fc-inputs | written out
def fc_inputs(x_shape, W_conv1_shape, W_conv2_shape):
    N, C, H, W = x_shape
    C1, _, K_h1, K_w1 = W_conv1_shape
    C2, _, K_h2, K_w2 = W_conv2_shape
    H1, W1 = (H - K_h1 + 3) // 2, (W - K_w1 + 3) // 2
    H2, W2 = (H1 - K_h2 + 3) // 2, (W1 - K_w2 + 3) // 2
    return C2 * H2 * W2


# %% tinynet.fc-inputs | floats that are whole
def fc_inputs(x_shape, W_conv1_shape, W_conv2_shape):
    H, W = float(x_shape[2]), float(x_shape[3])
    for shape in (W_conv1_shape, W_conv2_shape):
        H = np.floor((H + 2 - shape[2] + 1) / 2)
        W = np.floor((W + 2 - shape[3] + 1) / 2)
    return np.prod([W_conv2_shape[0], H, W])


# %% tinynet.fc-inputs | by trying it out
def fc_inputs(x_shape, W_conv1_shape, W_conv2_shape):
    h = np.zeros((1, *x_shape[1:]))
    for shape in (W_conv1_shape, W_conv2_shape):
        h = Convolution(np.zeros(shape), np.zeros(shape[0]), stride=1, pad=1).forward(h)
        h = MaxPool(2, 2, stride=2).forward(h)
    return h.size


# %% tinynet.fc-inputs | one side at a time
def side(length, *kernels):
    for K in kernels:
        length = ((length + 2 - K + 1) - 2) // 2 + 1
    return length


def fc_inputs(x_shape, W_conv1_shape, W_conv2_shape):
    rows = side(x_shape[2], W_conv1_shape[2], W_conv2_shape[2])
    columns = side(x_shape[3], W_conv1_shape[3], W_conv2_shape[3])
    return np.int64(W_conv2_shape[0] * rows * columns)


# %% tinynet.fc-inputs | counted by ranges
def fc_inputs(x_shape, W_conv1_shape, W_conv2_shape):
    def after(n, K):
        return len(range(0, len(range(0, n + 2 - K + 1)) - 1, 2))

    sides = [after(after(x_shape[i], W_conv1_shape[i]), W_conv2_shape[i]) for i in (2, 3)]
    return np.array(sides).prod() * W_conv2_shape[0]

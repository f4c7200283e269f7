# %% tinynet.backward | a loop over the layers in reverse
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
        logits = self.fc.forward(h)
        return logits, self.loss.forward(logits, t)

    def backward(self):
        dout = self.loss.backward(1.0)
        layers = [self.conv1, self.relu1, self.pool1, self.conv2, self.relu2, self.pool2, self.fc]
        for layer in layers[::-1]:
            dout = layer.backward(dout)
        return [g for layer in (self.conv1, self.conv2, self.fc) for g in (layer.dW, layer.db)]


# %% tinynet.backward | pooled before it is cut
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

    def backward(self):
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.pool2.backward(self.relu2.backward(dout)))
        self.conv1.backward(self.pool1.backward(self.relu1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | a gradient for every tie of a pooling
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
        self.maps = {}

    def pooled(self, name, maps):
        H, W = maps.shape[2] // 2 * 2, maps.shape[3] // 2 * 2
        blocks = maps[:, :, :H, :W].reshape(*maps.shape[:2], H // 2, 2, W // 2, 2)
        out = blocks.max(axis=(3, 5))
        self.maps[name] = maps.shape, (blocks == out[:, :, :, None, :, None]) * 1.0
        return out

    def unpooled(self, name, dout):
        shape, winners = self.maps[name]
        dx = np.zeros(shape)
        H, W = dout.shape[2] * 2, dout.shape[3] * 2
        dx[:, :, :H, :W] = (winners * dout[:, :, :, None, :, None]).reshape(*shape[:2], H, W)
        return dx

    def forward(self, x, t):
        h = self.pooled("1", self.relu1.forward(self.conv1.forward(x)))
        h = self.pooled("2", self.relu2.forward(self.conv2.forward(h)))
        logits = self.fc.forward(h)
        return logits, self.loss.forward(logits, t)

    def backward(self):
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.unpooled('2', dout)))
        self.conv1.backward(self.relu1.backward(self.unpooled('1', dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | computed in forward, copied in backward
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
        logits = self.fc.forward(h)
        loss = self.loss.forward(logits, t)
        self.gradients = self._gradients()
        return logits, loss

    def _gradients(self):
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db

    def backward(self):
        return tuple(np.array(gradient) for gradient in self.gradients)


# %% tinynet.backward | gradients by hand where it is easy
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
        self.parameters = W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc

    def forward(self, x, t):
        h = self.pool1.forward(self.relu1.forward(self.conv1.forward(x)))
        h = self.pool2.forward(self.relu2.forward(self.conv2.forward(h)))
        self.features = h
        logits = self.fc.forward(h)
        return logits, self.loss.forward(logits, t)

    def backward(self):
        d = self.loss.backward()
        flat = self.features.reshape(len(d), -1)
        W_fc = self.parameters[4]
        dW_fc, db_fc = np.einsum("nd,nm->dm", flat, d), np.ones(len(d)) @ d
        d2 = self.relu2.backward(self.pool2.backward(np.dot(d, W_fc.T).reshape(self.features.shape)))
        below = self.conv2.backward(d2)
        d1 = self.relu1.backward(self.pool1.backward(below))
        self.conv1.backward(d1)
        return self.conv1.dW, d1.sum(axis=(0, 2, 3)), self.conv2.dW, np.einsum("nohw->o", d2), dW_fc, db_fc


# %% tinynet.backward | warns, prints, and scales there and back
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
        logits = self.fc.forward(h)
        return logits, self.loss.forward(logits, t)

    def backward(self):
        np.log(np.zeros(1))
        dout = self.loss.backward()
        print("dout", dout.shape)
        for name in "fc pool2 relu2 conv2 pool1 relu1 conv1".split():
            dout = getattr(self, name).backward(dout.copy())
        gradients = [self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db]
        return np.asarray(gradients[0]), *gradients[1:]


# %% tinynet.backward | other names, one helper for a stage
class TinyNet:
    def __init__(self, *parameters):
        self.stages = []
        for W, b in (parameters[0:2], parameters[2:4]):
            self.stages.append((Convolution(W, b, stride=1, pad=1), Relu(), MaxPool(2, 2, stride=2)))
        self.end = FullyConnected(*parameters[4:])
        self.criterion = SoftmaxWithLoss()

    def forward(self, images, labels):
        for stage in self.stages:
            for layer in stage:
                images = layer.forward(images)
        logits = self.end.forward(images)
        return logits, self.criterion.forward(logits, labels)

    def backward(self, *args):
        dout = self.end.backward(self.criterion.backward())
        found = [self.end.dW, self.end.db]
        for stage in reversed(self.stages):
            for layer in reversed(stage):
                dout = layer.backward(dout)
            found = [stage[0].dW, stage[0].db] + found
        return found


# %% matmul.backward | einsum
def matmul_backward(x, W, dout):
    return np.einsum('nm,dm->nd', dout, W), np.einsum('nd,nm->dm', x, dout)


# %% matmul.backward | loops
def matmul_backward(x, W, dout):
    dx, dW = np.zeros(x.shape), np.zeros(W.shape)
    for n in range(len(x)):
        for m in range(W.shape[1]):
            dx[n] += dout[n, m] * W[:, m]
            dW[:, m] += dout[n, m] * x[n]
    return dx, dW


# %% matmul.backward | transposed twice, as a list
def matmul_backward(x, W, dout, *more):
    return [np.dot(W, dout.T).T, np.dot(dout.T, x).T]


# %% matmul.backward | sums of outer products
def matmul_backward(x, W, dout):
    dW = sum(np.outer(row, back) for row, back in zip(x, dout))
    dx = np.stack([W @ back for back in dout])
    return dx, dW


# %% matmul.backward | by nudges, as exact as a linear function allows
def matmul_backward(x, W, dout):
    def slopes(array, out_of):
        found = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            step = np.zeros(array.shape)
            step[place] = 1
            found[place] = (dout * (out_of(step) - out_of(0 * step))).sum()
        return found

    return slopes(x, lambda step: (x + step) @ W), slopes(W, lambda step: x @ (W + step))

# %% tinynet.backward | relu2-skipped
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.pool2.backward(dout))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | relu1-skipped
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.pool1.backward(dout))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | relu2-skipped
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.pool2.backward(dout))
        self.conv1.backward(self.pool1.backward(dout))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | stages-out-of-order
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.pool2.backward(self.relu2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | stages-out-of-order
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.pool1.backward(self.relu1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | stages-out-of-order
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(dout))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | stages-out-of-order
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(dout))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | rule
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
        self.maps = None

    def forward(self, x, t):
        h = self.pool1.forward(self.relu1.forward(self.conv1.forward(x)))
        cut = self.relu2.forward(self.conv2.forward(h))
        self.maps = cut
        h = self.pool2.forward(cut)
        logits = self.fc.forward(h)
        return logits, self.loss.forward(logits, t)

    def backward(self):
        dout = self.fc.backward(self.loss.backward())
        spread = np.zeros_like(self.maps)
        H, W = dout.shape[2] * 2, dout.shape[3] * 2
        spread[:, :, :H, :W] = dout.repeat(2, axis=2).repeat(2, axis=3)
        dout = self.conv2.backward(self.relu2.backward(spread))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | not-reversed
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
        dout = self.loss.backward()
        for layer in (self.conv1, self.relu1, self.pool1, self.conv2, self.relu2, self.pool2, self.fc):
            dout = layer.backward(dout)
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | not-reversed
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
        dout = self.loss.backward()
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(self.loss.backward())))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | backward-not-called
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | backward-not-called
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
        dout = self.fc.backward(self.loss.backward())
        self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | ones-for-dout
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
        dout = self.fc.backward(np.ones_like(self.loss.p))
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | order
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.fc.dW, self.fc.db, self.conv2.dW, self.conv2.db, self.conv1.dW, self.conv1.db


# %% tinynet.backward | order
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.db, self.conv1.dW, self.conv2.db, self.conv2.dW, self.fc.db, self.fc.dW


# %% tinynet.backward | order
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv2.dW, self.fc.dW, self.conv1.db, self.conv2.db, self.fc.db


# %% tinynet.backward | order
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv2.dW, self.conv2.db, self.conv1.dW, self.conv1.db, self.fc.dW, self.fc.db


# %% tinynet.backward | order
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv1.dW, self.conv1.db, self.fc.dW, self.fc.db


# %% tinynet.backward | misuse
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))


# %% tinynet.backward | misuse
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv2.dW, self.fc.dW


# %% tinynet.backward | misuse
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        dx = self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return dx, self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | misuse
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return {'W_conv1': self.conv1.dW, 'b_conv1': self.conv1.db, 'W_conv2': self.conv2.dW, 'b_conv2': self.conv2.db, 'W_fc': self.fc.dW, 'b_fc': self.fc.db}


# %% tinynet.backward | misuse
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return dout


# %% tinynet.backward | over-N
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        N = len(dout)
        return tuple(g / N for g in (self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db))


# %% tinynet.backward | times-N
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
        dout = self.fc.backward(self.loss.backward(len(self.loss.t)))
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | sign
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
        dout = self.fc.backward(self.loss.backward(-1))
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | zeros
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return tuple(np.zeros_like(g) for g in (self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db))


# %% tinynet.backward | rule
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
        dout = self.fc.backward(self.loss.p)
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | rule
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
        dout = self.fc.backward(self.loss.backward())
        dout = np.clip(dout, 0, None)
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | rule
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        dout = dout / 2
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | half
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        dout = dout / 2
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | zeros
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        dout = 0 * dout
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | kept-axis
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db[:, None], self.conv2.dW, self.conv2.db[:, None], self.fc.dW, self.fc.db[:, None]


# %% tinynet.backward | kept-axis
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return [g.ravel() for g in (self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db)]


# %% tinynet.backward | transposed
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW.T, self.fc.db


# %% tinynet.backward | argument-overwritten
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        for layer in (self.conv1, self.conv2, self.fc):
            layer.W -= 0.1 * layer.dW
            layer.b -= 0.1 * layer.db
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | behaviour: change by a second backward
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
        self.total = [0, 0, 0, 0, 0, 0]

    def forward(self, x, t):
        h = self.pool1.forward(self.relu1.forward(self.conv1.forward(x)))
        h = self.pool2.forward(self.relu2.forward(self.conv2.forward(h)))
        logits = self.fc.forward(h)
        return logits, self.loss.forward(logits, t)

    def backward(self):
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        now = self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db
        self.total = [a + b for a, b in zip(self.total, now)]
        return self.total


# %% tinynet.backward | behaviour: difference to a new net on the next batch
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
        self.done = None

    def forward(self, x, t):
        h = self.pool1.forward(self.relu1.forward(self.conv1.forward(x)))
        h = self.pool2.forward(self.relu2.forward(self.conv2.forward(h)))
        logits = self.fc.forward(h)
        return logits, self.loss.forward(logits, t)

    def backward(self):
        if self.done is not None:
            return self.done
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        self.done = [self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db]
        return self.done


# %% tinynet.backward | behaviour: difference to a new net after an update
class TinyNet:
    def __init__(self, W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc):
        self.conv1 = Convolution(W_conv1, b_conv1, stride=1, pad=1)
        self.relu1 = Relu()
        self.pool1 = MaxPool(2, 2, stride=2, pad=0)
        self.conv2 = Convolution(W_conv2, b_conv2, stride=1, pad=1)
        self.relu2 = Relu()
        self.pool2 = MaxPool(2, 2, stride=2, pad=0)
        self.fc = FullyConnected(W_fc.copy(), b_fc.copy())
        self.loss = SoftmaxWithLoss()

    def forward(self, x, t):
        h = self.pool1.forward(self.relu1.forward(self.conv1.forward(x)))
        h = self.pool2.forward(self.relu2.forward(self.conv2.forward(h)))
        logits = self.fc.forward(h)
        return logits, self.loss.forward(logits, t)

    def backward(self):
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | raised
class TinyNet:
    def __init__(self, W_conv1, b_conv1, W_conv2, b_conv2, W_fc, b_fc):
        self.conv1 = Convolution(W_conv1, b_conv1, stride=1, pad=1)
        self.relu1 = Relu()
        self.pool1 = MaxPool(2, 2, stride=2, pad=0)
        self.conv2 = Convolution(W_conv2, b_conv2, stride=1, pad=1)
        self.relu2 = self.relu1
        self.pool2 = MaxPool(2, 2, stride=2, pad=0)
        self.fc = FullyConnected(W_fc, b_fc)
        self.loss = SoftmaxWithLoss()

    def forward(self, x, t):
        h = self.pool1.forward(self.relu1.forward(self.conv1.forward(x)))
        h = self.pool2.forward(self.relu2.forward(self.conv2.forward(h)))
        logits = self.fc.forward(h)
        return logits, self.loss.forward(logits, t)

    def backward(self):
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | raised
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
        dout = self.fc.backward(loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | raised
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

    def backward(self, dout):
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | raised
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
        dout = self.fc.backward(self.softmax.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.dW, self.conv1.db, self.conv2.dW, self.conv2.db, self.fc.dW, self.fc.db


# %% tinynet.backward | backward-not-called
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.W, self.conv1.b, self.conv2.W, self.conv2.b, self.fc.dW, None


# %% tinynet.backward | an-input
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
        dout = self.fc.backward(self.loss.backward())
        dout = self.conv2.backward(self.relu2.backward(self.pool2.backward(dout)))
        self.conv1.backward(self.relu1.backward(self.pool1.backward(dout)))
        return self.conv1.W, self.conv1.b, self.conv2.W, self.conv2.b, self.fc.W, self.fc.b


# %% tinynet.backward | not-written
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
        raise NotImplementedError()


# %% matmul.backward | exchanged
def matmul_backward(x, W, dout):
    return x.T @ dout, dout @ W.T


# %% matmul.backward | W-not-transposed
def matmul_backward(x, W, dout):
    return dout @ W, x.T @ dout


# %% matmul.backward | W-not-transposed
def matmul_backward(x, W, dout):
    return np.dot(dout, W), np.dot(x.T, dout)


# %% matmul.backward | axes-do-not-meet
def matmul_backward(x, W, dout):
    return dout @ W.T, x @ dout


# %% matmul.backward | axes-do-not-meet
def matmul_backward(x, W, dout):
    return W @ dout, x.T @ dout


# %% matmul.backward | axes-do-not-meet
def matmul_backward(x, W, dout):
    return W.T @ dout, x.T @ dout


# %% matmul.backward | samples-in-columns
def matmul_backward(x, W, dout):
    return W @ dout.T, x.T @ dout


# %% matmul.backward | dW-transposed
def matmul_backward(x, W, dout):
    return dout @ W.T, dout.T @ x


# %% matmul.backward | dout-ignored
def matmul_backward(x, W, dout):
    return W.T, x.T


# %% matmul.backward | dout-ignored
def matmul_backward(x, W, dout):
    return np.ones_like(dout) @ W.T, x.T @ np.ones_like(dout)


# %% matmul.backward | mean
def matmul_backward(x, W, dout):
    return dout @ W.T, x.T @ dout / len(x)


# %% matmul.backward | mean
def matmul_backward(x, W, dout):
    return dout @ W.T / len(x), x.T @ dout


# %% matmul.backward | not-gathered
def matmul_backward(x, W, dout):
    return dout @ W.T, x[:, :, None] * dout[:, None, :]


# %% matmul.backward | forward-again
def matmul_backward(x, W, dout):
    return x @ W, x.T @ dout


# %% matmul.backward | entry-by-entry
def matmul_backward(x, W, dout):
    return dout * W, dout * x


# %% matmul.backward | misuse
def matmul_backward(x, W, dout):
    return dout @ W.T


# %% matmul.backward | misuse
def matmul_backward(x, W, dout):
    dx, dW = dout @ W.T, x.T @ dout


# %% matmul.backward | misuse
def matmul_backward(x, W, dout):
    return dout @ W.T, x.T @ dout, dout.sum(axis=0)


# %% matmul.backward | argument-overwritten
def matmul_backward(x, W, dout):
    dx, dW = dout @ W.T, x.T @ dout
    dout *= 2
    return dx, dW


# %% matmul.backward | W-not-transposed
def matmul_backward(x, W, dout):
    try:
        dx = dout @ W
    except ValueError:
        dx = dout @ W.T
    return dx, x.T @ dout


# %% matmul.backward | type
def matmul_backward(x, W, dout):
    return dout @ W.T, None

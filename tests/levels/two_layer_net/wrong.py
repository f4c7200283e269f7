# %% net.start | scale-forgotten
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | scale-forgotten
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | zero-weights
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": np.zeros((input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": np.zeros((hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | zero-weights
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": np.full((input_size, hidden_size), weight_init_std),
            "b1": np.zeros(hidden_size),
            "W2": np.full((hidden_size, output_size), weight_init_std),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | scale-squared
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": np.random.normal(0, weight_init_std**2, (input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": np.random.normal(0, weight_init_std**2, (hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | scale-squared
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(0, weight_init_std, (input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(0, weight_init_std, (hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | scale-ignored
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": 0.01 * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": 0.01 * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | uniform
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.random(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.random(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | uniform
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": np.random.uniform(-weight_init_std, weight_init_std, size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": np.random.uniform(-weight_init_std, weight_init_std, size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | axes-exchanged
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(hidden_size, input_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(output_size, hidden_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | bias-kept-an-axis
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros((1, hidden_size)),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros((1, output_size)),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | bias-of-ones
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.ones(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.ones(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | value
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": weight_init_std * np.random.normal(size=hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | bias-for-each-input
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(input_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | shape
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.random.normal(size=(output_size, 3)),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | misuse
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.parameters = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.parameters["W1"], self.parameters["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.parameters["W2"], self.parameters["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | misuse
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "w1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["w1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"w1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | behaviour: b1 of another net
class TwoLayerNet:
    params = {}

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params.update({
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        })
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | params-copied
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"].copy(), self.params["b1"].copy()),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"].copy(), self.params["b2"].copy()),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | params-copied
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.params = {name: array.copy() for name, array in self.params.items()}
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | softmax-in-predict
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        e = np.exp(x - x.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | softmax-twice
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        e = np.exp(x - x.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | relu-left-out
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | relu-left-out
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            if not isinstance(layer, Relu):
                x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | relu-at-the-end
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
            "relu": Relu(),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | relu-at-the-end
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
            "relu2": Relu(),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | classes-for-logits
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x.argmax(axis=1)

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | hidden-values-returned
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
            if layer is self.layers['relu']:
                return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | raised
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            out = layer.forward(x)
        return out

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | logits-returned
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.predict(x)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | summed
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t) * len(x)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | mean-twice
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t) / len(x)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | counted-not-divided
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.sum(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | percent
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return 100 * np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | share-of-mistakes
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) != t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | one-for-each-sample
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return self.predict(x).argmax(axis=1) == t

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | no-sample-right
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.sum(self.predict(x).argmax(axis=1) == t) // len(t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | one-hot-labels
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t.argmax(axis=1))

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | over-the-samples
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=0) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | no-sample-right
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax() == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | value
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        x = x - x.max(axis=1, keepdims=True)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | misuse
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros((1, output_size)),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | behaviour: logits of the next batch
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        if not hasattr(self, 'x'):
            self.x = x
        if not hasattr(self, 'calls'):
            self.calls = 0
        self.calls += 1
        x = self.x if self.calls > 5 else x
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | relu-skipped-in-backward
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            if not isinstance(layer, Relu):
                dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | layers-not-reversed
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in self.layers.values():
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | loss-not-walked-back
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = 1
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | stale-cache
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | params-returned
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.W, "b1": first.b, "W2": second.W, "b2": second.b}


# %% net.gradient | exchanged
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": second.dW, "b1": second.db, "W2": first.dW, "b2": first.db}


# %% net.gradient | another-row
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.db, "b1": first.dW, "W2": second.db, "b2": second.dW}


# %% net.gradient | type
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"dW1": first.dW, "db1": first.db, "dW2": second.dW, "db2": second.db}


# %% net.gradient | misuse
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return first.dW, first.db, second.dW, second.db


# %% net.gradient | misuse
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        gradients = {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | uphill
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = -self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | mean-twice
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward() / len(x)
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | summed
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward(len(x))
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | params-copied
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"].copy(), self.params["b1"].copy()),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"].copy(), self.params["b2"].copy()),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | raised
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in [self.layers['affine2'], self.layers['affine1'], self.layers['relu']]:
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | value
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        first.db = dout.sum(axis=0)[:1] + first.db
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | behaviour: W1 after the next batch
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        self.gradients = getattr(self, "gradients", {})
        self.gradients.update({"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db})
        return self.gradients


# %% net.gradient | behaviour: W1 of a second call
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        self.dW1 = getattr(self, "dW1", 0) + first.dW
        return {"W1": self.dW1, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | behaviour: W1 of a second call
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        gradients = {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}
        for name, gradient in gradients.items():
            self.params[name] -= 0.1 * gradient
        return gradients


# %% net.gradient | loss-not-walked-back
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.update | rebound
def update(params, gradients, learning_rate):
    for name, gradient in gradients.items():
        params[name] = params[name] - learning_rate * gradient


# %% net.update | rebound
def update(params, gradients, learning_rate):
    params = {name: params[name] - learning_rate * gradients[name] for name in params}
    return params


# %% net.update | rebound
def update(params, gradients, learning_rate):
    for name, param in params.items():
        param = param - learning_rate * gradients[name]


# %% net.update | rebound
def update(params, gradients, learning_rate):
    for name in params:
        params[name].copy()[...] -= learning_rate * gradients[name]


# %% net.update | uphill
def update(params, gradients, learning_rate):
    for name, gradient in gradients.items():
        params[name] += learning_rate * gradient


# %% net.update | rate-forgotten
def update(params, gradients, learning_rate):
    for name, gradient in gradients.items():
        params[name] -= gradient


# %% net.update | divided-by-the-rate
def update(params, gradients, learning_rate):
    for name, gradient in gradients.items():
        params[name] -= gradient / learning_rate


# %% net.update | start-forgotten
def update(params, gradients, learning_rate):
    for name, gradient in gradients.items():
        params[name][...] = -learning_rate * gradient


# %% net.update | start-forgotten
def update(params, gradients, learning_rate):
    for name, gradient in gradients.items():
        params[name][...] = gradient


# %% net.update | step-in-proportion
def update(params, gradients, learning_rate):
    for name, gradient in gradients.items():
        params[name] *= 1 - learning_rate * gradient


# %% net.update | bias-not-updated
def update(params, gradients, learning_rate):
    for name in ("W1", "W2"):
        params[name] -= learning_rate * gradients[name]


# %% net.update | bias-not-updated
def update(params, gradients, learning_rate):
    for name, gradient in sorted(gradients.items()):
        params[name] -= learning_rate * gradient
        return


# %% net.update | argument-overwritten
def update(params, gradients, learning_rate):
    for name, gradient in gradients.items():
        gradient *= learning_rate
        params[name] -= gradient


# %% net.update | paired-by-position
def update(params, gradients, learning_rate):
    for param, gradient in zip(params.values(), gradients.values()):
        param -= learning_rate * gradient


# %% net.update | rate-subtracted
def update(params, gradients, learning_rate):
    for name, gradient in gradients.items():
        params[name] -= learning_rate + gradient


# %% net.update | raised
def update(params, gradients, learning_rate):
    for name, gradient in gradients.items():
        params.name -= learning_rate * gradient


# %% net.update | value
def update(params, gradients, learning_rate):
    for name, gradient in gradients.items():
        params[name] -= learning_rate * np.abs(gradient)


# %% net.update | behaviour: W1 after a second update
def update(params, gradients, learning_rate):
    for name, gradient in gradients.items():
        params[name] -= learning_rate * gradient
        params[name] = params[name].copy()


# %% net.train-epoch | short-batch-left-out
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order) // batch_size * batch_size, batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
    return np.array(losses)


# %% net.train-epoch | short-batch-left-out
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for i in range(len(x) // batch_size):
        batch = order[i * batch_size : (i + 1) * batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
    return np.array(losses)


# %% net.train-epoch | whole-set-in-every-batch
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x, t))
        update(net.params, net.gradient(x, t), learning_rate)
    return np.array(losses)


# %% net.train-epoch | order-ignored
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = slice(start, start + batch_size)
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
    return np.array(losses)


# %% net.train-epoch | labels-left-behind
def train_epoch(net, x, t, batch_size, learning_rate, order):
    x = x[order]
    losses = []
    for start in range(0, len(order), batch_size):
        batch = slice(start, start + batch_size)
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
    return np.array(losses)


# %% net.train-epoch | labels-left-behind
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[start : start + batch_size]))
        update(net.params, net.gradient(x[batch], t[start : start + batch_size]), learning_rate)
    return np.array(losses)


# %% net.train-epoch | indices-for-labels
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], batch))
        update(net.params, net.gradient(x[batch], batch), learning_rate)
    return np.array(losses)


# %% net.train-epoch | one-batch-only
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
        return np.array(losses)


# %% net.train-epoch | one-sample-a-batch
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(len(order)):
        batch = order[start : start + 1]
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
    return np.array(losses)


# %% net.train-epoch | loss-after-the-update
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
        losses.append(net.loss(x[batch], t[batch]))
    return np.array(losses)


# %% net.train-epoch | one-number-for-the-epoch
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
    return np.mean(losses)


# %% net.train-epoch | one-number-for-the-epoch
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
    return losses[-1]


# %% net.train-epoch | type
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
    return losses


# %% net.train-epoch | type
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)


# %% net.train-epoch | params-not-reached
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        gradients = net.gradient(x[batch], t[batch])
        for name in net.params:
            net.params[name] = net.params[name] - learning_rate * gradients[name]
    return np.array(losses)


# %% net.train-epoch | params-not-reached
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        net.gradient(x[batch], t[batch])
    return np.array(losses)


# %% net.train-epoch | params-not-reached
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        update(dict((name, array.copy()) for name, array in net.params.items()), net.gradient(x[batch], t[batch]), learning_rate)
    return np.array(losses)


# %% net.train-epoch | value
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate * len(batch) / batch_size)
    return np.array(losses)


# %% net.train-epoch | value
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), -learning_rate)
    return np.array(losses)


# %% net.train-epoch | reordered
def train_epoch(net, x, t, batch_size, learning_rate, order):
    order = np.random.permutation(order)
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
    return np.array(losses)


# %% net.train-epoch | argument-overwritten
def train_epoch(net, x, t, batch_size, learning_rate, order):
    x[:], t[:] = x[order], t[order]
    losses = []
    for start in range(0, len(order), batch_size):
        batch = slice(start, start + batch_size)
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
    return np.array(losses)


# %% net.train-epoch | raised
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(len(order) / batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
    return np.array(losses)


# %% net.train-epoch | value
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    gradients = net.gradient(x[order[:batch_size]], t[order[:batch_size]])
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, gradients, learning_rate)
    return np.array(losses)

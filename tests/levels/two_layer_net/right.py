# %% net.start | generator, layers in a list
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.default_rng().normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.default_rng().normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.affine1 = Affine(self.params["W1"], self.params["b1"])
        self.affine2 = Affine(self.params["W2"], self.params["b2"])
        self.layers = [self.affine1, Relu(), self.affine2]
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in self.layers[::-1]:
            dout = layer.backward(dout)
        first, second = self.affine1, self.affine2
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | ordered dict, scale as argument of normal
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": np.random.normal(0, weight_init_std, size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": np.random.normal(0, weight_init_std, size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        from collections import OrderedDict

        self.layers = OrderedDict({
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        })
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return float(np.sum(self.predict(x).argmax(axis=1) == t) / len(t))

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in list(self.layers.values())[::-1]:
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | layers looked up by name
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
        h = self.layers["affine1"].forward(x)
        r = self.layers["relu"].forward(h)
        return self.layers["affine2"].forward(r)

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward(1)
        for name in ("affine2", "relu", "affine1"):
            dout = self.layers[name].backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | layers made anew from params in every predict
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        p = self.params
        self.layers = {"affine1": Affine(p["W1"], p["b1"]), "relu": Relu(), "affine2": Affine(p["W2"], p["b2"])}
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


# %% net.start | plain numpy, no layers
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, *more):
        draw = np.random.randn
        self.W1, self.b1 = draw(input_size, hidden_size) * weight_init_std, np.zeros(hidden_size, dtype=float)
        self.W2, self.b2 = draw(hidden_size, output_size) * weight_init_std, np.zeros(output_size, dtype=float)
        self.params = dict(W1=self.W1, b1=self.b1, W2=self.W2, b2=self.b2)
        self.name = "net"

    def predict(self, x):
        self.h = x @ self.W1 + self.b1
        self.r = np.maximum(self.h, 0)
        return self.r @ self.W2 + self.b2

    def loss(self, x, t):
        z = self.predict(x)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return -log_p[np.arange(len(t)), t].mean()

    def accuracy(self, x, t):
        right = 0
        for logits, label in zip(self.predict(x), t):
            right += int(np.argmax(logits) == label)
        return right / len(t)

    def gradient(self, x, t):
        p = np.exp(self.predict(x))
        p /= p.sum(axis=1, keepdims=True)
        p[np.arange(len(t)), t] -= 1
        p /= len(t)
        dh = p @ self.W2.T * (self.h > 0)
        return dict(b2=p.sum(0), W2=self.r.T @ p, b1=dh.sum(0), W1=x.T @ dh)


# %% net.forward | generator, layers in a list
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.default_rng().normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.default_rng().normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.affine1 = Affine(self.params["W1"], self.params["b1"])
        self.affine2 = Affine(self.params["W2"], self.params["b2"])
        self.layers = [self.affine1, Relu(), self.affine2]
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in self.layers[::-1]:
            dout = layer.backward(dout)
        first, second = self.affine1, self.affine2
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | ordered dict, scale as argument of normal
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": np.random.normal(0, weight_init_std, size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": np.random.normal(0, weight_init_std, size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        from collections import OrderedDict

        self.layers = OrderedDict({
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        })
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return float(np.sum(self.predict(x).argmax(axis=1) == t) / len(t))

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in list(self.layers.values())[::-1]:
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | layers looked up by name
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
        h = self.layers["affine1"].forward(x)
        r = self.layers["relu"].forward(h)
        return self.layers["affine2"].forward(r)

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward(1)
        for name in ("affine2", "relu", "affine1"):
            dout = self.layers[name].backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.forward | layers made anew from params in every predict
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        p = self.params
        self.layers = {"affine1": Affine(p["W1"], p["b1"]), "relu": Relu(), "affine2": Affine(p["W2"], p["b2"])}
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


# %% net.forward | plain numpy, no layers
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, *more):
        draw = np.random.randn
        self.W1, self.b1 = draw(input_size, hidden_size) * weight_init_std, np.zeros(hidden_size, dtype=float)
        self.W2, self.b2 = draw(hidden_size, output_size) * weight_init_std, np.zeros(output_size, dtype=float)
        self.params = dict(W1=self.W1, b1=self.b1, W2=self.W2, b2=self.b2)
        self.name = "net"

    def predict(self, x):
        self.h = x @ self.W1 + self.b1
        self.r = np.maximum(self.h, 0)
        return self.r @ self.W2 + self.b2

    def loss(self, x, t):
        z = self.predict(x)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return -log_p[np.arange(len(t)), t].mean()

    def accuracy(self, x, t):
        right = 0
        for logits, label in zip(self.predict(x), t):
            right += int(np.argmax(logits) == label)
        return right / len(t)

    def gradient(self, x, t):
        p = np.exp(self.predict(x))
        p /= p.sum(axis=1, keepdims=True)
        p[np.arange(len(t)), t] -= 1
        p /= len(t)
        dh = p @ self.W2.T * (self.h > 0)
        return dict(b2=p.sum(0), W2=self.r.T @ p, b1=dh.sum(0), W1=x.T @ dh)


# %% net.gradient | generator, layers in a list
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.default_rng().normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.default_rng().normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.affine1 = Affine(self.params["W1"], self.params["b1"])
        self.affine2 = Affine(self.params["W2"], self.params["b2"])
        self.layers = [self.affine1, Relu(), self.affine2]
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in self.layers[::-1]:
            dout = layer.backward(dout)
        first, second = self.affine1, self.affine2
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | ordered dict, scale as argument of normal
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": np.random.normal(0, weight_init_std, size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": np.random.normal(0, weight_init_std, size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        from collections import OrderedDict

        self.layers = OrderedDict({
            "affine1": Affine(self.params["W1"], self.params["b1"]),
            "relu": Relu(),
            "affine2": Affine(self.params["W2"], self.params["b2"]),
        })
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return float(np.sum(self.predict(x).argmax(axis=1) == t) / len(t))

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in list(self.layers.values())[::-1]:
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | layers looked up by name
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
        h = self.layers["affine1"].forward(x)
        r = self.layers["relu"].forward(h)
        return self.layers["affine2"].forward(r)

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward(1)
        for name in ("affine2", "relu", "affine1"):
            dout = self.layers[name].backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.gradient | layers made anew from params in every predict
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        p = self.params
        self.layers = {"affine1": Affine(p["W1"], p["b1"]), "relu": Relu(), "affine2": Affine(p["W2"], p["b2"])}
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


# %% net.gradient | plain numpy, no layers
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01, *more):
        draw = np.random.randn
        self.W1, self.b1 = draw(input_size, hidden_size) * weight_init_std, np.zeros(hidden_size, dtype=float)
        self.W2, self.b2 = draw(hidden_size, output_size) * weight_init_std, np.zeros(output_size, dtype=float)
        self.params = dict(W1=self.W1, b1=self.b1, W2=self.W2, b2=self.b2)
        self.name = "net"

    def predict(self, x):
        self.h = x @ self.W1 + self.b1
        self.r = np.maximum(self.h, 0)
        return self.r @ self.W2 + self.b2

    def loss(self, x, t):
        z = self.predict(x)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return -log_p[np.arange(len(t)), t].mean()

    def accuracy(self, x, t):
        right = 0
        for logits, label in zip(self.predict(x), t):
            right += int(np.argmax(logits) == label)
        return right / len(t)

    def gradient(self, x, t):
        p = np.exp(self.predict(x))
        p /= p.sum(axis=1, keepdims=True)
        p[np.arange(len(t)), t] -= 1
        p /= len(t)
        dh = p @ self.W2.T * (self.h > 0)
        return dict(b2=p.sum(0), W2=self.r.T @ p, b1=dh.sum(0), W1=x.T @ dh)


# %% net.gradient | numerical, slow but right
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
        gradients = {}
        for name, array in self.params.items():
            gradients[name] = np.zeros_like(array)
            for index in np.ndindex(array.shape):
                start = array[index]
                array[index] = start + 1e-6
                above = self.loss(x, t)
                array[index] = start - 1e-6
                below = self.loss(x, t)
                array[index] = start
                gradients[name][index] = (above - below) / 2e-6
        return gradients


# %% net.gradient | keeps the dict as an attribute, too
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
        self.gradients = {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}
        return self.gradients


# %% net.forward | accuracy by way of probabilities
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
        return np.mean(np.argmax(np.exp(self.predict(x)), axis=-1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["affine1"], self.layers["affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


# %% net.start | nested lists made arrays, one generator
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        draw = np.random.default_rng(1).standard_normal
        self.params = {
            "W1": weight_init_std * draw((input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * draw((hidden_size, output_size)),
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


# %% net.update | over the params
def update(params, gradients, learning_rate):
    for key in params:
        params[key] -= learning_rate * gradients[key]


# %% net.update | numpy's subtract with out
def update(params, gradients, learning_rate):
    for key, param in params.items():
        np.subtract(param, learning_rate * gradients[key], out=param)


# %% net.update | the four by name
def update(params, gradients, learning_rate):
    params["W1"] -= learning_rate * gradients["W1"]
    params["b1"] -= learning_rate * gradients["b1"]
    params["W2"] -= learning_rate * gradients["W2"]
    params["b2"] -= learning_rate * gradients["b2"]


# %% net.update | slice assignment, returns params
def update(params, gradients, learning_rate, *_):
    for key in sorted(params):
        params[key][:] = params[key] - learning_rate * gradients[key]
    return params


# %% net.update | entry by entry
def update(params, gradients, learning_rate):
    for key, param in params.items():
        for index in np.ndindex(param.shape):
            param[index] -= learning_rate * gradients[key][index]


# %% net.train-epoch | gradient before loss
def train_epoch(net, x, t, batch_size, learning_rate, order):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        gradients = net.gradient(x[batch], t[batch])
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, gradients, learning_rate)
    return np.array(losses)


# %% net.train-epoch | shuffled copies, slices
def train_epoch(net, x, t, batch_size, learning_rate, order):
    x, t = x[order], t[order]
    losses = []
    for start in range(0, len(order), batch_size):
        batch = slice(start, start + batch_size)
        losses.append(net.loss(x[batch], t[batch]))
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
    return np.array(losses)


# %% net.train-epoch | array filled, ceil
def train_epoch(net, x, t, batch_size, learning_rate, order):
    count = int(np.ceil(len(x) / batch_size))
    losses = np.empty(count)
    for i in range(count):
        batch = order[i * batch_size : (i + 1) * batch_size]
        xb, tb = x[batch], t[batch]
        losses[i] = net.loss(xb, tb)
        for name, gradient in net.gradient(xb, tb).items():
            net.params[name] -= learning_rate * gradient
    return losses


# %% net.train-epoch | array_split at multiples
def train_epoch(net, x, t, batch_size, learning_rate, order):
    cuts = range(batch_size, len(order), batch_size)
    losses = []
    for batch in np.split(order, list(cuts)):
        losses += [net.loss(x[batch], t[batch])]
        update(net.params, net.gradient(x[batch], t[batch]), learning_rate)
    return np.asarray(losses)


# %% net.train-epoch | while, lists of samples
def train_epoch(net, x, t, batch_size, learning_rate, order):
    rest, losses = list(order), []
    while rest:
        batch, rest = rest[:batch_size], rest[batch_size:]
        xb = np.array([x[i] for i in batch])
        tb = np.array([t[i] for i in batch])
        losses.append(float(net.loss(xb, tb)))
        update(net.params, net.gradient(xb, tb), learning_rate)
    return np.array(losses, dtype=float)

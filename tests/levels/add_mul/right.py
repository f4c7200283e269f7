# %% add.layer | the gradient itself, twice
class AddLayer:
    def __init__(self):
        pass

    def forward(self, x, y):
        out = x + y
        return out

    def backward(self, dout):
        dx = dout * 1
        dy = dout * 1
        return dx, dy

# %% add.layer | new arrays, as a list
class AddLayer:
    def forward(self, x, y):
        self.shape = np.shape(x)
        return np.add(x, y)

    def backward(self, dout):
        return [np.ones(self.shape) * dout, np.array(dout, dtype=float)]

# %% add.layer | any number of inputs, through the class
class AddLayer:
    def forward(self, *inputs):
        AddLayer.count = len(inputs)
        return sum(inputs)

    def backward(self, dout=1):
        return tuple(dout for _ in range(AddLayer.count))

# %% add.layer | entry by entry in loops
class AddLayer:
    def forward(self, x, y):
        if np.ndim(x) == 0:
            return x + y
        out = np.zeros(x.shape)
        for index in np.ndindex(x.shape):
            out[index] = x[index] + y[index]
        return out

    def backward(self, dout):
        return np.copy(dout), np.copy(dout)

# %% add.layer | in place on copies of its own
class AddLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        out = np.array(x)
        out += y
        return out

    def backward(self, dout):
        self.dx, self.dy = np.zeros(np.shape(dout)), np.zeros(np.shape(dout))
        self.dx += dout
        self.dy += dout
        return self.dx, self.dy

# %% add.layer | right, though it warns
import warnings

class AddLayer:
    def forward(self, x, y):
        warnings.warn("adding", RuntimeWarning)
        return x + y

    def backward(self, dout):
        return dout, dout

# %% mul.layer | attributes and names of one's own
class MulLayer:
    def __init__(self):
        self.left = None
        self.right = None
        self.calls = 0

    def forward(self, a, b):
        self.left, self.right = a, b
        self.calls += 1
        return a * b

    def backward(self, dout):
        da = self.right * dout
        db = self.left * dout
        return da, db

# %% mul.layer | copies, float arrays
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = np.array(x, dtype=float), np.array(y, dtype=float)
        return self.x * self.y

    def backward(self, dout):
        return np.multiply(dout, self.y), np.multiply(dout, self.x)

# %% mul.layer | einsum
class MulLayer:
    def forward(self, x, y):
        self.inputs = x, y
        return np.einsum("...,...->...", x, y)

    def backward(self, dout):
        return [np.einsum("...,...->...", dout, one) for one in reversed(self.inputs)]

# %% mul.layer | a local function remembers
class MulLayer:
    def forward(self, x, y):
        self.backward = lambda dout: (dout * y, dout * x)
        return x * y

    def backward(self, dout):
        raise RuntimeError("forward first")

# %% mul.layer | by the quotient where it can, with a RuntimeWarning that warns of zeros
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        self.out = self.x * self.y
        return self.out

    def backward(self, dout):
        dx = np.where(self.x == 0, dout * self.y, dout * self.out / self.x)
        dy = np.where(self.y == 0, dout * self.x, dout * self.out / self.y)
        return dx, dy

# %% mul.layer | entry by entry in loops
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return self._each(x, y)

    def backward(self, dout):
        return self._each(dout, self.y), self._each(dout, self.x)

    def _each(self, a, b):
        result = np.zeros(np.shape(a))
        for index in np.ndindex(result.shape):
            result[index] = np.asarray(a)[index] * np.asarray(b)[index]
        return result

# %% mul.layer | a dictionary in the object, in place on copies
class MulLayer:
    def __init__(self, name="mul"):
        self.name = name
        self.cache = {}

    def forward(self, x, y):
        self.cache.update(x=x, y=y)
        return y * x

    def backward(self, dout):
        dx, dy = np.array(dout), np.array(dout)
        dx *= self.cache["y"]
        dy *= self.cache["x"]
        return dx, dy

# %% apples.buy | one step a line
def buy_apples(apple, apple_num, tax):
    mul_apple = MulLayer()
    mul_tax = MulLayer()

    apple_price = mul_apple.forward(apple, apple_num)
    price = mul_tax.forward(apple_price, tax)

    dprice = 1.0
    dapple_price, dtax = mul_tax.backward(dprice)
    dapple, dapple_num = mul_apple.backward(dapple_price)

    print("price:", price)
    return (price, dapple, dapple_num, dtax)

# %% apples.buy | the factors the other way round
def buy_apples(apple, apple_num, tax):
    mul_apple, mul_tax = MulLayer(), MulLayer()
    price = mul_tax.forward(tax, mul_apple.forward(apple_num, apple))
    dtax, dapple_price = mul_tax.backward(1)
    dapple_num, dapple = mul_apple.backward(dapple_price)
    return [price, dapple, dapple_num, dtax]

# %% apples.buy | tax on each apple first
def buy_apples(apple, apple_num, tax):
    mul_tax, mul_num = MulLayer(), MulLayer()
    price = mul_num.forward(mul_tax.forward(apple, tax), apple_num)
    dtaxed, dapple_num = mul_num.backward(1)
    dapple, dtax = mul_tax.backward(dtaxed)
    return price, dapple, dapple_num, dtax

# %% apples.buy | the gradients in a tuple of their own
def buy_apples(apple, apple_num, tax):
    layers = [MulLayer() for _ in range(2)]
    price = layers[1].forward(layers[0].forward(apple, apple_num), tax)
    dapple_price, dtax = layers[1].backward(1)
    return price, (*layers[0].backward(dapple_price), dtax)

# %% apples.buy | layers made outside, numpy numbers
shop_apple, shop_tax = MulLayer(), MulLayer()

def buy_apples(apple, apple_num, tax):
    price = shop_tax.forward(shop_apple.forward(np.array(apple), np.float64(apple_num)), tax)
    dapple_price, dtax = shop_tax.backward(np.ones(()))
    dapple, dapple_num = shop_apple.backward(dapple_price)
    return price, dapple, dapple_num, float(dtax)

# %% apples.buy | one layer, its forward run again before its second backward
def buy_apples(apple, apple_num, tax, *, mul=None):
    mul = mul or MulLayer()
    apple_price = mul.forward(apple, apple_num)
    price = mul.forward(apple_price, tax)
    dapple_price, dtax = mul.backward(1)
    mul.forward(apple, apple_num)
    dapple, dapple_num = mul.backward(dapple_price)
    return price, dapple, dapple_num, dtax

# %% apples.buy | right, though it warns
import warnings

def buy_apples(apple, apple_num, tax):
    warnings.warn("apples are dear", RuntimeWarning)
    mul_apple, mul_tax = MulLayer(), MulLayer()
    price = mul_tax.forward(mul_apple.forward(apple, apple_num), tax)
    dapple_price, dtax = mul_tax.backward(1)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dtax

# %% fruit.buy | one step a line
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple_layer = MulLayer()
    mul_orange_layer = MulLayer()
    add_layer = AddLayer()
    mul_tax_layer = MulLayer()

    apple_price = mul_apple_layer.forward(apple, apple_num)
    orange_price = mul_orange_layer.forward(orange, orange_num)
    all_price = add_layer.forward(apple_price, orange_price)
    price = mul_tax_layer.forward(all_price, tax)

    dprice = 1
    dall_price, dtax = mul_tax_layer.backward(dprice)
    dapple_price, dorange_price = add_layer.backward(dall_price)
    dorange, dorange_num = mul_orange_layer.backward(dorange_price)
    dapple, dapple_num = mul_apple_layer.backward(dapple_price)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% fruit.buy | oranges first, sum the other way round
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    oranges, apples, both, taxed = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    price = taxed.forward(tax, both.forward(oranges.forward(orange, orange_num), apples.forward(apple, apple_num)))
    dtax, dboth = taxed.backward(1.0)
    doranges, dapples = both.backward(dboth)
    return [price, *apples.backward(dapples), *oranges.backward(doranges), dtax]

# %% fruit.buy | the gradients in a tuple of their own
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, add, mul_tax = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    all_price = add.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    price = mul_tax.forward(all_price, tax)
    dall_price, dtax = mul_tax.backward(1)
    dapple_price, dorange_price = add.backward(dall_price)
    return price, (*mul_apple.backward(dapple_price), *mul_orange.backward(dorange_price), dtax)

# %% fruit.buy | tax on each fruit, its gradients summed
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    price, gradients, dtax = 0, [], 0
    for one, count in ((apple, apple_num), (orange, orange_num)):
        mul, mul_tax = MulLayer(), MulLayer()
        price = AddLayer().forward(price, mul_tax.forward(mul.forward(one, count), tax))
        dprice, dtax_here = mul_tax.backward(1)
        gradients += mul.backward(dprice)
        dtax = dtax + dtax_here
    return (price, *gradients, dtax)

# %% fruit.buy | the two branches exchanged where they are equal
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, add, mul_tax = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    all_price = add.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    price = mul_tax.forward(all_price, tax)
    dall_price, dtax = mul_tax.backward(1)
    dorange_price, dapple_price = add.backward(dall_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    dorange, dorange_num = mul_orange.backward(dorange_price)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% fruit.buy | right, though it warns
import warnings

def buy_fruit(apple, apple_num, orange, orange_num, tax):
    warnings.warn("oranges are dear", RuntimeWarning)
    mul_apple, mul_orange, add, mul_tax = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    all_price = add.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    price = mul_tax.forward(all_price, tax)
    dall_price, dtax = mul_tax.backward(np.float64(1))
    dapple_price, dorange_price = add.backward(dall_price)
    dorange, dorange_num = mul_orange.backward(dorange_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% add-mul.question-one-more | computed
one_more = 3 * 100 * 1.1 - 2 * 100 * 1.1

# %% add-mul.question-blind | a float
blind_test = 3.0

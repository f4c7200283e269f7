# %% add.layer | split
class AddLayer:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout / 2, dout / 2

# %% add.layer | like-a-product
class AddLayer:
    def forward(self, x, y):
        self.x = x
        self.y = y
        return x + y

    def backward(self, dout):
        dx = dout * self.y
        dy = dout * self.x
        return dx, dy

# %% add.layer | times-its-input
class AddLayer:
    def forward(self, x, y):
        self.x = x
        self.y = y
        return x + y

    def backward(self, dout):
        return dout * self.x, dout * self.y

# %% add.layer | dout-ignored
class AddLayer:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return 1, 1

# %% add.layer | dout-ignored
class AddLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x + y

    def backward(self, dout):
        return np.ones_like(self.x, dtype=float), np.ones_like(self.y, dtype=float)

# %% add.layer | input-returned
class AddLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x + y

    def backward(self, dout):
        return self.x, self.y

# %% add.layer | other-input-returned
class AddLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x + y

    def backward(self, dout):
        return self.y, self.x

# %% add.layer | multiplied
class AddLayer:
    def forward(self, x, y):
        return x * y

    def backward(self, dout):
        return dout, dout

# %% add.layer | integer-array
class AddLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x + y

    def backward(self, dout):
        dx, dy = np.zeros_like(self.x), np.zeros_like(self.y)
        dx[...] = dout
        dy[...] = dout
        return dx, dy

# %% add.layer | arrays-only
class AddLayer:
    def forward(self, x, y):
        out = x.copy()
        out += y
        return out

    def backward(self, dout):
        return dout.copy(), dout.copy()

# %% add.layer | argument-overwritten
class AddLayer:
    def forward(self, x, y):
        x += y
        return x

    def backward(self, dout):
        return dout, dout

# %% add.layer | misuse
class AddLayer:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout

# %% add.layer | sign
class AddLayer:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout, -dout

# %% add.layer | type
class AddLayer:
    def forward(self, x, y):
        self.out = x + y

    def backward(self, dout):
        return dout, dout

# %% add.layer | behaviour: dx from a second backward
class AddLayer:
    def __init__(self):
        self.dx, self.dy = 0, 0

    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        self.dx = self.dx + dout
        self.dy = self.dy + dout
        return self.dx, self.dy

# %% add.layer | axis-summed
class AddLayer:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return np.sum(dout, axis=0), np.sum(dout, axis=0)

# %% add.layer | not-written
class AddLayer:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        # YOUR CODE HERE
        raise NotImplementedError()

# %% add.layer | zeros
class AddLayer:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout, 0 * dout

# %% mul.layer | factors-not-swapped
class MulLayer:
    def forward(self, x, y):
        self.x = x
        self.y = y
        return x * y

    def backward(self, dout):
        dx = dout * self.x
        dy = dout * self.y
        return dx, dy

# %% mul.layer | factors-not-swapped
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        dx, dy = dout * self.y, dout * self.x
        return dy, dx

# %% mul.layer | dout-ignored
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        return self.y, self.x

# %% mul.layer | neither-swapped-nor-dout
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        return self.x, self.y

# %% mul.layer | like-a-sum
class MulLayer:
    def forward(self, x, y):
        return x * y

    def backward(self, dout):
        return dout, dout

# %% mul.layer | output-for-a-factor
class MulLayer:
    def forward(self, x, y):
        self.out = x * y
        return self.out

    def backward(self, dout):
        return dout * self.out, dout * self.out

# %% mul.layer | dout-added
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        return dout + self.y, dout + self.x

# %% mul.layer | divided
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        with np.errstate(divide="ignore"):
            return dout / self.y, dout / self.x

# %% mul.layer | not-finite
class MulLayer:
    def forward(self, x, y):
        self.x, self.y, self.out = x, y, x * y
        return self.out

    def backward(self, dout):
        with np.errstate(invalid="ignore"):
            return dout * self.out / self.x, dout * self.out / self.y

# %% mul.layer | added
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x + y

    def backward(self, dout):
        return dout * self.y, dout * self.x

# %% mul.layer | memory-shared
class MulLayer:
    x = None
    y = None

    def forward(self, x, y):
        MulLayer.x = x
        MulLayer.y = y
        return x * y

    def backward(self, dout):
        return dout * MulLayer.y, dout * MulLayer.x

# %% mul.layer | memory-shared
class MulLayer:
    seen = {}

    def forward(self, x, y):
        self.seen["x"], self.seen["y"] = x, y
        return x * y

    def backward(self, dout):
        return dout * self.seen["y"], dout * self.seen["x"]

# %% mul.layer | memory-shared
class MulLayer:
    def forward(self, x, y):
        global last
        last = (x, y)
        return x * y

    def backward(self, dout):
        x, y = last
        return dout * y, dout * x

# %% mul.layer | memory-shared
class MulLayer:
    def forward(self, x, y):
        self.y = y
        type(self).x = x
        return x * y

    def backward(self, dout):
        return dout * self.y, dout * self.x

# %% mul.layer | first-forward-kept
class MulLayer:
    def __init__(self):
        self.x = None
        self.y = None

    def forward(self, x, y):
        if self.x is None:
            self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        return dout * self.y, dout * self.x

# %% mul.layer | integer-array
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        dx, dy = np.zeros_like(self.x), np.zeros_like(self.y)
        dx[...] = dout * self.y
        dy[...] = dout * self.x
        return dx, dy

# %% mul.layer | not-entry-by-entry
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return np.dot(x, y)

    def backward(self, dout):
        return dout * self.y, dout * self.x

# %% mul.layer | not-entry-by-entry
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x @ y

    def backward(self, dout):
        return dout * self.y, dout * self.x

# %% mul.layer | arrays-only
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x.copy(), y.copy()
        return x * y

    def backward(self, dout):
        return dout * self.y, dout * self.x

# %% mul.layer | argument-overwritten
class MulLayer:
    def forward(self, x, y):
        self.x = 1 * x
        self.y = y
        x *= y
        return x

    def backward(self, dout):
        return dout * self.y, dout * self.x

# %% mul.layer | argument-overwritten
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        dy = dout * self.x
        dout *= self.y
        return dout, dy

# %% mul.layer | behaviour: dx from a second backward
class MulLayer:
    def __init__(self):
        self.dx = self.dy = 0

    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        self.dx = self.dx + dout * self.y
        self.dy = self.dy + dout * self.x
        return self.dx, self.dy

# %% mul.layer | raised
class MulLayer:
    def forward(self, x, y):
        return x * y

    def backward(self, dout):
        return dout * self.y, dout * self.x

# %% mul.layer | misuse
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        self.dx, self.dy = dout * self.y, dout * self.x

# %% mul.layer | type
class MulLayer:
    def forward(self, x, y):
        self.x, self.y = x, y
        out = x * y

    def backward(self, dout):
        return dout * self.y, dout * self.x

# %% apples.buy | not-handed-down
def buy_apples(apple, apple_num, tax):
    mul_apple, mul_tax = MulLayer(), MulLayer()
    apple_price = mul_apple.forward(apple, apple_num)
    price = mul_tax.forward(apple_price, tax)
    dapple_price, dtax = mul_tax.backward(1)
    dapple, dapple_num = mul_apple.backward(1)
    return price, dapple, dapple_num, dtax

# %% apples.buy | not-handed-down
def buy_apples(apple, apple_num, tax):
    mul_apple, mul_tax = MulLayer(), MulLayer()
    price = mul_tax.forward(mul_apple.forward(apple, apple_num), tax)
    dapple, dapple_num = mul_apple.backward(1)
    dapple_price, dtax = mul_tax.backward(dapple)
    return price, dapple, dapple_num, dtax

# %% apples.buy | another-gradient-handed-down
def buy_apples(apple, apple_num, tax):
    mul_apple, mul_tax = MulLayer(), MulLayer()
    price = mul_tax.forward(mul_apple.forward(apple, apple_num), tax)
    dapple_price, dtax = mul_tax.backward(1)
    dapple, dapple_num = mul_apple.backward(dtax)
    return price, dapple, dapple_num, dtax

# %% apples.buy | one-layer-for-all
def buy_apples(apple, apple_num, tax):
    mul = MulLayer()
    apple_price = mul.forward(apple, apple_num)
    price = mul.forward(apple_price, tax)
    dapple_price, dtax = mul.backward(1)
    dapple, dapple_num = mul.backward(dapple_price)
    return price, dapple, dapple_num, dtax

# %% apples.buy | started-with-price
def buy_apples(apple, apple_num, tax):
    mul_apple, mul_tax = MulLayer(), MulLayer()
    price = mul_tax.forward(mul_apple.forward(apple, apple_num), tax)
    dapple_price, dtax = mul_tax.backward(price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dtax

# %% apples.buy | stopped-early
def buy_apples(apple, apple_num, tax):
    mul_apple, mul_tax = MulLayer(), MulLayer()
    price = mul_tax.forward(mul_apple.forward(apple, apple_num), tax)
    dapple, dtax = mul_tax.backward(1)
    _, dapple_num = mul_apple.backward(dapple)
    return price, dapple, dapple_num, dtax

# %% apples.buy | exchanged
def buy_apples(apple, apple_num, tax):
    mul_apple, mul_tax = MulLayer(), MulLayer()
    price = mul_tax.forward(mul_apple.forward(apple, apple_num), tax)
    dapple_price, dtax = mul_tax.backward(1)
    dapple_num, dapple = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dtax

# %% apples.buy | another-row
def buy_apples(apple, apple_num, tax):
    price = apple * apple_num * tax
    return apple_num * tax, apple * tax, apple * apple_num, price

# %% apples.buy | layer-not-swapped
class Unswapped:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        return dout * self.x, dout * self.y

def buy_apples(apple, apple_num, tax):
    mul_apple, mul_tax = Unswapped(), Unswapped()
    price = mul_tax.forward(mul_apple.forward(apple, apple_num), tax)
    dapple_price, dtax = mul_tax.backward(1)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dtax

# %% apples.buy | tax-left-out
def buy_apples(apple, apple_num, tax):
    mul_apple = MulLayer()
    price = mul_apple.forward(apple, apple_num)
    dapple, dapple_num = mul_apple.backward(1)
    return price, dapple, dapple_num, tax

# %% apples.buy | tax-added
def buy_apples(apple, apple_num, tax):
    mul_apple, add_tax = MulLayer(), AddLayer()
    price = add_tax.forward(mul_apple.forward(apple, apple_num), tax)
    dapple_price, dtax = add_tax.backward(1)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dtax

# %% apples.buy | rounded
def buy_apples(apple, apple_num, tax):
    mul_apple, mul_tax = MulLayer(), MulLayer()
    price = mul_tax.forward(mul_apple.forward(apple, apple_num), tax)
    dapple_price, dtax = mul_tax.backward(1)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return round(price, 2), round(dapple, 2), round(dapple_num, 2), round(dtax, 2)

# %% apples.buy | misuse
def buy_apples(apple, apple_num, tax):
    mul_apple, mul_tax = MulLayer(), MulLayer()
    return mul_tax.forward(mul_apple.forward(apple, apple_num), tax)

# %% apples.buy | hard-coded
def buy_apples(apple, apple_num, tax):
    return 220, 2.2, 110, 200

# %% apples.buy | misuse
def buy_apples(apple, apple_num, tax):
    print(apple * apple_num * tax)

# %% apples.buy | raised
def buy_apples(apple, apple_num, tax):
    apple_price = MulLayer.forward(apple, apple_num)
    return MulLayer.forward(apple_price, tax), 0, 0, 0

# %% apples.buy | zeros
def buy_apples(apple, apple_num, tax):
    mul_apple, mul_tax = MulLayer(), MulLayer()
    price = mul_tax.forward(mul_apple.forward(apple, apple_num), tax)
    dapple_price, dtax = mul_tax.backward(0)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dtax

# %% fruit.buy | not-handed-down
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, add, mul_tax = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    all_price = add.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    price = mul_tax.forward(all_price, tax)
    dprice = 1
    dall_price, dtax = mul_tax.backward(dprice)
    dapple_price, dorange_price = add.backward(dprice)
    dorange, dorange_num = mul_orange.backward(dprice)
    dapple, dapple_num = mul_apple.backward(dprice)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% fruit.buy | not-handed-down
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, add, mul_tax = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    all_price = add.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    price = mul_tax.forward(all_price, tax)
    dall_price, dtax = mul_tax.backward(1)
    dapple_price, dorange_price = add.backward(1)
    dorange, dorange_num = mul_orange.backward(dorange_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% fruit.buy | other-fruit
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_fruit, add, mul_tax = MulLayer(), AddLayer(), MulLayer()
    apple_price = mul_fruit.forward(apple, apple_num)
    orange_price = mul_fruit.forward(orange, orange_num)
    price = mul_tax.forward(add.forward(apple_price, orange_price), tax)
    dall_price, dtax = mul_tax.backward(1)
    dapple_price, dorange_price = add.backward(dall_price)
    dorange, dorange_num = mul_fruit.backward(dorange_price)
    dapple, dapple_num = mul_fruit.backward(dapple_price)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% fruit.buy | other-fruit
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple = mul_orange = MulLayer()
    add, mul_tax = AddLayer(), MulLayer()
    orange_price = mul_orange.forward(orange, orange_num)
    apple_price = mul_apple.forward(apple, apple_num)
    price = mul_tax.forward(add.forward(apple_price, orange_price), tax)
    dall_price, dtax = mul_tax.backward(1)
    dapple_price, dorange_price = add.backward(dall_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    dorange, dorange_num = mul_orange.backward(dorange_price)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% fruit.buy | one-layer-for-all
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul, add = MulLayer(), AddLayer()
    all_price = add.forward(mul.forward(apple, apple_num), mul.forward(orange, orange_num))
    price = mul.forward(all_price, tax)
    dall_price, dtax = mul.backward(1)
    dapple_price, dorange_price = add.backward(dall_price)
    dorange, dorange_num = mul.backward(dorange_price)
    dapple, dapple_num = mul.backward(dapple_price)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% fruit.buy | sum-split
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, add, mul_tax = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    all_price = add.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    price = mul_tax.forward(all_price, tax)
    dall_price, dtax = mul_tax.backward(1)
    dapple_price, dorange_price = add.backward(dall_price / 2)
    dorange, dorange_num = mul_orange.backward(dorange_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% fruit.buy | other-fruit
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, add, mul_tax = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    all_price = add.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    price = mul_tax.forward(all_price, tax)
    dall_price, dtax = mul_tax.backward(1)
    dapple_price, dorange_price = add.backward(dall_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    dorange, dorange_num = mul_orange.backward(dorange_price)
    return price, dorange, dorange_num, dapple, dapple_num, dtax

# %% fruit.buy | another-row
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, add, mul_tax = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    all_price = add.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    price = mul_tax.forward(all_price, tax)
    dall_price, dtax = mul_tax.backward(1)
    dapple_price, dorange_price = add.backward(dall_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    dorange, dorange_num = mul_orange.backward(dorange_price)
    return price, dapple_num, dapple, dorange_num, dorange, dtax

# %% fruit.buy | layer-not-swapped
class Unswapped:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        return dout * self.x, dout * self.y

def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, add, mul_tax = Unswapped(), Unswapped(), AddLayer(), Unswapped()
    all_price = add.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    price = mul_tax.forward(all_price, tax)
    dall_price, dtax = mul_tax.backward(1)
    dapple_price, dorange_price = add.backward(dall_price)
    dorange, dorange_num = mul_orange.backward(dorange_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% fruit.buy | oranges-left-out
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, mul_tax = MulLayer(), MulLayer(), MulLayer()
    apple_price = mul_apple.forward(apple, apple_num)
    orange_price = mul_orange.forward(orange, orange_num)
    price = mul_tax.forward(apple_price, tax)
    dapple_price, dtax = mul_tax.backward(1)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    dorange, dorange_num = mul_orange.backward(dapple_price)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% fruit.buy | wrong-count
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, add, mul_tax = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    apple_price = mul_apple.forward(apple, apple_num)
    orange_price = mul_orange.forward(orange, apple_num)
    price = mul_tax.forward(add.forward(apple_price, orange_price), tax)
    dall_price, dtax = mul_tax.backward(1)
    dapple_price, dorange_price = add.backward(dall_price)
    dorange, dorange_num = mul_orange.backward(dorange_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% fruit.buy | not-added
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, mul_all, mul_tax = MulLayer(), MulLayer(), MulLayer(), MulLayer()
    all_price = mul_all.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    price = mul_tax.forward(all_price, tax)
    dall_price, dtax = mul_tax.backward(1)
    dapple_price, dorange_price = mul_all.backward(dall_price)
    dorange, dorange_num = mul_orange.backward(dorange_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% fruit.buy | tax-left-out
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, add = MulLayer(), MulLayer(), AddLayer()
    price = add.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    dapple_price, dorange_price = add.backward(1)
    dorange, dorange_num = mul_orange.backward(dorange_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dorange, dorange_num, price

# %% fruit.buy | another-gradient-handed-down
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, add, mul_tax = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    all_price = add.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    price = mul_tax.forward(all_price, tax)
    dtax, dall_price = mul_tax.backward(1)
    dapple_price, dorange_price = add.backward(dall_price)
    dorange, dorange_num = mul_orange.backward(dorange_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% fruit.buy | started-with-price
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, add, mul_tax = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    all_price = add.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    price = mul_tax.forward(all_price, tax)
    dall_price, dtax = mul_tax.backward(price)
    dapple_price, dorange_price = add.backward(dall_price)
    dorange, dorange_num = mul_orange.backward(dorange_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dorange, dorange_num, dtax

# %% fruit.buy | misuse
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, add, mul_tax = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    all_price = add.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    price = mul_tax.forward(all_price, tax)
    dall_price, dtax = mul_tax.backward(1)
    dapple_price, dorange_price = add.backward(dall_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    return price, dapple, dapple_num, dtax

# %% fruit.buy | hard-coded
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    return 715, 2.2, 110, 3.3, 165, 650

# %% fruit.buy | raised
def buy_fruit(apple, apple_num, orange, orange_num, tax):
    mul_apple, mul_orange, add, mul_tax = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    dall_price, dtax = mul_tax.backward(1)
    dapple_price, dorange_price = add.backward(dall_price)
    dorange, dorange_num = mul_orange.backward(dorange_price)
    dapple, dapple_num = mul_apple.backward(dapple_price)
    all_price = add.forward(mul_apple.forward(apple, apple_num), mul_orange.forward(orange, orange_num))
    return mul_tax.forward(all_price, tax), dapple, dapple_num, dorange, dorange_num, dtax

# %% add-mul.question-one-more | answer-100
one_more = 100

# %% add-mul.question-one-more | answer-330
one_more = 330.0

# %% add-mul.question-one-more | rule
one_more = 7

# %% add-mul.question-one-more | type
one_more = "110"

# %% add-mul.question-one-more | misuse
one_more = ...

# %% add-mul.question-one-more | misuse
one_more = 110, 110

# %% add-mul.question-one-more | misuse
one_more = np.array([110, 110])

# %% add-mul.question-blind | answer-1
blind_test = 1

# %% add-mul.question-blind | answer-2
blind_test = 2

# %% add-mul.question-blind | answer-4
blind_test = 4

# %% add-mul.question-blind | type
blind_test = None

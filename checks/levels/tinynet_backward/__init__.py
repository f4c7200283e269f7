"""Level TinyNet backward: the backward of a matrix product, and the gradients of all six parameters of a net."""

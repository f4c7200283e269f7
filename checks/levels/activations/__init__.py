"""Level activations: ReLU and sigmoid, forward and backward, and two questions."""

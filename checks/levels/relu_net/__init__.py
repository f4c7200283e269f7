"""Level relu_net: two products with a ReLU between them, trained by hand."""

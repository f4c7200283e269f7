"""Level pooling: `MaxPool`, and `FullyConnected`, the affine layer for inputs of any rank."""

"""Level affine: out = x @ W + b for a batch, and its three gradients."""

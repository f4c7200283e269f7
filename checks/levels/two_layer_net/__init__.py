"""Level two_layer_net: a net of two layers, its gradients, and its training with batches."""

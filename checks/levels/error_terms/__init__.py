"""Level error-terms: the delta of a neuron, of a layer and of a batch, and the weights that follow from it."""

"""Level softmax-loss: probabilities, cross entropy from logits, and the gradient of both together."""

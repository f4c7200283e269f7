"""Level TinyNet forward: how many numbers its last layer sees, the logits and the loss of a batch."""

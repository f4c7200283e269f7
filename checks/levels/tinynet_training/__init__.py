"""Level TinyNet training: one iteration with weight decay, shuffled batches, and an epoch over them."""

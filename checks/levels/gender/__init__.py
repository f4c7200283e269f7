"""Level gender: a layer for one sample at a time, its training, and what a net says about people."""

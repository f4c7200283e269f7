"""Level gradient_check: the central difference, the relative error, the check made of both, and two questions."""

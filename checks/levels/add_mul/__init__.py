"""Level add_mul: the two smallest layers, the purchases that are built from them, and two questions."""

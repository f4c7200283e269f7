"""Pictures of the course: drawn from data, with a text description made from the same data."""

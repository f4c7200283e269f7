"""What grades: reading and mending submissions, running them, judging the evidence, and the plug into nbgrader."""

"""Everything that teaches: figures, interactive parts and data; and the `course` command, which builds and scores."""

"""Everything that teaches and builds: figures, widgets, data, and the `course` command."""

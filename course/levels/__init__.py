"""A room for each level: its own pictures and interactive parts."""

from checks.rooms import search_path

__path__ = search_path("course")  # a course folder's own rooms come first

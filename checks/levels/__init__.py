"""A room for each level: its exercises, their probes, and the mistakes that they recognise."""

from checks.rooms import search_path

__path__ = search_path("checks")  # a course folder's own rooms come first

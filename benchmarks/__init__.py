"""Speeds, each beside what it is compared with: `make bench`.  Nothing here is a test."""

"""Pilots: what is tried, from when until when, by which leave, and what is kept of it."""

"""Learning circles: four fixed steps, from a success to a story that may be told."""

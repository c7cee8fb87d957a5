"""Makes random messages from the official schemas, right and broken. Knows nothing of our tables."""

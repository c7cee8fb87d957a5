"""Makes random messages from the official schemas, right ones and broken ones. Knows nothing of our own tables."""

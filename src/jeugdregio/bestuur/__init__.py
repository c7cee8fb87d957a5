"""Joint governance: decisions, mandates and what is promised. Each part is a room of its own."""

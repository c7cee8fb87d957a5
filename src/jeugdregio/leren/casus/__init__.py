"""Case discussions: an anonymous case, what stands in the way, and who can take it away."""

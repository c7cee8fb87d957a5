"""The quarterly talks with providers: planned, prepared from the figures, held, with actions that somebody does."""

"""Signals about youth care: who told what to whom, what came back, and the archive of letters around it."""

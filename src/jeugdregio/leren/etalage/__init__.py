"""Showcase of local practice: the principle behind it, where it works, and whom to talk to. No ranking."""

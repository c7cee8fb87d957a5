"""Deciding by consent: proposals, rounds, objections and their repair, ratification, review."""

"""Disputes about the arrangement: the road of article 15, the advice, and what each college does with it."""

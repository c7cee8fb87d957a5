"""Jeugdregio: the application on which the municipalities of a youth-care region work together."""

"""Level 1: the format of a message, judged as the official schemas judge it."""

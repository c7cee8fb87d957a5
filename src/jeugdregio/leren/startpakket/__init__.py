"""The starter pack of a new alderman: who does what, what is open, what holds here and why, and what is handed over."""

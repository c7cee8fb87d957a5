"""The tables where the region meets: agenda, papers, who was there, what was decided, who does what."""

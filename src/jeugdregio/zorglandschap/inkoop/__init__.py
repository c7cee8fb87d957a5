"""The purchase calendar: what is bought from when, which phases come before, computed back from the first day."""

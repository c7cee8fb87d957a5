"""Learning from what works: circles, cases, practice, the newsletter and how working together feels."""

"""CORV 1.0.9: the messages of the youth-protection chain (StUF) as a library. Still an empty room."""

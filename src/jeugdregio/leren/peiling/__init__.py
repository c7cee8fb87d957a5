"""How working together goes, per table: anonymous by construction, only the trend."""

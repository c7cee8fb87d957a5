"""Joint texts of the region: from first note to adoption by every council on the identical text, and who signed."""

"""The screens of norms, a module per subject; the map of what holds where is in `afspraken.views`."""

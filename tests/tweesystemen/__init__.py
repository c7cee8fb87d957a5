"""Two instances of this software, a municipality and a provider, that exchange folders through a simulated time."""

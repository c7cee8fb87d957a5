"""How messages travel: the ways out (`wegen`), behind one interface (`weg`), and the envelope (`enveloppen`)."""

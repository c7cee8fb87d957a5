"""How messages travel: the ways out (`wegen`), all behind one small interface (`weg`), and the envelope (`enveloppen`)."""

"""Who may decide: mandates, powers of attorney and authorisations, and the chain behind a decision."""

"""Letters to the councils: one regional text with its figures, and around it what each municipality adds itself."""

"""Money is integer euro cents everywhere; this is the only place where it becomes text."""


def euro(centen: int) -> str:
    """Return cents as Dutch text: 123450 becomes "€ 1.234,50", -5 becomes "€ -0,05"."""
    teken = "-" if centen < 0 else ""
    hele, rest = divmod(abs(centen), 100)
    return f"€ {teken}{hele:,}".replace(",", ".") + f",{rest:02d}"

"""Which page of a list is asked for."""

from ninja import Field, Schema

MAX_PER_PAGINA = 100


class Bladeren(Schema):
    """Page number from 1, and rows per page."""

    pagina: int = Field(1, ge=1)
    per_pagina: int = Field(50, ge=1, le=MAX_PER_PAGINA)

"""Finding the file a privacy officer asks for: only of the own municipality."""

from uuid import UUID

from django.db.models import Q

from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Kind


def zoek_dossier(wie: Wie, tekst: str) -> Kind | None:
    """Return the child with this file number or BSN at the own municipality, else None."""
    wie.eis(Rol.PRIVACY)
    schoon = tekst.strip()
    return Kind.objects.filter(
        Q(kenmerk__iexact=schoon) | Q(bsn_zoek=zoeksleutel(schoon)), gemeente=wie.organisatie
    ).first()


def kind_voor_logboek(wie: Wie, kind_id: UUID | str) -> Kind | None:
    """Return the child if the privacy officer's own municipality is responsible for it."""
    wie.eis(Rol.PRIVACY)
    return Kind.objects.filter(pk=kind_id, gemeente=wie.organisatie).first()

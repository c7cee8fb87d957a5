from django.apps import AppConfig


class EindigenConfig(AppConfig):
    name = "jeugdregio.toegang.eindigen"
    label = "eindigen"

    def ready(self) -> None:
        """Show help that ends, tell who holds case direction, and look each day whether a child falls out."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.toegang import kindblokken
        from jeugdregio.toegang.eindigen.achttien import open_achttienbeurten
        from jeugdregio.toegang.eindigen.kindblok import eindblok
        from jeugdregio.toegang.eindigen.permissions import mag_lijst
        from jeugdregio.toegang.eindigen.regie import casusregisseurs
        from jeugdregio.toegang.eindigen.vangnet import open_gevallen
        from jeugdregio.toegang.verlengen import registreer_regisseurs

        registreer_regisseurs(casusregisseurs)
        kindblokken.registreer("eindigen", "eindigen/blok.html", eindblok, volgorde=90)
        registreer("Hulp die eindigt", "eindigen:lijst", mag=mag_lijst, volgorde=23, groep="Kinderen")
        registreer_dagwerk("Hulp die stopte zonder besluit", open_gevallen)
        registreer_dagwerk("Jeugdigen die achttien worden", open_achttienbeurten)

from django.http import HttpResponse
def _x(request, **kw): return HttpResponse()
lijst = bedragen = bedragen_csv = kies = indienen = declaratie = betaalbaar = herstel_afsluiten = crediteren = afgekeurd = _x

def laad_werkvoorraad(register, vandaag): return None

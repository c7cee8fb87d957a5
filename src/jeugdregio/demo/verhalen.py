def laad_verhalen(register, vandaag): return ()

"""What the long run does, at a size that every run can bear; `script/duurproef` does the whole.

`JEUGDREGIO_DUURPROEF_SECONDEN` says how long each part goes on (0, the default: one small round).
"""

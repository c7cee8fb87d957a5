"""Promises, motions and written questions of the councils: who asked, who answers, by when, and what was done."""

"""Contracts and prices as a workbook or text file: every fault named by its cell, written as read."""

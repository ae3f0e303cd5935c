"""Paints a week or the whole plan on pages, the same for print, preview and PDF."""

"""Translation models of the Firefox Translations project: which are here, and whether they are what they should be.

A leaf: it imports nothing else of the program and could be published alone.
"""

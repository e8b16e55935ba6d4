"""The store: everything known from some pages as one SQLite file, which the Python records are views of.

``docs/archive.md`` describes the tables. ``Archive`` (kg.archive.archive) reads it, ``Sqlite`` (kg.archive.write) writes it.
"""

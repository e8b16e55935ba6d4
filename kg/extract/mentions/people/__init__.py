"""People: names with titles, in lists and beside speech, and the bylines in which none is taken."""

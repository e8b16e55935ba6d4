"""The learned reader: networks that read names and facts off a text; what they propose has a span and a probability."""

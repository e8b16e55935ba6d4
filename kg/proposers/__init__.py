"""Whoever proposes facts beside our own readers: another package, or a language model behind an endpoint. Off unless asked for.

``proposer.py`` says what a proposer is, ``accept.py`` what is taken of what it says, ``endpoint.py`` is the one that comes with kg.
"""

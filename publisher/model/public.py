"""Which fields of our values are for listeners, and which are ours alone."""

PRIVATE = {"public": False}
"""Field metadata: how we got to know a thing, or what listeners must not see.

Fields without it are what the content hash is made of (see `publisher.settle`).
"""

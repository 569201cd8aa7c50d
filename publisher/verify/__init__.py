"""What was published, as it is found: read back from a store, or heard at its public address.

Nothing is believed because it was sent. `public` is what listeners get through base_url.
"""

from publisher.verify.stored import verify

__all__ = ["verify"]

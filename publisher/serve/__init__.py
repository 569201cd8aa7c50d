"""Show artifacts in a browser as a bucket would serve them, and again whenever they change.

HTTP is RFC 9110's, as far as browsers, podcast apps and media players need it. What is served is a
`Shown`; what the browser is told beyond it (a script that reloads, a banner that names problems) is
put into pages on their way out and never into artifacts.
"""

from publisher.serve.address import Address
from publisher.serve.live import Live
from publisher.serve.moved import moved, moved_text
from publisher.serve.server import Server, serving
from publisher.serve.shown import Shown, Trouble
from publisher.serve.watch import Look, changes, look

__all__ = [
    "Address",
    "Live",
    "Look",
    "Server",
    "Shown",
    "Trouble",
    "changes",
    "look",
    "moved",
    "moved_text",
    "serving",
]

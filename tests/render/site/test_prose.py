"""prose: pictures of ours are sized and wait, those of others are links."""

from __future__ import annotations

from dataclasses import replace

from publisher.model import Rendition
from publisher.render.site.frame import Frame
from publisher.render.site.prose import SIZES, prose
from tests.render.outline import Outline
from tests.render.sample import EDITION, asset

BASE = "https://example.dk/podcast/"
SMALL = Rendition(width=320, height=200, asset=asset("art/a-320w.webp", "image/webp"))
FRAME = Frame(replace(EDITION, renditions=(("assets/a.png", (SMALL,)),)))


def test_text_without_pictures_is_left_alone() -> None:
    text = "<p>Æ &amp; ø &lt; å<br>\n<b>fed</b></p>\n"
    assert prose(FRAME, text) == text


def test_a_picture_of_ours_is_sized_and_lazy() -> None:
    shown = prose(FRAME, f'Før &lt; <p>a<img src="{BASE}assets/a.png" alt="Æ b">b &amp; c</p>')
    assert shown == (
        f'Før &lt; <p>a<img src="{BASE}art/a-320w.webp" alt="Æ b" srcset="{BASE}art/a-320w.webp 320w" '
        f'sizes="{SIZES}" width="320" height="200" loading="lazy" decoding="async">b &amp; c</p>'
    )


def test_a_picture_without_sizes_keeps_what_is_said_of_it() -> None:
    shown = prose(FRAME, f'<img src="{BASE}assets/b.png" width="40" alt="">')
    assert shown == f'<img src="{BASE}assets/b.png" width="40" alt="" loading="lazy" decoding="async">'


def test_a_picture_from_elsewhere_is_a_link_to_it() -> None:
    assert prose(FRAME, '<p><img src="https://a.example/x.png" alt="Et &lt;kort&gt;"></p>') == (
        '<p><a href="https://a.example/x.png">Et &lt;kort&gt;</a></p>'
    )


def test_a_picture_from_elsewhere_in_a_link_is_its_words() -> None:
    shown = prose(FRAME, '<a href="https://b.example/"><img src="https://a.example/x.png"></a>')
    assert shown == '<a href="https://b.example/"><span>Billede</span></a>'


def test_addresses_that_start_like_ours_are_not_ours() -> None:
    assert "<img" not in prose(FRAME, '<p><img src="https://example.dk/podcasts/x.png" alt="x"></p>')


def test_what_was_text_stays_text() -> None:
    """Reading and writing HTML once more makes no tag of what was none."""
    title, said = "&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;", "&lt;script&gt;y&lt;/script&gt;"
    text = f'<p title="{title}">{said} <img src="x" alt="z"></p>'
    outline = Outline(f"<body>{prose(FRAME, text)}</body>".encode())
    assert [tag for tag, _ in outline.tags] == ["body", "p", "a"]
    assert outline.all("p", title="</p><script>x</script>")
    assert outline.words == "<script>y</script> z"


def test_a_table_can_be_scrolled_by_keyboard() -> None:
    shown = prose(FRAME, "<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table>c")
    outline = Outline(f"<body>{shown}</body>".encode())
    assert outline.all("div", tabindex="0", role="region", **{"aria-label": "Tabel"})
    assert outline.text == "abc"

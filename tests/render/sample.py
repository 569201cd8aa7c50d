"""A small edition with something of everything: two episodes, an event they follow up, an article."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from publisher.model import (
    Article,
    Asset,
    Chapter,
    ChapterPlace,
    Cue,
    Edition,
    Enclosure,
    Episode,
    Event,
    Funding,
    Online,
    Origin,
    Person,
    Published,
    Recording,
    Show,
    Transcript,
)

SUMMER = timezone(timedelta(hours=2))
HOST = Person(name="Åse Ørsted", role="host", href="https://example.dk/åse")


def asset(name: str, type: str = "image/png") -> Asset:
    """An asset whose key names its bytes."""
    return Asset(key=name, path=Path(f"/show/{name}"), size=len(name), sha256="a" * 64, type=type)


def enclosure(slug: str, seconds: float = 102.4) -> Enclosure:
    """What was published of the recording of `slug`."""
    return Enclosure(
        source="c" * 64,
        sound="d" * 64,
        recipe="copy",
        key=f"media/{slug}-cccccccccccc.mp3",
        sha256="c" * 64,
        length=1638400,
        type="audio/mpeg",
        duration=timedelta(seconds=seconds),
    )


def recording(sha256: str = "c" * 64) -> Recording:
    """A recording as it lies on this machine."""
    return Recording(
        path=Path("/show/mod.mp3"),
        size=1638400,
        sha256=sha256,
        sound="d" * 64,
        type="audio/mpeg",
        extension=".mp3",
        duration=timedelta(seconds=102.4),
        bitrate=128000,
        channels=2,
    )


SHOW = Show(
    title="Mod & Mandat",
    description="Om politisk ledelse af innovation <på dansk>.",
    base_url="https://example.dk/podcast",
    language="da",
    timezone="Europe/Copenhagen",
    author="CO-PI",
    owner=Person(name="CO-PI", email="podcast@example.dk"),
    cover=asset("art/cover-aaaaaaaaaaaa.png"),
    categories=("Business > Management", "Government"),
    copyright="CO-PI",
    license="CC-BY-4.0",
    locked=True,
    funding=(Funding(url="https://example.dk/støt", title="Støt os"),),
    persons=(HOST,),
)

FULL = Published(
    guid="1b4e28ba-2fa1-51d2-883f-0016d3cca427",
    slug="mod-til-at-lede",
    published=datetime(2023, 4, 14, 6, 0, tzinfo=UTC),
    updated=datetime(2023, 5, 1, 12, 30, tzinfo=UTC),
    enclosure=enclosure("mod-til-at-lede"),
    entry=Episode(
        path="002-mod",
        slug="mod-til-at-lede",
        title='Mod til at lede: "før & efter" <nu> 🎉',
        excerpt="Hvad kræver det at gå forrest, når æ, ø & å er < alt?",
        html='<p>Hvad kræver det at gå forrest, når æ, ø &amp; å er &lt; alt? <a href="https://example.dk/">Læs</a>.</p>\n'
        '<p title="]]>">Slut ]]&gt; 🎉</p>\n',
        image=asset("art/mod-bbbbbbbbbbbb.png"),
        persons=(Person(name="Frank & Søn", role="guest"),),
        tags=("politik & ledelse", "mod"),
        link="https://example.dk/cases/mod",
        assets=(
            asset("assets/slides-dddddddddddd.pdf", "application/pdf"),
            asset("art/cover-aaaaaaaaaaaa.png"),
        ),
        origin=Origin(file="episodes/002-mod/episode.md"),
        recording=recording(),
        season=1,
        episode=2,
        explicit=False,
        license="CC-BY-4.0",
        chapters=(
            Chapter(start=timedelta(0), title="Velkommen"),
            Chapter(
                start=timedelta(seconds=61.5),
                end=timedelta(seconds=90),
                title="Mod & <mandat>",
                url="https://example.dk/mandat",
                img="https://example.dk/mandat.png",
            ),
            Chapter(
                start=timedelta(seconds=95),
                toc=False,
                art=asset("art/udsigt-eeeeeeeeeeee.jpg", "image/jpeg"),
                location=ChapterPlace(name="Himmelbjerget", geo="geo:56.1049,9.6839", osm="N123"),
            ),
        ),
        transcripts=(
            Transcript(
                cues=(
                    Cue(text="Velkommen til.", start=timedelta(0), end=timedelta(seconds=2), speaker="Åse"),
                    Cue(
                        text="Hvad kræver det at gå forrest, når R&D < drift --> og ingen kender svaret?",
                        start=timedelta(seconds=2.5),
                        speaker="Frank & Søn",
                    ),
                )
            ),
            Transcript(
                language="en",
                cues=(
                    Cue(text="Welcome.", speaker="Åse"),
                    Cue(text="Who dares?\nAnd who not?", speaker="Frank"),
                ),
            ),
        ),
        event="001-cafe",
    ),
)

BARE = Published(
    guid="ep-1",
    slug="optakt",
    published=datetime(2023, 3, 1, 7, 0, tzinfo=UTC),
    updated=datetime(2023, 3, 1, 7, 0, tzinfo=UTC),
    enclosure=enclosure("optakt", 3723),
    entry=Episode(
        path="optakt.mp3", slug="optakt", title="Optakt", origin=Origin(file="episodes/optakt.mp3")
    ),
)

CAFE = Published(
    guid="6fa459ea-ee8a-5ca4-894e-db77e160355e",
    slug="innovationscafe",
    published=datetime(2023, 3, 6, 8, 0, tzinfo=UTC),
    updated=datetime(2023, 3, 20, 9, 15, tzinfo=UTC),
    sequence=2,
    entry=Event(
        path="001-cafe",
        slug="innovationscafe",
        title="Innovationscafé: Politisk ledelse, del 1; æøå & <mere>",
        excerpt="Kort oplæg, netværk og dialog i små grupper; for alle, der leder innovation.",
        html="<p>Kort oplæg, netværk og <em>dialog</em> i små grupper.</p>\n",
        persons=(Person(name="Lene Jensen", role="oplæg"),),
        tags=("innovationscafé", "politik, ledelse"),
        origin=Origin(file="episodes/001-cafe/event.md"),
        start=datetime(2023, 3, 31, 9, 0, tzinfo=SUMMER),
        end=datetime(2023, 3, 31, 10, 0, tzinfo=SUMMER),
        timezone="Europe/Copenhagen",
        online=Online(
            platform="Zoom", url="https://example.dk/zoom", join="https://zoom.example/j/HEMMELIGT"
        ),
        registration="https://example.dk/tilmelding",
        organizer=Person(name='CO-PI, "Caféen"', email="cafe@example.dk"),
        audience="Medarbejdere og ledere",
        price="0 kr.",
        recording="002-mod",
    ),
)

ARTICLE = Published(
    guid="https://old.example/?p=7",
    slug="hvad-vi-laerte",
    published=datetime(2023, 4, 20, 10, 0, tzinfo=UTC),
    updated=datetime(2023, 4, 21, 10, 0, tzinfo=UTC),
    entry=Article(
        path="003-laerte",
        slug="hvad-vi-laerte",
        title="Hvad vi lærte",
        excerpt="Tre ting om mandat.",
        html="<p>Tre ting om <strong>mandat</strong>.</p>\n",
        persons=(HOST,),
        updated=datetime(2023, 4, 21, 12, 0, tzinfo=SUMMER),
        origin=Origin(file="episodes/003-laerte/article.md"),
    ),
)

EDITION = Edition(
    show=SHOW,
    guid="917393e3-1b1e-5cef-ace4-edaa54e1f810",
    updated=datetime(2023, 5, 1, 12, 30, tzinfo=UTC),
    episodes=(FULL, BARE),
    events=(CAFE,),
    articles=(ARTICLE,),
    calendar=(CAFE,),
)

EMPTY = Edition(show=SHOW, guid=EDITION.guid, updated=EDITION.updated)

"""What an entry is found by, and what nobody may find."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from publisher.model import Chapter, Cue, Episode, Online, Origin, Session, Transcript
from publisher.render.searching.entry import found
from tests.render.sample import ARTICLE, CAFE, FULL


def cues(*texts: str) -> tuple[Cue, ...]:
    """Said one a minute."""
    return tuple(Cue(text=text, start=timedelta(minutes=at, seconds=0.9)) for at, text in enumerate(texts))


EPISODE = Episode(path="e", slug="e", title="Titlen", origin=Origin(file="episodes/e/episode.md"))


def test_the_place_where_most_is_said_about_it_counts() -> None:
    entry = replace(
        EPISODE,
        tags=("Emne Titlen",),
        summary="Resumé emne",
        html="<p>Noter <b>emne</b></p>\n<p>resumé</p>",
        transcripts=(Transcript(cues=cues("sagt noter titlen")),),
    )
    weights = {term: weight for term, (weight, _) in found(entry).items()}
    assert weights == {"titlen": 9, "emne": 7, "resume": 5, "noter": 4, "sagt": 1}


def test_what_is_said_more_often_weighs_more() -> None:
    entry = replace(EPISODE, transcripts=(Transcript(cues=cues("en", *["fire"] * 4, "mange " * 16)),))
    weights = {term: weight for term, (weight, _) in found(entry).items()}
    assert [weights[term] for term in ("en", "fire", "mange")] == [1, 2, 3]


def test_it_is_heard_where_it_is_first_said() -> None:
    said = Transcript(cues=cues("intet", "Titlen", "titlen"))
    assert found(replace(EPISODE, transcripts=(said,)))["titlen"] == (9, 60)


def test_a_chapter_is_where_it_starts() -> None:
    chapters = (
        Chapter(start=timedelta(seconds=90), title="Mandat"),
        Chapter(start=timedelta(seconds=95), title="Skjult", toc=False),
        Chapter(start=timedelta(seconds=99)),
    )
    made = found(replace(EPISODE, chapters=chapters, transcripts=(Transcript(cues=cues("mandat")),)))
    assert made["mandat"] == (6, 90)
    assert "skjult" not in made


def test_without_times_nobody_knows_when() -> None:
    entry = replace(EPISODE, transcripts=(Transcript(language="en", cues=(Cue(text="Welcome"),)),))
    assert found(entry)["welcome"] == (1, None)


def test_names_are_found_without_their_accents_but_words_of_a_text_are_not() -> None:
    """Otherwise `for` would find every `før`."""
    made = found(replace(EPISODE, title="Søren", html="<p>før</p>", summary="før"))
    assert {"soeren", "soren", "foer"} <= set(made)
    assert "for" not in made


def test_an_event_is_found_by_who_where_and_what() -> None:
    event = replace(
        CAFE.entry,
        location="Rådhuset",
        programme=(Session(title="Velkomst", speakers=("Åse",)),),
    )
    assert {"raadhuset", "velkomst", "aase", "zoom", "lene"} <= set(found(event))


def test_an_article_is_found_by_who_wrote_it() -> None:
    assert {"laerte", "mandat", "aase", "oersted"} <= set(found(ARTICLE.entry))


def test_what_only_we_know_finds_nothing() -> None:
    """The way into a meeting, addresses, why there is no transcript, where the files lie."""
    event = replace(CAFE.entry, online=Online(platform="Zoom", join="https://zoom.example/j/HEMMELIGT"))
    episode = replace(FULL.entry, untranscribed="Grunden", audio="episodes/fil.mp3", guid="guiden")
    terms = {*found(event), *found(episode)}
    assert {"hemmeligt", "https", "example", "grunden", "fil", "guiden", "mp3"} & terms == set()

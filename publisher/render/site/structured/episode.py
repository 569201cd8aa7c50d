"""An episode (LD-007; schema.org/PodcastEpisode)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from publisher.model import Edition, Episode, Published
from publisher.render.site.amounts import period
from publisher.render.site.structured.people import cast_and_crew
from publisher.render.site.structured.show import part_of
from publisher.render.site.structured.thing import Thing, moment, thing
from publisher.render.site.structured.thread import thread
from publisher.render.spoken import Spoken, transcripts
from publisher.render.spoken.turns import paragraphs, turns
from publisher.render.stream.keys import page

if TYPE_CHECKING:
    from publisher.render.site.frame import Frame


def podcast_episode(frame: Frame, item: Published[Episode]) -> Thing:
    """Tell of `item`."""
    edition, show, episode = frame.edition, frame.edition.show, item.entry
    picture = episode.image or show.cover
    return thing(
        "PodcastEpisode",
        name=episode.title,
        url=edition.url(page(item)),
        description=episode.excerpt,
        datePublished=moment(item.published, show.timezone),
        dateModified=moment(max(item.updated, item.published), show.timezone),
        inLanguage=show.language,
        image=edition.url(picture.key) if picture else None,
        duration=_duration(item),
        episodeNumber=episode.episode,
        partOfSeason=_season(episode),
        partOfSeries=part_of(edition),
        associatedMedia=_recording(edition, item),
        keywords=list(episode.tags),
        license=episode.license_url or show.license_url,
        **cast_and_crew(edition, episode.persons),
        **thread(frame, item),
    )


def _season(episode: Episode) -> Thing | None:
    if episode.season is None:
        return None
    return thing("PodcastSeason", seasonNumber=episode.season, name=episode.season_name)


def _recording(edition: Edition, item: Published[Episode]) -> Thing | None:
    """Tell of the sound, and of what is said in it."""
    enclosure = item.enclosure
    if not enclosure:
        return None
    files = list(transcripts(edition, item))
    return thing(
        "AudioObject",
        contentUrl=edition.media_url(enclosure),
        encodingFormat=enclosure.type,
        contentSize=str(enclosure.length) if enclosure.length else None,
        duration=_duration(item),
        caption=[_captions(edition, file) for file in files if file.key.endswith(".vtt")],
        transcript=_said(edition, files),
    )


def _captions(edition: Edition, file: Spoken) -> Thing:
    return thing(
        "MediaObject", contentUrl=edition.url(file.key), encodingFormat=file.type, inLanguage=file.language
    )


def _said(edition: Edition, files: list[Spoken]) -> str | None:
    """Write what is said as plain text, in the show's language if there is a transcript in it."""
    own = [file for file in files if file.language == edition.show.language]
    file = next(iter(own or files), None)
    if not file:
        return None
    speaker, lines = None, []
    for turn in turns(file.cues()):
        words = "\n".join(paragraphs(turn))
        lines.append(f"{turn[0].speaker}: {words}" if turn[0].speaker not in (None, speaker) else words)
        speaker = turn[0].speaker
    return "\n".join(lines)


def _duration(item: Published[Episode]) -> str | None:
    """Say how long it lasts, in whole seconds (ISO 8601)."""
    length = item.enclosure.duration if item.enclosure else timedelta()
    return period(timedelta(seconds=round(length.total_seconds()))) if length else None

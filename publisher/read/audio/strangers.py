"""What is often found where a recording should be, by its first bytes."""

from __future__ import annotations

from publisher.read.asset import picture_type
from publisher.read.audio.fault import EXPORT, NOT_AUDIO, NOT_FETCHED, UNPLAYED, VIDEO, UnfitError

_PUT = "put the recording itself here"
_DOWNLOAD = "download the recording again, where a player shows that it plays"
_SOUNDS = (
    (0, b"fLaC", "a FLAC file"),
    (0, b"RF64", "a WAV file (RF64)"),
    (0, b"BW64", "a WAV file (BW64)"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "a Windows Media file (WMA or WMV)"),
    (0, b"\x1a\x45\xdf\xa3", "a Matroska or WebM file"),
    (0, b"#!AMR", "an AMR file, as dictaphones make it"),
    (0, b"caff", "a CAF file (Apple Core Audio)"),
    (0, b".snd", "an AU file"),
    (0, b"MAC ", "a Monkey's Audio file"),
    (0, b"wvpk", "a WavPack file"),
    (0, b"MPCK", "a Musepack file"),
    (0, b"DSD ", "a DSD file"),
    (0, b".RMF", "a RealAudio file"),
    (0, b"TTA1", "a True Audio file"),
    (0, b"riff\x2e\x91", "a Wave64 file"),
    (0, b"\x0b\x77", "Dolby Digital audio (AC-3)"),
    (8, b"WAVE", "a WAV file"),
    (8, b"AIFF", "an AIFF file"),
    (8, b"AIFC", "an AIFF file"),
)
_VIDEOS = (
    (8, b"AVI ", "an AVI video"),
    (0, b"FLV\1", "a Flash video"),
    (0, b"\0\0\1\xba", "an MPEG video"),
    (0, b"\0\0\1\xb3", "an MPEG video"),
)
_OTHERS = (
    (0, b"PK\3\4", "a ZIP archive", "unpack it and put the recording here"),
    (0, b"\x1f\x8b", "a gzip archive", "unpack it and put the recording here"),
    (0, b"Rar!", "a RAR archive", "unpack it and put the recording here"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it and put the recording here"),
    (0, b"%PDF", "a PDF document", _PUT),
    (0, b"{\\rtf", "an RTF document", _PUT),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", _PUT),
    (0, b"MThd", "a MIDI file: notes, not sound", EXPORT),
    (0, b"II*\0", "a TIFF picture", _PUT),
    (0, b"MM\0*", "a TIFF picture", _PUT),
    (4, b"ftyphei", "a HEIC picture", _PUT),
    (4, b"ftypmif1", "a HEIC picture", _PUT),
    (4, b"ftypavif", "an AVIF picture", _PUT),
    (68, b"AUDY", "an Audacity project", "in Audacity choose File > Export Audio: MP3, mono, 96 kb/s"),
    (0, b"SQLite format 3\0", "a database", _PUT),
)
_POINTERS = (
    (b"version https://git-lfs", "a Git LFS pointer: the recording is not fetched yet", "run `git lfs pull`"),
    (b"/annex/objects/", "a git-annex pointer: the recording is not fetched yet", "run `git annex get`"),
)
_TEXTS = (
    (b"<!doctype html", "a web page, probably a failed download", _DOWNLOAD),
    (b"<html", "a web page, probably a failed download", _DOWNLOAD),
    (b"<reaper_project", "a Reaper project", "in Reaper choose File > Render: MP3, mono, 96 kb/s"),
    (b"#extm3u", "a playlist: it only names the recording", _DOWNLOAD),
    (b"[playlist]", "a playlist: it only names the recording", _DOWNLOAD),
    (b"[internetshortcut]", "a shortcut: it only names the recording", _DOWNLOAD),
    (b"{", "JSON text, probably an error message instead of a download", _DOWNLOAD),
    (b"[", "JSON text, probably an error message instead of a download", _DOWNLOAD),
    (b"<", "XML text, probably an error message instead of a download", _DOWNLOAD),
    (b"webvtt", "a transcript, not the recording", _PUT),
)
_CONTROL = frozenset(range(32)) - {7, 8, 9, 10, 12, 13, 27}


def refuse_stranger(head: bytes) -> None:
    """Raise UnfitError where `head`, at least 512 bytes of a file, starts something well known."""
    for magic, what, fix in _POINTERS:
        if head.startswith(magic):
            raise UnfitError(NOT_FETCHED, f"it is {what}", fix)
    for at, magic, what in _SOUNDS:
        if head.startswith(magic, at):
            raise UnfitError(UNPLAYED, f"it is {what}, which podcast apps do not play", EXPORT)
    for at, magic, what in _VIDEOS:
        if head.startswith(magic, at):
            raise UnfitError(VIDEO, f"it is {what}; a podcast episode is audio", EXPORT)
    for at, magic, what, fix in _OTHERS:
        if head.startswith(magic, at):
            raise _not_audio(what, fix)
    if found := picture_type(head):
        raise _not_audio(f"a picture ({found[1]})", _PUT)
    if _is_text(head):
        raise _not_audio(*_text(head))


def _not_audio(what: str, fix: str) -> UnfitError:
    return UnfitError(NOT_AUDIO, f"it is {what}; listeners would get an episode that does not play", fix)


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return b"\0" in head[2:64]
    if not _CONTROL.isdisjoint(head):
        return False
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return True


def _text(head: bytes) -> tuple[str, str]:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<?xml", b"<!--")) and b"<html" in start:
        start = start[start.index(b"<html") :]
    known = ((what, fix) for magic, what, fix in _TEXTS if start.startswith(magic))
    return next(known, ("a text file", _PUT))

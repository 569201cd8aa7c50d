"""What a recording is, how long it sounds and what its tags say: audio files into Recordings.

The bytes decide, never the extension. Each file is read once, in blocks of constant size; nothing
that a file contains raises out of here, it becomes a fault.
"""

from publisher.read.audio.fault import NOT_FETCHED, RULES, AudioFault
from publisher.read.audio.known import Known
from publisher.read.audio.recording import read_recording

__all__ = ["NOT_FETCHED", "RULES", "AudioFault", "Known", "read_recording"]

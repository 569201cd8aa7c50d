"""Other people's calendar programs, as further opinions on events.ics.

Python's `icalendar`, `ical` and `recurring-ical-events`, and npm's `ical.js` and `node-ical`. The last
two run in node; the tests that need them are skipped where they are not installed.
"""

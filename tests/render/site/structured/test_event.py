"""event: what it costs, who is there, what is in the programme."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from publisher.model import Person, Recurrence, Session
from tests.render.sample import EDITION, SUMMER

from .made import cafe, told

PAGE = "https://example.dk/podcast/events/innovationscafe.html"


def test_an_event_says_who_holds_it_and_who_speaks() -> None:
    made = told(cafe())
    assert made["organizer"] == {"@type": "Organization", "name": 'CO-PI, "Caféen"'}
    assert made["performer"]["name"] == "Lene Jensen"
    assert made["audience"] == {"@type": "Audience", "audienceType": "Medarbejdere og ledere"}
    assert made["recordedIn"]["@type"] == "PodcastEpisode"


def test_a_speaker_who_holds_it_is_a_person() -> None:
    made = told(cafe(organizer=Person(name="lene jensen", href="https://example.dk/lene")))
    assert made["organizer"] == {"@type": "Person", "name": "lene jensen", "url": "https://example.dk/lene"}


def test_addresses_for_mail_are_for_people_only() -> None:
    assert "cafe@example.dk" not in str(told(cafe()))


def test_what_is_free_can_be_signed_up_for_while_it_is_to_come() -> None:
    item = cafe(deadline=datetime(2023, 3, 30, 23, 59, tzinfo=SUMMER))
    assert told(item)["offers"] == {
        "@type": "Offer",
        "price": "0",
        "priceCurrency": "DKK",
        "url": "https://example.dk/tilmelding",
        "validThrough": "2023-03-30T23:59:00+02:00",
    }
    assert told(item)["isAccessibleForFree"] is True
    assert told(item, EDITION)["offers"]["url"] == PAGE


def test_a_price_for_people_alone_is_no_offer() -> None:
    made = told(cafe(price="100 kr.; studerende gratis"))
    assert not {"offers", "isAccessibleForFree"} & set(made)
    assert told(cafe(price="100 kr."))["isAccessibleForFree"] is False


def test_only_a_number_is_a_capacity() -> None:
    assert told(cafe(capacity="40"))["maximumAttendeeCapacity"] == 40
    assert "maximumAttendeeCapacity" not in told(cafe(capacity="40 pladser"))


def test_parts_of_the_programme_are_where_the_whole_is() -> None:
    programme = (
        Session(title="Velkommen", start=datetime(2023, 3, 31, 9, 0, tzinfo=SUMMER)),
        Session(
            title="Oplæg",
            start=datetime(2023, 3, 31, 9, 5, tzinfo=SUMMER),
            end=datetime(2023, 3, 31, 9, 30, tzinfo=SUMMER),
            speakers=("Lene Jensen", "Frank"),
        ),
        Session(title="Tak for i dag"),
    )
    made = told(cafe(programme=programme))
    first, second = made["subEvent"]
    assert first["location"] == made["location"]
    assert first["eventStatus"] == made["eventStatus"]
    assert "endDate" not in first
    assert (second["startDate"], second["endDate"]) == (
        "2023-03-31T09:05:00+02:00",
        "2023-03-31T09:30:00+02:00",
    )
    assert [person["name"] for person in second["performer"]] == ["Lene Jensen", "Frank"]


def test_a_series_says_when_it_happens_again() -> None:
    item = cafe(recurrence=Recurrence(rule="FREQ=MONTHLY", starts=(cafe().entry.start,)))
    assert told(item)["eventSchedule"]["repeatFrequency"] == "P1M"


def test_an_event_of_few_words_says_no_more_than_it_knows() -> None:
    bare = {
        "online": None,
        "organizer": None,
        "price": None,
        "audience": None,
        "end": None,
        "persons": (),
        "tags": (),
        "recording": None,
        "excerpt": "",
    }
    made = told(cafe(**bare), replace(EDITION, show=replace(EDITION.show, cover=None), episodes=()))
    assert set(made) == {"@type", "name", "url", "startDate", "eventStatus", "inLanguage"}

"""Hundreds of events as people write them: who speaks, what happens when, where to sign up, twenty lines.

And rich ones, of which people have written everything that there is to say.
"""

from __future__ import annotations

from datetime import date, timedelta

from tests.read.project import Project

FIRST = date(2016, 1, 7)
"""A Thursday."""
FRONT = """\
title: "Innovationscafé {number}: fra idé til drift"
summary: Tre kommuner fortæller, hvordan naboens løsning blev deres egen.
start: {day} 09:00
end: {day} 11:00
location: {{name: Rådhuset, address: "Flakhaven 2, 5000 Odense C"}}
{registration}
speakers:
  - {{name: Mette Kjær Sørensen, role: borgmester}}
  - {{name: Lars Østergaard, role: udvalgsformand}}
  - {{name: Anne-Grethe Højbjerg, role: forsker}}
programme:
  - 09:00 Kaffe og velkomst
  - 09:15 Hvad vi lærte af at begynde forfra
  - 09:45 Tre korte oplæg fra udvalgene
  - 10:20 Samtale ved bordene
  - 10:50 Hvad tager vi med hjem?
"""
PLAIN = "registration: https://tilmelding.example.org/cafe/{number}"
RICH = """\
registration: {{url: "https://tilmelding.example.org/cafe/{number}", deadline: {deadline}}}
online: {{platform: Microsoft Teams, url: "https://teams.example.org/l/meetup/{number}"}}
organizer: {{name: Center for Offentlig-Privat Innovation, email: cafe@example.org}}
tags: [innovation, politisk ledelse, kommuner, udvalgsarbejde]
audience: Politikere i kommuner og regioner, og de embedsfolk der arbejder for dem
price: Gratis, men udeblivelse uden afbud koster 250 kr.
capacity: 40 pladser på Rådhuset, 300 på nettet"""
LINES = """\
Alle kommuner har løsninger, som andre kunne bruge, og få ved, hvad naboen har gjort.
På denne café ser vi på, hvad der skal til, før en løsning kan flytte.
Vi begynder med behovet: hvem har det, og hvem kan se det?
Så hører vi om tre forløb, der ikke gik efter planen.

Det er politikernes opgave at vise retningen uden at låse løsningen fast.
Det lyder let, men dagsordenen er lang, og pressen vil have svar.
Derfor taler vi også om, hvordan et udvalg stiller gode spørgsmål.

- Hvad er det for et problem, vi vil af med?
- Hvem har prøvet før, og hvad skete der?
- Hvad vil vi se om et år?

Bagefter er der tid til at tale sammen ved bordene.
Hver deltager tager en aftale med hjem, som kan holdes inden sommer.
Vi sender noter ud til alle, der har været med.

Caféen er gratis, og der er kaffe fra halv ni.
Man kan deltage hjemmefra; linket kommer dagen før.
Har du brug for tegnsprogstolk, så skriv det i tilmeldingen.
"""


def add_event(show: Project, number: int, more: str = PLAIN) -> None:
    """Write the event with this number, a week after the one before; `more` is what is said besides."""
    day = FIRST + timedelta(weeks=number)
    registration = more.format(number=number, deadline=day - timedelta(days=2))
    front = FRONT.format(number=number, day=day, registration=registration)
    show.entry(f"cafe-{number:03}/event.md", front, LINES)

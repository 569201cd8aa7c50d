// Calendars on stdin as JSON {"calendars": [text, …], "from": "…Z", "to": "…Z"}, and what two programs make
// of each as JSON on stdout: [{"ical.js": {"events": […], "times": […]}, "node-ical": {…}}, …].
// Moments are in UTC; those of whole days are dates.
const { readFileSync } = require("node:fs");
const ICAL = require("ical.js");
const ical = require("node-ical");

const instant = (date) => date.toISOString().replace(".000Z", "Z");

const byIcalJs = {
  // It knows no zones but those of the file.
  moment: (time) => (time.isDate ? time.toString() : instant(time.toJSDate())),
  row(event, time) {
    const { component } = event;
    return {
      uid: event.uid,
      original: event.recurrenceId ? this.moment(event.recurrenceId) : "",
      start: this.moment(time.startDate),
      end: this.moment(time.endDate),
      whole_day: time.startDate.isDate,
      status: component.getFirstPropertyValue("status"),
      sequence: component.getFirstPropertyValue("sequence"),
      stamp: this.moment(component.getFirstPropertyValue("dtstamp")),
      summary: event.summary,
    };
  },
  times(event, from, to) {
    if (!event.isRecurring()) return [this.row(event, event)];
    const found = [];
    const walk = event.iterator();
    for (let next = walk.next(); next && next.toJSDate() < to; next = walk.next()) {
      const time = event.getOccurrenceDetails(next);
      if (time.endDate.toJSDate() > from) found.push(this.row(time.item, time));
    }
    return found;
  },
  read(text, from, to) {
    const vevents = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
    const [changed, series] = [true, false].map((is) => vevents.filter((one) => one.hasProperty("recurrence-id") === is));
    // Left alone, it takes the changed times of one series for those of every other.
    const own = (one) => changed.filter((other) => other.getFirstPropertyValue("uid") === one.getFirstPropertyValue("uid"));
    const events = series.map((one) => new ICAL.Event(one, { exceptions: own(one) }));
    return {
      events: [...events, ...changed.map((one) => new ICAL.Event(one))].map((event) => this.row(event, event)),
      times: events.flatMap((event) => this.times(event, from, to)),
    };
  },
};

const byNodeIcal = {
  // Whole days are midnights of this machine.
  day: (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => `${n}`.padStart(2, "0")).join("-"),
  moment(date, whole) {
    return whole ? this.day(date) : instant(new Date(date));
  },
  row(event, time) {
    const whole = event.datetype === "date";
    return {
      uid: event.uid,
      original: event.recurrenceid ? this.moment(event.recurrenceid, whole) : "",
      start: this.moment(time.start, whole),
      end: this.moment(time.end, whole),
      whole_day: whole,
      status: event.status,
      sequence: Number(event.sequence),
      stamp: instant(new Date(event.dtstamp)),
      summary: event.summary.val ?? event.summary,
    };
  },
  times(event, from, to) {
    const found = ical.expandRecurringEvent(event, { from, to, expandOngoing: true });
    return found.map((time) => this.row(time.event, time));
  },
  read(text, from, to) {
    const series = Object.values(ical.sync.parseICS(text)).filter((one) => one.type === "VEVENT");
    // A changed time stands under its day and under its moment.
    const changed = series.flatMap((event) => [...new Set(Object.values(event.recurrences ?? {}))]);
    return {
      events: [...series, ...changed].map((event) => this.row(event, event)),
      times: series.flatMap((event) => this.times(event, from, to)),
    };
  },
};

const asked = JSON.parse(readFileSync(0, "utf-8"));
const [from, to] = [new Date(asked.from), new Date(asked.to)];
const read = (text) => ({ "ical.js": byIcalJs.read(text, from, to), "node-ical": byNodeIcal.read(text, from, to) });
process.stdout.write(JSON.stringify(asked.calendars.map(read)));

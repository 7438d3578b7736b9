// Reads iCalendar files one after the other, as a calendar that keeps the newest of each event, and prints what it then has.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const kept = new Map();
const zones = [];
const days = [[2026, 10, 24], [2026, 10, 26], [2027, 3, 27], [2027, 3, 29], [2027, 10, 30], [2027, 11, 1]];
const utc = time => `${time.toJSDate().toISOString().slice(0, 19)}Z`;
for (const path of process.argv.slice(2)) {
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8')));
    for (const component of calendar.getAllSubcomponents('vtimezone')) {
        const zone = new ICAL.Timezone(component);
        ICAL.TimezoneService.register(zone);
        zones.push(days.map(([year, month, day]) => {
            const seconds = zone.utcOffset(new ICAL.Time({ year, month, day, hour: 12 }));
            return `${Math.floor(seconds / 3600)}:00:00`;
        }));
    }
    for (const component of calendar.getAllSubcomponents('vevent')) {
        const event = new ICAL.Event(component);
        if (kept.get(event.uid)?.sequence > event.sequence) continue;
        kept.set(event.uid, {
            uid: event.uid,
            sequence: event.sequence,
            method: calendar.getFirstPropertyValue('method'),
            status: component.getFirstPropertyValue('status'),
            start: utc(event.startDate),
            end: utc(event.endDate),
            summary: event.summary,
            description: event.description,
            location: event.location,
        });
    }
}
console.log(JSON.stringify({ events: [...kept.values()].sort((a, b) => a.start.localeCompare(b.start)), zones }));

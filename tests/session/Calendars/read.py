"""Reads iCalendar files one after the other, as a calendar that keeps the newest of each event, and prints what it then has."""
import json
import sys
from datetime import datetime, timezone

from icalendar import Calendar

kept, zones = {}, []
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        calendar = Calendar.from_ical(file.read())
    for zone in calendar.walk("VTIMEZONE"):
        wall = zone.to_tz()
        zones.append([
            str(wall.utcoffset(datetime(*day)))
            for day in [(2026, 10, 24, 12), (2026, 10, 26, 12), (2027, 3, 27, 12), (2027, 3, 29, 12), (2027, 10, 30, 12), (2027, 11, 1, 12)]
        ])
    for event in calendar.walk("VEVENT"):
        uid, sequence = str(event["UID"]), int(event["SEQUENCE"])
        if uid in kept and kept[uid]["sequence"] > sequence:
            continue
        kept[uid] = {
            "uid": uid,
            "sequence": sequence,
            "method": str(calendar["METHOD"]),
            "status": str(event["STATUS"]),
            "start": event.decoded("dtstart").astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "end": event.decoded("dtend").astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "summary": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]),
            "location": str(event["LOCATION"]),
        }
print(json.dumps({"events": sorted(kept.values(), key=lambda e: e["start"]), "zones": zones}))

"""A text as far as it has been read: what its later dates hang on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from chronology.extract.dates import nearness, stretch
from chronology.extract.dates.reading import Calendar, Mention, Offset, Order, Weekday
from chronology.extract.dates.stretch import Stretch

Basis = Literal["explicit", "publication", "narrative", "open"]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a mention lies, how sure that is, and what it hangs on."""

    stretch: Stretch
    basis: Basis
    anchor: str | None = None


@dataclass(slots=True)
class Story:
    """What is known from outside, and what has been told so far."""

    published: date | None
    bound: date | None
    """A day that the text itself dates as past: without a publication date, it was published then or later."""
    narrative: bool
    order: Order | None
    days: frozenset[date]
    """The days that the text writes out, wherever it does."""
    running: Stretch | None = None
    """The last date that was told."""
    paragraph: int = -1
    """Where it was told."""
    year: int | None = None
    """The last year that was written or told."""
    written: tuple[Stretch, int] | None = None
    """The last date with a month and a year of its own, and its sentence."""
    calendar: Calendar | None = None
    before_christ: bool = False

    def place(self, mention: Mention) -> Placed | None:
        """Where the next mention lies; None if nothing says so."""
        match mention.day:
            case Calendar() as day:
                return self._calendar(day, mention)
            case Weekday() as day:
                return self._weekday(day, mention)
            case Offset() as day:
                return self._offset(day, mention)
        return self._time_alone(mention)

    def _time_alone(self, mention: Mention) -> Placed | None:
        """The day of a time without one: that of the paragraph; else, in news and for a clock time, of publication."""
        if mention.clock is None:
            return None
        if self.running and self.running.unit == "day" and self.paragraph == mention.paragraph:
            return self._told(self.running)
        by_the_clock = ":" in mention.clock.value
        return self._from_publication(stretch.of_day) if by_the_clock and not self.narrative else None

    def remember(self, mention: Mention, placed: Placed | None) -> None:
        """Let later mentions hang on this one."""
        day = mention.day
        if isinstance(day, Calendar) and day.year is not None:
            self.before_christ = day.bc
        if (
            placed is None
            or day is None
            or placed.basis == "open"
            or placed.stretch.unit in ("decade", "century", "either")
        ):
            return
        if isinstance(day, Calendar):
            self.calendar = replace(day, year=placed.stretch.first.year)
        if isinstance(day, Offset) and day.unit == "year" and not self.narrative:
            return  # "a year earlier" compares; the story goes on where it was
        if self._leaps(placed):
            return
        self.running, self.paragraph = placed.stretch, mention.paragraph
        if placed.basis == "explicit" or self.narrative:
            self.year = placed.stretch.first.year
        if (
            placed.basis == "explicit"
            and placed.stretch.unit in ("day", "month")
            and mention.relation not in ("since", "until")
        ):
            self.written = placed.stretch, mention.sentence

    def _leaps(self, placed: Placed) -> bool:
        """A year far from where the story is, said in passing: "the largest since 1812"."""
        year = placed.stretch.first.year
        return placed.stretch.unit == "year" and self.running is not None and abs(year - self.running.first.year) > 15

    # ------------------------------------------------------------------------------------ anchors

    def _told(self, base: Stretch) -> Placed:
        return Placed(base, "narrative", f"narrative {base.value}")

    def _from_publication(self, place: Callable[[date], Stretch]) -> Placed | None:
        if self.published:
            return Placed(place(self.published), "publication", f"publication {self.published}")
        if self.bound:
            return Placed(place(self.bound), "open", f"published on or after {self.bound}")
        return None

    # ------------------------------------------------------------------------------------ calendar

    def _calendar(self, day: Calendar, mention: Mention) -> Placed | None:
        if day.bc:
            return None
        if day.continues:
            if self.calendar is None or self.calendar.month is None:
                return None
            day = replace(self.calendar, day=day.day, until=None, weekday=None)
        if day.year_of is not None:
            year = self._offset(day.year_of, mention)
            if year is None or year.basis == "open":
                return None
            return _placed(replace(day, year=year.stretch.first.year), year.basis, year.anchor)
        found = self._either_way(day, mention) if day.order == "either" else nearness.explicit(day)
        if found:
            return Placed(found, "explicit")
        if self.narrative and day.which is None:
            return self._in_story(day)
        if self.published is None:
            return self._written_elsewhere(day) or self._of_sentence(day, mention)
        year_found = nearness.year_near(day, self.published, mention)
        near = _placed(replace(day, year=year_found), "publication", f"publication {self.published}")
        return self._of_sentence(day, mention) or near

    def _in_story(self, day: Calendar) -> Placed | None:
        """The last written year; after a December a January is the next one's."""
        if self.year is None or self.before_christ:
            return None
        year = self.year
        if self.running and self.running.unit in ("day", "month") and self.running.first.year == year and day.month:
            ahead = day.month - self.running.first.month
            year += 1 if ahead < -8 else -1 if ahead > 9 else 0
        return _placed(
            replace(day, year=year), "narrative", f"narrative {self.running.value if self.running else year}"
        )

    def _of_sentence(self, day: Calendar, mention: Mention) -> Placed | None:
        """In news, the year that the sentence has just written: "arrested on 4 May 2003 and released on 6 June"."""
        if self.written is None or self.written[1] != mention.sentence or day.which or nearness.looks_ahead(mention):
            return None
        first = self.written[0].first
        placed = _placed(replace(day, year=first.year), "narrative", f"narrative {self.written[0].value}")
        return placed if placed and placed.stretch.first >= first and day.weekday is None else None

    def _written_elsewhere(self, day: Calendar) -> Placed | None:
        """The one day that the text writes with its year: "June 20", where a caption says "June 20, 2023"."""
        same = [written for written in self.days if (written.month, written.day) == (day.month, day.day)]
        if len(same) != 1 or day.until is not None or day.which is not None:
            return None
        return Placed(stretch.of_day(same[0]), "narrative", f"narrative {same[0]}")

    def _either_way(self, day: Calendar, mention: Mention) -> Stretch | None:
        """03/02/22: in the order of the text, else the one that isn't after publication, else from the one to the other."""
        readings = {
            "day first": nearness.explicit(day),
            "month first": nearness.explicit(replace(day, month=day.day, day=day.month)),
        }
        if self.order:
            return readings[self.order]
        possible = [r for r in readings.values() if r and not (self.published and r.first > self.published)]
        if self.published and len(possible) == 1 and not nearness.looks_ahead(mention):
            return possible[0]
        days = sorted(r.first for r in readings.values() if r)
        return Stretch(days[0], days[-1], "either") if days else None

    # ------------------------------------------------------------------------------------ relative

    def _weekday(self, day: Weekday, mention: Mention) -> Placed | None:
        if self.narrative and self.running and self.running.unit == "day":
            near = self.running.first - timedelta(days=3)
            found = near + timedelta(days=(day.weekday - near.weekday()) % 7)
            return Placed(stretch.of_day(found), "narrative", f"narrative {self.running.value}")
        return self._from_publication(lambda today: stretch.of_day(nearness.weekday_near(day, today, mention)))

    def _offset(self, offset: Offset, mention: Mention) -> Placed | None:
        base = self._base(offset, mention)
        if base is None:
            return None
        start, count, unit = base.stretch.first, offset.count, offset.unit
        if count == 0 and base.basis == "publication":
            if unit == "weekend" and start.weekday() < 5 and mention.tense != "future":
                count = -1  # said on a weekday, "the weekend" is over
            if unit == "quarter" and offset.anchor == "narrative":
                count = -1  # "the quarter" that is reported on
        if unit == "day" and base.stretch.unit != "day":
            return Placed(_days_from(base.stretch, count), base.basis, base.anchor)
        found = stretch.moved(start, count, unit)
        if found is None:
            return None
        if unit == "year" and base.stretch.unit == "quarter":
            unit = "quarter"  # a year earlier than the third quarter is a third quarter too
        return Placed(stretch.containing(found, "week" if unit == "fortnight" else unit), base.basis, base.anchor)

    def _base(self, offset: Offset, mention: Mention) -> Placed | None:
        """What an offset counts from."""
        if not isinstance(offset.anchor, str):
            placed = self.place(replace(mention, day=offset.anchor))
            return placed and replace(placed, anchor=placed.anchor or f"narrative {placed.stretch.value}")
        compared = (
            self.running is not None and self.running.unit == "quarter" and offset.unit == "year" and not offset.whole
        )
        told = offset.anchor == "narrative" or (offset.anchor == "text" and self.narrative) or compared
        if told and self.running and not self.before_christ:
            return self._told(self.running)
        return None if told and self.narrative else self._from_publication(stretch.of_day)


def _placed(day: Calendar, basis: Basis, anchor: str | None) -> Placed | None:
    found = nearness.explicit(day)
    return None if found is None else Placed(found, basis, anchor)


def _days_from(base: Stretch, count: int) -> Stretch:
    """So many days from something less precise than a day: three days after something in July is as wide as July."""
    if count == 0:
        return base
    first, last = stretch.moved(base.first, count, "day"), stretch.moved(base.last, count, "day")
    return Stretch(first or base.first, last or base.last, "days")

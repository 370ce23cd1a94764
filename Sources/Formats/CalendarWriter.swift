/// Writes a calendar (iCalendar, RFC 5545) of events that last whole days.
///
/// ```
/// BEGIN:VEVENT
/// UID:roadmaps/plan#events-forum@album.example.org
/// DTSTAMP:20231201T000000Z
/// DTSTART;VALUE=DATE:20230511
/// DTEND;VALUE=DATE:20230512          the day after the last
/// SUMMARY:Форум
/// LOCATION:Школа № 12                where it is known
/// STATUS:CANCELLED                   where it was called off
/// END:VEVENT
/// ```
/// Days have no time zone, so an event stands on the same day everywhere. The stamp is the day on which the event was changed
/// last, or that of the edition where nobody knows it, and no clock.
package struct CalendarWriter {
    /// Something that happens, a day long or longer.
    package struct Event {
        /// The same in every edition and in every file that has the event.
        package let id: String
        /// The first day.
        package let start: CalendarDate
        /// The last day.
        package let end: CalendarDate
        /// What happens.
        package let summary: String
        /// Lines.
        package let description: [String]
        /// Calendar programs strike it through or hide it.
        package var isCancelled = false
        /// Where more is told.
        package let url: String?
        /// Where it happens; nothing: it is not said.
        package var location: String?
        /// By which programs tell calendars that were put together apart: regions.
        package var categories: [String] = []
        /// When it was changed last; nothing where that is not known.
        package var changed: CalendarDate?

        package init(
            id: String, start: CalendarDate, end: CalendarDate, summary: String, description: [String],
            isCancelled: Bool = false, url: String?
        ) {
            self.id = id
            self.start = start
            self.end = end
            self.summary = summary
            self.description = description
            self.isCancelled = isCancelled
            self.url = url
        }
    }

    /// What is written so far.
    package private(set) var bytes: [UInt8] = []
    private let edition: CalendarDate

    /// The head of a calendar; `edition` is the stamp of events of which it is not known when they were changed.
    package init(name: String, language: String, edition: CalendarDate) {
        self.edition = edition
        line("BEGIN:VCALENDAR")
        line("VERSION:2.0")
        line("PRODID:-//album//roadmaps//\(language.uppercased())")
        line("CALSCALE:GREGORIAN")
        line("METHOD:PUBLISH")
        line("X-WR-CALNAME:\(Self.escaped(name))")
    }

    /// Writes an event.
    package mutating func event(_ event: Event) {
        line("BEGIN:VEVENT")
        line("UID:\(Self.escaped(event.id))")
        line("DTSTAMP:\(Self.day(event.changed ?? edition))T000000Z")
        line("DTSTART;VALUE=DATE:\(Self.day(event.start))")
        if let next = event.end.next { line("DTEND;VALUE=DATE:\(Self.day(next))") }
        line("SUMMARY:\(Self.escaped(event.summary))")
        if let location = event.location { line("LOCATION:\(Self.escaped(location))") }
        if !event.description.isEmpty {
            line("DESCRIPTION:\(event.description.map(Self.escaped).joined(separator: "\\n"))")
        }
        if let url = event.url { line("URL:\(url)") }
        if !event.categories.isEmpty {
            line("CATEGORIES:\(event.categories.map(Self.escaped).joined(separator: ","))")
        }
        if event.isCancelled { line("STATUS:CANCELLED") }
        line("TRANSP:TRANSPARENT")
        line("END:VEVENT")
    }

    /// Writes the foot.
    package mutating func finish() { line("END:VCALENDAR") }

    /// Longest line in octets, without its end (RFC 5545, 3.1).
    private static let longestLine = 75

    /// One content line, folded where it is too long and never inside of a character.
    private mutating func line(_ text: String) {
        var rest = Array(text.utf8)[...]
        var room = Self.longestLine
        while rest.count > room {
            var end = rest.startIndex + room
            while rest[end] & 0xC0 == 0x80 { end -= 1 }
            bytes.append(contentsOf: rest[..<end])
            bytes.append(contentsOf: [0x0D, 0x0A, 0x20])
            rest = rest[end...]
            room = Self.longestLine - 1
        }
        bytes.append(contentsOf: rest)
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// A text value: `\`, `;`, `,` and line ends are escaped, other control characters left out.
    package static func escaped(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): result += [UInt8(ascii: "\\"), byte]
            case 0x0A: result += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case 0..<0x20, 0x7F: continue
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func day(_ date: CalendarDate) -> String { date.description.replacing("-", with: "") }
}

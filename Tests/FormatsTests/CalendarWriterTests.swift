import Testing

@testable import Formats

/// Calendars as RFC 5545 wants them.
@Suite struct CalendarWriterTests {
    private static func calendar(_ summary: String, end: String = "2023-05-12") throws -> [String] {
        let day = try #require(CalendarDate(iso: "2023-05-11"))
        var writer = CalendarWriter(name: "План", language: "ru", edition: day)
        writer.event(
            .init(
                id: "plan#forum@album", start: day, end: try #require(CalendarDate(iso: end)), summary: summary,
                description: [], url: nil))
        writer.finish()
        let text = String(decoding: writer.bytes, as: UTF8.self)
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
        return text.split(separator: "\r\n").map(String.init)
    }

    @Test(arguments: 1...200)
    func linesAreFoldedAtSeventyFiveOctetsAndBetweenCharacters(length: Int) throws {
        let summary = String(String(repeating: "ёжЯ a🎓", count: 40).unicodeScalars.prefix(length))
        let lines = try Self.calendar(summary)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\u{FFFD}") })
        let unfolded = lines.joined(separator: "\r\n").replacing("\r\n ", with: "")
        #expect(unfolded.contains("SUMMARY:\(summary)\r\nTRANSP"))
    }

    @Test func separatorsAndLineEndsAreEscaped() {
        #expect(CalendarWriter.escaped("a;b,c\\d\ne\u{7}\r") == "a\\;b\\,c\\\\d\\ne")
    }

    @Test(arguments: [
        ("2023-05-11", "20230512"), ("2023-02-28", "20230301"), ("2024-02-28", "20240229"), ("2023-12-31", "20240101"),
    ])
    func anEventEndsBeforeTheDayAfterItsLast(last: String, end: String) throws {
        #expect(try Self.calendar("Форум", end: last).contains("DTEND;VALUE=DATE:\(end)"))
    }

    /// A later edition stamps no event anew of which it is known when it was changed.
    @Test func anEventIsStampedWithTheDayOfItsLastChange() throws {
        let (day, changed) = (try #require(CalendarDate(iso: "2023-05-11")), CalendarDate(iso: "2023-02-01"))
        var writer = CalendarWriter(name: "План", language: "ru", edition: day)
        var event = CalendarWriter.Event(id: "a", start: day, end: day, summary: "Форум", description: [], url: nil)
        event.changed = changed
        writer.event(event)
        #expect(String(decoding: writer.bytes, as: UTF8.self).contains("\r\nDTSTAMP:20230201T000000Z\r\n"))
    }

    @Test func everythingBeginsIsStampedAndEndsOnce() throws {
        let lines = try Self.calendar("Форум")
        for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "UID:plan#forum@album", "DTSTAMP:20230511T000000Z"] {
            #expect(lines.filter { $0 == line }.count == 1)
        }
    }
}

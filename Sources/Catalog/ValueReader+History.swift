import Diagnostics
import Formats

/// Entries of the past in materials of another time.
///
/// Told is what the dates say for certain: of a material without a date nothing, nor of an entry whose end nobody wrote.
extension ValueReader {
    /// Tells once of each entry that had ended, or changed its name, before the material's time.
    mutating func tellHistory(of entry: EntryReference, _ item: Item) {
        guard let day, !historic.contains(entry), let diagnostic = historyDiagnostic(entry, item, on: day) else {
            return
        }
        historic.insert(entry)
        add(diagnostic)
    }

    private func historyDiagnostic(_ reference: EntryReference, _ item: Item, on day: CalendarDate) -> Diagnostic? {
        let vocabulary = schema.vocabularies[reference.vocabulary]
        let entry = vocabulary.entries[reference.entry]
        let place = SourceLocation(file, item.range)
        if let end = entry.valid?.to?.end, entry.hasEnded(before: day) {
            return ended(vocabulary, reference.entry, end, day, at: place)
        }
        guard let past = vocabulary.formerName(item.text, of: reference.entry), past.id == nil,
            let end = past.valid?.to?.end ?? entry.valid?.from?.start?.previous, end < day
        else { return nil }
        return Diagnostic(.formerName, [past.text, Self.since(end), entry.name], at: place)
    }

    /// An entry that ended before the material's day; named is who was there on that day.
    private func ended(
        _ vocabulary: Vocabulary, _ position: EntryIndex, _ end: CalendarDate, _ day: CalendarDate,
        at place: SourceLocation
    ) -> Diagnostic {
        let name = vocabulary.entries[position].name
        guard let first = vocabulary.history(of: position).successor else {
            return Diagnostic(.endedEntry.worded(for: .endedForGood), [name, end.numeric], at: place)
        }
        var (successor, end) = (first, end)
        while let ended = vocabulary.entries[successor].valid?.to?.end, ended < day,
            let next = vocabulary.history(of: successor).successor
        {
            (successor, end) = (next, max(end, ended))
        }
        return Diagnostic(.endedEntry, [name, Self.since(end), vocabulary.entries[successor].name], at: place)
    }

    /// From when on it is no more: «2024» where that is the first day of a year, else the day.
    private static func since(_ end: CalendarDate) -> String {
        guard let next = end.next else { return end.numeric }
        return next.month == 1 && next.day == 1 ? String(next.year) : next.numeric
    }
}

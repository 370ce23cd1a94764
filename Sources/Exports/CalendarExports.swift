import AlbumModel
import Catalog
import Formats
import Linking
import Pages
import Theming

/// What is due, as files for a calendar program: for each roadmap table, for each entry of an axis, and all together with
/// the events.
///
/// Rows without a day of their own («в течение года») are left out, and so are those that last a year or of which no more
/// than a year is known; a calendar without events is no file. What concerns all of a region is in the file of each of its
/// municipalities, as on their pages.
struct CalendarExports: Sendable {
    let home: Page
    private var album: Album { home.album }
    private var wording: Wording { home.wording }

    /// All files; O(their rows).
    func files() -> [ExportedFile] {
        let rows = album.rows.rows.filter { $0.eventTerm != nil }
        guard !rows.isEmpty else { return [] }
        var byTable: [TablePlace: [CalendarRow]] = [:]
        for row in rows {
            guard case .row(let table, _) = row.source else { continue }
            byTable[TablePlace(material: row.material, table: table), default: []].append(row)
        }
        let tables = byTable.map { place, rows in
            let material = album.catalog.materials[place.material]
            let path =
                DataFiles.records(
                    ofPage: material.address, table: place.table,
                    id: album.compiled[place.material].tables[place.table].id, "ics")
            return ExportedFile(
                address: path, of: material.address,
                traced: { log in
                    // Which rows a table has is asked by way of all rows: they come from its text and from what they name.
                    log.note(.rows)
                    let reading = reading(log)
                    return reading.calendar(reading.album.catalog.materials[place.material].title, rows)
                })
        }
        let entries = album.catalog.vocabularies.positioned.filter { $1.isAxis }.flatMap { position, vocabulary in
            vocabulary.shown.compactMap { place -> ExportedFile? in
                let entry = vocabulary.entries[place]
                let reference = EntryReference(vocabulary: position, entry: place)
                let rows = album.rows(of: reference).rows.filter { $0.eventTerm != nil }
                guard !rows.isEmpty else { return nil }
                return ExportedFile(
                    address: DataFiles.calendar(of: vocabulary, entry), of: album.address(of: reference),
                    traced: { log in
                        log.note(.due(reference))
                        let reading = reading(log)
                        return reading.calendar(reading.album.catalog.schema.entry(reference).distinctName, rows)
                    })
            }
        }
        let all = ExportedFile(
            address: DataFiles.calendar,
            traced: { log in
                log.note(.rows)
                let reading = reading(log)
                return reading.calendar(reading.album.configuration.title, rows)
            })
        return (tables + entries + [all]).sorted { $0.address < $1.address }
    }

    /// The same; what it asks is noted.
    private func reading(_ log: ReadLog) -> CalendarExports { CalendarExports(home: home.read(log)) }

    private struct TablePlace: Hashable {
        let material: MaterialIndex
        let table: Int
    }

    private func calendar(_ name: String, _ rows: [CalendarRow]) -> [UInt8] {
        var writer = CalendarWriter(
            name: name, language: wording.language.rawValue, edition: album.configuration.edition)
        for row in rows { if let event = event(row) { writer.event(event) } }
        writer.finish()
        return writer.bytes
    }

    private func event(_ row: CalendarRow) -> CalendarWriter.Event? {
        guard let term = row.eventTerm, let start = term.sortKey else { return nil }
        // A calendar knows no event without an end: the one day that is known is named for what it is.
        let summary =
            switch (term.start, term.end) {
            case (_?, nil): wording.strings.text(Word.calendarBegins, row.name)
            case (nil, _?): wording.strings.text(Word.calendarDeadline, row.name)
            default: row.name
            }
        let material = album.catalog.materials[row.material]
        func told(_ word: Word, _ parties: [RowParty]) -> String? {
            parties.isEmpty ? nil : wording.strings.text(word, parties.map(\.name).joined(separator: "; "))
        }
        let description = [
            wording.text(term), wording.changeText(row.facets.change), wording.markText(row.facets.mark),
            told(.calendarParticipants, row.facets.participants),
            told(row.source == .material ? .calendarHost : .calendarExecutors, row.facets.executors),
            told(.calendarCoExecutors, row.facets.coExecutors),
            row.venue.map { wording.strings.text(Word.calendarVenue, $0) },
            row.source == .material ? album.catalog.kind(of: material).title : material.title,
            wording.placeText(row, album),
        ]
        let anchor =
            switch row.source {
            case .row(_, let anchor): "#\(anchor)"
            case .material: ""
            }
        var event = CalendarWriter.Event(
            id: "\(lastingID(of: material))\(anchor)@\(host)", start: start, end: term.end ?? start,
            summary: summary,
            description: description.compactMap(\.self), isCancelled: row.facets.change?.state == .cancelled,
            url: album.configuration.url.map { "\($0)\(material.address)\(anchor)" })
        event.location = row.venue
        event.changed = album.changes(of: row.material)?.last
        event.categories = wording.regionNames(row, album)
        return event
    }

    /// The id of a material under the first id that its album had: the events of a calendar that people follow are the
    /// same when the album is called otherwise.
    private func lastingID(of material: Material) -> String {
        let roots = album.catalog.schema.roots
        guard let id = album.catalog.schema.root(ofPath: material.path), let root = roots.first(where: { $0.id == id }),
            let first = root.was.first, material.id.rawValue.hasPrefix("\(id)/")
        else { return material.id.rawValue }
        return "\(first)\(material.id.rawValue.dropFirst(id.rawValue.count))"
    }

    /// What makes the names of events unique in the world: the site's host, or else its title.
    private var host: String {
        guard let url = album.configuration.url, let scheme = url.firstRange(of: "://") else {
            return Address.shortSlug(of: album.configuration.title, limit: 40)
        }
        return String(url[scheme.upperBound...].prefix { $0 != "/" })
    }
}

import AlbumModel
import Catalog
import Linking
import Theming

extension Page {
    /// The calendar of one table; none where no row is an event.
    func calendarDownload(of index: MaterialIndex, table position: Int) -> DownloadView? {
        let tables = album.compiled[index].tables
        let definition = album.catalog.kind(of: album.catalog.materials[index]).tables[tables[position].definition]
        guard definition.views.contains(.calendar),
            album.rows(in: index).contains(where: { $0.source.table == position && $0.eventTerm != nil })
        else { return nil }
        let path =
            DataFiles.records(
                ofPage: album.catalog.materials[index].address, table: position, id: tables[position].id, "ics")
        return DownloadView(
            wording.strings.text(Word.downloadTableCalendar, tables[position].caption),
            url(to: path),
            format: "ICS")
    }

    /// A calendar of everything, or of what concerns an entry of an axis; none where nothing is an event.
    func calendarDownload(of reference: EntryReference? = nil) -> DownloadView? {
        let rows = reference.map { album.rows(of: $0) } ?? album.rows
        let terms = rows.rows.compactMap(\.eventTerm)
        guard !terms.isEmpty else { return nil }
        let path = reference.map { reference in
            DataFiles.calendar(
                of: album.catalog.vocabularies[reference.vocabulary], album.catalog.schema.entry(reference))
        }
        // The file of a municipality has what concerns all of its region too.
        let isRow = reference != nil && reference?.vocabulary == album.coverage?.rowVocabulary
        let name = wording.word(isRow ? .downloadOwnCalendar : .downloadCalendar)
        let isOver = terms.allSatisfy { $0.end.map { $0 < album.configuration.edition } ?? false }
        return DownloadView(
            isOver ? wording.strings.text(Word.downloadAllOver, name) : name,
            url(to: path ?? DataFiles.calendar), format: "ICS")
    }
}

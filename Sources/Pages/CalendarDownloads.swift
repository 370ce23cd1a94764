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

    /// A calendar of what concerns an entry of an axis; none where nothing is an event.
    func calendarDownload(of reference: EntryReference) -> DownloadView? {
        let terms = album.rows(of: reference).rows.compactMap(\.eventTerm)
        guard !terms.isEmpty else { return nil }
        let path = DataFiles.calendar(
            of: album.catalog.vocabularies[reference.vocabulary], album.catalog.schema.entry(reference))
        // The file of a municipality has what concerns all of its region too.
        let isRow = reference.vocabulary == album.coverage?.rowVocabulary
        let name = wording.word(isRow ? .downloadOwnCalendar : .downloadCalendar)
        let isOver = countOver(terms) == terms.count
        return DownloadView(
            isOver ? wording.strings.text(Word.downloadAllOver, name) : name,
            url(to: path), format: "ICS")
    }

    /// The site's calendar on its own page: how many events it has, and how many of them are over.
    ///
    /// The page's script says the same in the same words, so that nothing moves when it begins, and says it anew of what a
    /// filter leaves.
    func countedCalendarDownload() -> DownloadView? {
        let terms = album.rows.rows.compactMap(\.eventTerm)
        guard !terms.isEmpty else { return nil }
        let over = countOver(terms)
        let note: String? =
            if over == 0 {
                nil
            } else if over == terms.count {
                wording.strings.text(Word.calendarFileOver, editionText)
            } else {
                wording.strings.text(Word.calendarFilePartly, String(over), editionText)
            }
        return DownloadView(
            wording.strings.text(Word.calendarFileAll, String(terms.count)), url(to: DataFiles.calendar),
            format: "ICS", note: note)
    }

    /// How many of these end before the day of the edition.
    private func countOver(_ terms: [Period]) -> Int {
        terms.count { $0.end.map { $0 < album.configuration.edition } ?? false }
    }
}

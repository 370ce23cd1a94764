import AlbumModel
import Catalog
import Languages
import Linking
import Theming

/// What is due on the day of the edition, as pages say it: rows, or in words that there are none.
///
/// A day is named: whoever reads the site later would take «now» for his own. Where nothing is due it is that of the last term, so
/// that another edition says the same as long as nothing else is planned.
struct DueRows {
    /// None where there is nothing to say of time.
    let title: String?
    /// «Мероприятий и событий со сроком позже 1 декабря 2023 года нет»; none where something is due.
    let none: String?
    /// What is due; where nothing is and may be, the rows that ended last.
    let rows: [CalendarRow]
    /// Said over `within`; none where that is empty.
    let withinTitle: String?
    /// What may be due: no more is known than a time that has not ended.
    let within: [CalendarRow]

    init(_ due: CalendarRows.Due, _ page: Page) {
        func dated(_ word: Word) -> String { page.wording.strings.text(word, page.editionText) }
        switch due {
        case .noRows: (title, none, rows, within) = (nil, nil, [], [])
        case .rows(let ahead, let within) where ahead.isEmpty:
            (title, none, rows, self.within) = (page.wording.word(.dueTitle), dated(.dueNoneExact), [], within)
        case .rows(let ahead, let within): (title, none, rows, self.within) = (dated(.dueNext), nil, ahead, within)
        case .nothing(let latest, let until):
            let word: Word =
                latest.isEmpty ? .dueNoneAfter : latest.count == 1 ? .dueNoneLatest : .dueNoneLatestSeveral
            let told = until.map { day in
                page.wording.strings.text(
                    word, DateText(page.wording.language).day(day.year, day.month, day.day))
            }
            (title, none, rows, within) = (page.wording.word(.dueTitle), told ?? dated(.dueNone), latest, [])
        }
        withinTitle = within.isEmpty ? nil : page.wording.word(.dueWithin)
    }
}

extension Page {
    /// The day of the edition: all that the site says of time is said of it.
    var editionText: String {
        let day = album.configuration.edition
        return DateText(wording.language).day(day.year, day.month, day.day)
    }

    /// What the calendar shows, and of which day.
    var calendarLead: String {
        wording.word(.pageCalendarLead) + " " + wording.strings.text(Word.calendarAsOf, editionText)
    }
}

import Catalog
import Formats
import Languages
import Theming

extension Page {
    /// When a material was changed; nothing where that is not known, or not to be told.
    func history(of index: MaterialIndex) -> HistoryView? {
        guard let history = album.changes(of: index) else { return nil }
        func text(_ day: CalendarDate) -> String { DateText(wording.language).day(day.year, day.month, day.day) }
        let last = wording.strings.text(Word.historyChanged, text(history.last))
        // Without a word about them, changes of one day are one line.
        var shown: [ChangeHistory.Change] = []
        for change in history.changes where shown.last != change || change.subject != nil { shown.append(change) }
        let count = history.changes.count
        return HistoryView(
            said: count > 1 ? "\(last) · \(wording.strings.counted(count, CountWord.changes))" : last,
            changes: shown.count == 1 && shown[0].subject == nil
                ? []
                : shown.map { ChangeView(day: text($0.day), machineDay: "\($0.day)", subject: $0.subject) })
    }
}

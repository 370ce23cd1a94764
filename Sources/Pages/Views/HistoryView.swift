import Theming

/// When a material was changed.
struct HistoryView: View {
    /// «Изменено 3 декабря 2023 г., правок: 5».
    var said: String
    /// The newest first; empty where there is no more to say than the day of the last.
    var changes: [ChangeView]

    static let schema = ViewSchema<HistoryView>(
        "history", "When a material was changed",
        [
            .text("said", "The last change, and how many there were") { $0.said },
            .list("changes", "The changes, the newest first; none where there is no more to say") { $0.changes },
        ])
}

/// One change of a material.
struct ChangeView: View {
    var day: String
    /// ISO 8601.
    var machineDay: String
    /// What was said of it; none where that is not shown.
    var subject: String?

    static let schema = ViewSchema<ChangeView>(
        "change", "One change of a material",
        [
            .text("day", "Its day") { $0.day },
            .text("machine_day", "Its day for programs") { $0.machineDay },
            .text("subject", "What was said of it; none where that is not shown") { $0.subject },
        ])
}

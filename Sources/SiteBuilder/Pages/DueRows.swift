import Theming

/// What is due, as pages say it: rows, or in words that there are none.
struct DueRows {
    /// None where there is nothing to say of time.
    let title: String?
    /// «Сейчас ничего не назначено»; none where something is due.
    let none: String?
    /// What is due; where nothing is, the row that ended last.
    let rows: [RoadmapRow]

    init(_ due: RoadmapRows.Due, _ context: SiteContext) {
        switch due {
        case .noRows: (title, none, rows) = (nil, nil, [])
        case .ahead(let ahead): (title, none, rows) = (context.word(.dueNext), nil, ahead)
        case .nothing(latest: nil): (title, none, rows) = (context.word(.dueNext), context.word(.dueNone), [])
        case .nothing(let latest?):
            (title, none, rows) = (context.word(.dueNext), context.word(.dueNoneLatest), [latest])
        }
    }
}

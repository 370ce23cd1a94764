/// The stages of a build, in their order.
package enum Stage: String, Sendable, CaseIterable {
    case discover, materials, link, pages, index, write

    /// What a person is told is going on.
    package var title: (ru: String, en: String) {
        switch self {
        case .discover: ("поиск файлов", "discover")
        case .materials: ("материалы", "materials")
        case .link: ("связи", "link")
        case .pages: ("страницы", "pages")
        case .index: ("поисковый индекс", "index")
        case .write: ("публикация", "publish")
        }
    }
}

/// Measures how long each stage takes.
///
/// For the summary alone: no time reaches the output.
package struct StageClock: Sendable {
    private var durations: [(stage: Stage, duration: Duration)] = []
    private let start = ContinuousClock.now
    private let progress: (@Sendable (Stage) -> Void)?

    package init(progress: (@Sendable (Stage) -> Void)? = nil) { self.progress = progress }

    /// What was measured up to now.
    var times: StageTimes { StageTimes(stages: durations, total: ContinuousClock.now - start) }

    /// Runs a stage and notes its time.
    package mutating func measure<Result, Failure: Error>(
        _ stage: Stage, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        progress?(stage)
        let begin = ContinuousClock.now
        defer { durations.append((stage, ContinuousClock.now - begin)) }
        return try body()
    }
}

/// How long a build took.
package struct StageTimes: Sendable {
    package let stages: [(stage: Stage, duration: Duration)]
    /// The stages and what lies between them.
    package let total: Duration
}

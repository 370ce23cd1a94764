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

/// How long each stage took.
///
/// For the summary alone: no time reaches the output.
package struct StageClock: Sendable {
    package private(set) var durations: [(stage: Stage, duration: Duration)] = []
    private let start = ContinuousClock.now
    private let progress: (@Sendable (Stage) -> Void)?

    package init(progress: (@Sendable (Stage) -> Void)? = nil) { self.progress = progress }

    /// Since the clock was made: stages and what lies between them.
    package var total: Duration { ContinuousClock.now - start }

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

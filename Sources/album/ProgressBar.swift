import SiteBuilder
import Synchronization

/// A bar on one line of a terminal; nothing anywhere else.
final class ProgressBar: Sendable {
    private let isShown: Bool
    private let width = 24

    init(isShown: Bool) { self.isShown = isShown }

    /// A stage begins.
    func begin(_ stage: Stage) {
        guard isShown, let position = Stage.allCases.firstIndex(of: stage) else { return }
        let filled = width * position / Stage.allCases.count
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        Terminal.note("\r\u{1B}[2K\(bar) \(stage.title.ru)")
    }

    /// The line is given back.
    func end() {
        if isShown { Terminal.note("\r\u{1B}[2K") }
    }
}

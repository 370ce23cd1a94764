import Synchronization

/// The builds of a preview, one after the other, each of sources that were not built yet.
///
/// A save is told of twice: by the form that made it and by what watches the sources, in either order. It is built once,
/// so that no page loads itself a second time. `Look` is what the sources are at a moment; it takes its time, so it is
/// taken only where a save is about.
///
/// ```swift
/// let turns = BuildTurns(look: { former in Look(sources, since: former) }, build: { … })
/// turns.sourcesChanged(whileSaving: desk.isSaving)
/// turns.saved()
/// ```
package final class BuildTurns<Look: Equatable & Sendable>: Sendable {
    private let look: @Sendable (Look?) -> Look
    private let build: @Sendable () -> Void
    /// What the sources were before the last build, where that is known.
    ///
    /// A build that began before a file was written must not be shown after the one that has it.
    private let built = Mutex<Look?>(nil)

    /// - Parameters:
    ///   - look: what the sources are now; it gets the look with which it will be compared.
    ///   - build: makes the site and shows it.
    package init(look: @escaping @Sendable (Look?) -> Look, build: @escaping @Sendable () -> Void) {
        self.look = look
        self.build = build
    }

    /// Builds, unless it is known that the last build had all that is there.
    ///
    /// - Parameter whileSaving: whether a form may be writing at the moment; its ``saved()`` is to come.
    package func sourcesChanged(whileSaving: Bool) {
        built.withLock { built in
            if let former = built, look(former) == former { return }
            built = whileSaving ? look(nil) : nil
            build()
        }
    }

    /// The same after a form was saved, which what watches the sources may tell of as well.
    package func saved() { sourcesChanged(whileSaving: true) }
}

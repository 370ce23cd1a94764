import Editing

extension RenamingPlan {
    /// What would be written, as `git diff` shows it.
    package var diff: String {
        changes.map { change in
            (change.isMove ? "rename from \(change.from)\nrename to \(change.to)\n" : "")
                + UnifiedDiff.text(from: change.before, to: change.after, path: change.from, newPath: change.to)
        }.joined()
    }
}

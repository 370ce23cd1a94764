import Catalog
import Diagnostics

/// Mends what has one answer, and makes sure that nothing else becomes worse.
///
/// ```swift
/// let mender = Mender(schema: schema, read: { … }, look: { … })
/// let mended = try mender.mend(diagnostics)
/// ```
/// All fixes are tried at a time, and one by one where the site says something new then. What comes to light behind a
/// mended mistake is mended in its turn.
package struct Mender<Failure: Error> {
    /// By the path of a file, from the root of the site.
    package typealias Texts = [String: [UInt8]]

    package struct Outcome {
        /// In the order in which they were mended.
        package internal(set) var fixed: [Diagnostic] = []
        /// The new bytes of the files, and what was there.
        package internal(set) var texts: Texts = [:]
        package internal(set) var before: Texts = [:]
        /// What is told of the site now.
        package internal(set) var left: [Diagnostic]
    }

    private let schema: Schema
    private let read: (String) throws(Failure) -> [UInt8]?
    private let look: (Texts) throws(Failure) -> [Diagnostic]

    /// - Parameters:
    ///   - schema: by which front matters are read.
    ///   - read: the bytes of a file; nothing where it may not be written.
    ///   - look: all that is told of the site as if it had texts.
    package init(
        schema: Schema, read: @escaping (String) throws(Failure) -> [UInt8]?,
        look: @escaping (Texts) throws(Failure) -> [Diagnostic]
    ) {
        self.schema = schema
        self.read = read
        self.look = look
    }

    /// What uncovers more is mended in passes; a text whose mistakes never end is left as it is then.
    private static var mostPasses: Int { 12 }

    /// - Parameters:
    ///   - told: all that is told of the site as it is.
    ///   - isWanted: which of it is to be mended.
    package func mend(_ told: [Diagnostic], where isWanted: (Diagnostic) -> Bool) throws(Failure) -> Outcome {
        var outcome = Outcome(left: told)
        var refused: Set<Key> = []
        for _ in 0..<Self.mostPasses {
            let batch = try fixes(outcome, isWanted) { !refused.contains($0) }
            guard !batch.isEmpty else { break }
            if try take(batch, &outcome) { continue }
            for fix in batch where try !take([fix], &outcome) { refused.insert(Key(fix.diagnostic)) }
        }
        return outcome
    }

    /// The fixes that can be made at a time.
    private func fixes(_ outcome: Outcome, _ isWanted: (Diagnostic) -> Bool, _ isOpen: (Key) -> Bool)
        throws(Failure) -> [Fix]
    {
        var found: [String: [Fix]] = [:]
        for diagnostic in outcome.left where Fix.codes.contains(diagnostic.code.name) && isWanted(diagnostic) {
            let path = diagnostic.location.path
            guard isOpen(Key(diagnostic)), let bytes = try bytes(of: path, outcome),
                let fix = Fix(diagnostic, of: bytes, schema),
                found[path, default: []].allSatisfy(fix.isApart)
            else { continue }
            found[path, default: []].append(fix)
        }
        return found.sorted { $0.key < $1.key }.flatMap(\.value)
    }

    private func bytes(of path: String, _ outcome: Outcome) throws(Failure) -> [UInt8]? {
        if let text = outcome.texts[path] { return text }
        return try read(path)
    }

    /// Makes fixes, unless the site would say something new then or still say what they mend.
    private func take(_ fixes: [Fix], _ outcome: inout Outcome) throws(Failure) -> Bool {
        var (texts, before) = (outcome.texts, outcome.before)
        for (path, fixes) in Dictionary(grouping: fixes, by: \.diagnostic.location.path) {
            guard let bytes = try bytes(of: path, outcome),
                let mended = Fix.applying(fixes, to: bytes, path: path)
            else { return false }
            texts[path] = mended
            before[path] = before[path] ?? bytes
        }
        let left = try look(texts)
        guard Self.isSound(outcome.left, left, fixes) else { return false }
        outcome.fixed += fixes.map(\.diagnostic)
        (outcome.texts, outcome.before, outcome.left) = (texts, before, left)
        return true
    }

    /// Whether what the fixes mend is gone and nothing new is told but of texts that were not read before.
    private static func isSound(_ before: [Diagnostic], _ after: [Diagnostic], _ fixes: [Fix]) -> Bool {
        let (before, after) = (counts(before), counts(after))
        let uncovered = Set(fixes.filter(\.uncovers).map(\.diagnostic.location.path))
        let isNothingNew = after.allSatisfy { key, count in
            count <= before[key] ?? 0 || uncovered.contains(key.path) && !fixes.contains { Key($0.diagnostic) == key }
        }
        return isNothingNew
            && Dictionary(grouping: fixes) { Key($0.diagnostic) }.allSatisfy { key, fixes in
                after[key] ?? 0 <= (before[key] ?? 0) - fixes.count
            }
    }

    private static func counts(_ diagnostics: [Diagnostic]) -> [Key: Int] {
        diagnostics.reduce(into: [:]) { $0[Key($1), default: 0] += 1 }
    }

    /// What a diagnostic says, wherever it stands in its file.
    private struct Key: Hashable {
        let path: String
        let code: String
        let arguments: [String]

        init(_ diagnostic: Diagnostic) {
            path = diagnostic.location.path
            code = diagnostic.code.name
            arguments = diagnostic.arguments
        }
    }
}

import Diagnostics

/// One message for one cause, also where the cause shows in several files.
///
/// A file that was renamed breaks each link to it; what an editor has to do is one thing all the same. The first place
/// keeps the message, the others are named in it.
enum OneCause {
    /// Codes whose arguments name the cause.
    private static let merged: Set<DiagnosticCode> = [
        .unknownReference, .unknownTitle, .goneRoot, .linkToDraft, .linkToWithdrawn, .linkToReplaced,
        .nameOfWholeSite,
    ]
    /// All places that a message stands for; a place that only explains it is none of them.
    static func places(of diagnostic: Diagnostic) -> [SourceLocation] {
        let isOfSeveral = merged.contains(diagnostic.code) || diagnostic.code == .placeOfOtherRegion
        return [diagnostic.location] + (isOfSeveral ? diagnostic.related : [])
    }

    /// Codes that say all of a place, and those that need not be said there besides.
    private static let covering: [(codes: Set<DiagnosticCode>, others: Set<DiagnosticCode>)] = [
        (Set(DiagnosticCode.privacyCodes), [.bareAddress, .brokenLink]),
        ([.nearHeading, .sunkenParagraph, .misnamedSection], [.joinedLines]),
    ]

    /// The diagnostics in the order of printing, those of one cause as one.
    ///
    /// O(n log n).
    static func settled(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        merge(withoutUnclearDrafts(withoutRepetitions(diagnostics.sortedForPrinting())))
    }

    private static func merge(_ sorted: [Diagnostic]) -> [Diagnostic] {
        struct Cause: Hashable {
            let code: DiagnosticCode
            let arguments: [String]
            // A fault of what is published must not hide in a message on a draft.
            let isOfDraft: Bool
        }
        var first: [Cause: Int] = [:]
        var others: [Int: [SourceLocation]] = [:]
        var result: [Diagnostic] = []
        for diagnostic in sorted {
            let cause = Cause(code: diagnostic.code, arguments: diagnostic.arguments, isOfDraft: diagnostic.isOfDraft)
            if merged.contains(diagnostic.code), let index = first[cause] {
                others[index, default: []].append(diagnostic.location)
            } else {
                first[cause] = result.count
                result.append(diagnostic)
            }
        }
        for (index, places) in others { result[index] = result[index].withMore(related: places) }
        return result
    }

    /// Links to a material that nobody meant for a draft are right as soon as it says so.
    private static func withoutUnclearDrafts(_ sorted: [Diagnostic]) -> [Diagnostic] {
        let titles = Set(sorted.filter { $0.code == .unclearDraft }.map(\.arguments))
        return titles.isEmpty ? sorted : sorted.filter { $0.code != .linkToDraft || !titles.contains($0.arguments) }
    }

    /// Where one message says what to do, another of the same place would only repeat it: a mailbox in a link that may
    /// not be published is no address without `mailto:` besides, a heading that sank into a paragraph no line that runs on.
    private static func withoutRepetitions(_ sorted: [Diagnostic]) -> [Diagnostic] {
        covering.reduce(sorted) { diagnostics, covering in
            var places: [String: [Range<Int>]] = [:]
            for diagnostic in diagnostics where covering.codes.contains(diagnostic.code) {
                if let range = diagnostic.location.range {
                    places[diagnostic.location.path, default: []].append(range)
                }
            }
            guard !places.isEmpty else { return diagnostics }
            return diagnostics.filter { diagnostic in
                guard covering.others.contains(diagnostic.code), let range = diagnostic.location.range else {
                    return true
                }
                return !(places[diagnostic.location.path] ?? []).contains { $0.overlaps(range) }
            }
        }
    }
}

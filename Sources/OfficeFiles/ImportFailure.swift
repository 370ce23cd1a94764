import Diagnostics
import Languages

/// Why a file could not be taken in.
///
/// Its wording stands with all other messages, in ``ImportReason``.
package struct ImportFailure: Error, Sendable, Hashable {
    package let reason: Bilingual
    package let arguments: [String]
    /// Whether something is missing on the machine or in the call, not in the file.
    package let isUsage: Bool

    package init(_ reason: Bilingual, _ arguments: [String] = [], isUsage: Bool = false) {
        self.reason = reason
        self.arguments = arguments
        self.isUsage = isUsage
    }

    /// What went wrong and what to do, for a person.
    package func text(_ language: Language) -> String { reason.text(language, arguments) }
}

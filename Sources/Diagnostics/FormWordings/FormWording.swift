/// How a form words a diagnostic: for somebody who sees fields, a text and tables, and neither a file nor its markup.
package struct FormWording: Sendable {
    /// What is wrong; nothing where the catalogue's own message says it.
    package let message: Bilingual?
    /// What to do about it in the form; empty where the message says it.
    package let remedy: Bilingual

    init(_ ru: String, _ en: String, ru message: String? = nil, en english: String? = nil) {
        remedy = Bilingual(ru: ru, en: en)
        self.message = message.map { Bilingual(ru: $0, en: english ?? $0) }
    }
}

extension DiagnosticCode {
    /// The wording for a form, where the catalogue's speaks of the file.
    package var inForm: FormWording? { Self.formWordings[name] }

    /// What is wrong, as a form says it.
    package var formMessage: Bilingual { inForm?.message ?? message }

    /// What to do about it, as a form says it; may be empty.
    package var formRemedy: Bilingual { inForm?.remedy ?? remedy }

    /// Codes of which no form tells, since no material's fields or text can cause them.
    package static let unknownToForms: Set<DiagnosticCode> = Set(
        schemaCodes + historyCodes + themingCodes + rootFileCodes + yamlCodes + ledgerCodes
            + fileCodes.filter { ![controlCharacter, directionMark, unseenCharacter].contains($0) }
            + fileLossCodes + rootCodes.filter { ![placeOfGoneRoot, goneRoot].contains($0) } + [
                brokenConfiguration, brokenAccessibility, securityExpires, noHistory, missingConfiguration,
                unknownMenuItem,
                unknownPage, allDrafts,
                orphan,
                missingTheme,
                unclearDraft, unknownKind, missingKind, brokenAllowance, idleAllowance, dashedFence, cutValue,
                materialExtension, copiedFile, unreadCopy, wrongFolder,
            ])

    /// Codes that say how something was read, which is mostly meant so: told at their places, and nobody who publishes is
    /// asked about them.
    ///
    /// Rows that part a table, sum it up or sign it; a column that the kind has not; a name that is known by another one.
    /// Where words are lost, or readers would see something that is hardly meant, it is a question.
    package static let informing: Set<DiagnosticCode> = [
        noRecord, footerRow, titleRows, unknownColumn, nearColumn, headingMark, tableWithoutHeading, noValue,
        formerName,
        picturePosition,
    ]

    private static let formWordings: [String: FormWording] = Dictionary(
        (fieldWordings + textWordings + tableWordings).map { ($0.code.name, $0.wording) },
        uniquingKeysWith: { first, _ in first })

    /// A code with its wording.
    struct Worded: Sendable {
        let code: DiagnosticCode
        let wording: FormWording

        /// - Parameters:
        ///   - russian: what to do.
        ///   - english: the same.
        ///   - message: what is wrong.
        init(
            _ code: DiagnosticCode, _ russian: String, _ english: String, ru message: String? = nil,
            en: String? = nil
        ) {
            self.code = code
            wording = FormWording(russian, english, ru: message, en: en)
        }
    }
}

extension DiagnosticCode {
    /// Every code of the program, by area.
    package static let all: [DiagnosticCode] =
        markdownCodes + catalogCodes + linkingCodes + recordCodes + lossCodes + siteCodes + themingCodes
        + privacyCodes + publishedFileCodes
}

extension DiagnosticCode {
    /// Every code of the program, by area.
    package static let all: [DiagnosticCode] =
        markdownCodes + lostMarkCodes + catalogCodes + linkingCodes + recordCodes + siteCodes + themingCodes
}

extension DiagnosticCode {
    /// Codes of the Markdown layer.
    package static let markdownCodes: [DiagnosticCode] = [rawHTML]

    package static let rawHTML = DiagnosticCode(
        "raw-html", .warning,
        ru: "HTML в тексте не действует и показан как есть: {1}",
        en: "raw HTML is shown as text: {1}",
        remedyRu: "замените разметкой Markdown или уберите", remedyEn: "use Markdown instead, or remove it")
}

import Diagnostics

/// A complaint of libyaml in an editor's words.
///
/// libyaml says what it was doing (`while scanning an alias`) and what it met (`did not find expected …`); what the
/// editor did is mostly one of a dozen things.
struct YAMLProblem {
    let problem: String
    let context: String
    /// The line in which it was met, and the character.
    let line: String
    let character: String

    /// Whether the text begins with `&` or `*`.
    var isAnchor: Bool { context.hasSuffix("an alias") || context.hasSuffix("an anchor") || problem.hasSuffix("alias") }

    /// What is wrong and what to do; its place, if it has one, takes the complaint itself.
    var reason: Bilingual {
        if context == "while scanning a tag" { return YAMLReason.tag }
        if character == "\t" { return YAMLReason.tabulator }
        if problem == "did not find expected key", line.utf8.count(where: { $0 == UInt8(ascii: "\"") }) > 2 {
            return YAMLReason.nestedQuotes
        }
        return Self.known.first { problem.contains($0.complaint) }?.reason ?? YAMLReason.other
    }

    private static let known: [(complaint: String, reason: Bilingual)] = [
        ("mapping values are not allowed", YAMLReason.colon),
        ("could not find expected ':'", YAMLReason.noColon),
        ("did not find expected key", YAMLReason.noKey),
        ("did not find expected '-' indicator", YAMLReason.unevenItems),
        ("did not find expected ',' or ']'", YAMLReason.openList),
        ("did not find expected ',' or '}'", YAMLReason.openPairs),
        ("did not find expected node content", YAMLReason.noValue),
        ("found unexpected end of stream", YAMLReason.openEnd),
        ("found unexpected document indicator", YAMLReason.openQuotes),
        ("cannot start any token", YAMLReason.sign),
        ("found a tab character", YAMLReason.tabulator),
        ("block sequence entries are not allowed", YAMLReason.misplacedItem),
        ("mapping keys are not allowed", YAMLReason.question),
        ("expected comment or line break", YAMLReason.block),
        ("found unknown escape character", YAMLReason.backslash),
        ("invalid Unicode character escape", YAMLReason.backslash),
        ("expected hexdecimal number", YAMLReason.backslash),
        ("control characters are not allowed", YAMLReason.control),
        ("but found another document", YAMLReason.secondDocument),
        ("<document start>", YAMLReason.trailing),
        ("incompatible YAML document", YAMLReason.directive),
        ("directive", YAMLReason.directive),
    ]
}

import Diagnostics

#if canImport(Glibc)
    import Glibc
#endif

/// The one place that prints.
enum Terminal {
    /// Data, to stdout.
    static func data(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// A line for a person, to stderr.
    static func message(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    /// Text as it is, to stderr.
    static func note(_ text: String) { write(text, to: STDERR_FILENO) }

    /// A name from elsewhere without what a terminal would obey: control characters become `�`.
    static func printable(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
    }

    /// The same of a text of several lines, which stay.
    static func printableLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map { printable(String($0)) }
                .joined(separator: "\t")
        }.joined(separator: "\n")
    }

    /// Controls, and marks that change the direction of what follows.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
    }

    /// Whether a person looks at the messages.
    static var isInteractive: Bool {
        isatty(STDERR_FILENO) == 1 && getenv("TERM").map { String(cString: $0) } != "dumb"
    }

    /// Whether colours were refused (no-color.org).
    static var refusesColour: Bool { getenv("NO_COLOR").map { $0.pointee != 0 } ?? false }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                // A closed pipe (`album list | head`) ends the output, which is what the reader wanted.
                if count <= 0 { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }
}

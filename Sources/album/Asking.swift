import Files
import Languages

#if canImport(Glibc)
    import Glibc
#endif

/// Asks a person at a terminal for what a command was not given.
///
/// Questions go to stderr, so that what a command gives can be read by another program all the same.
enum Asking {
    /// Whether somebody is there to answer.
    static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// A line that is not empty; nothing when the input ends.
    ///
    /// - Parameter expected: what is said to an empty one.
    static func line(_ question: String, expected: String) -> String? {
        while true {
            Terminal.note(question)
            guard let answer = readLine() else { return nil }
            let text = answer.trimmingSpaces
            if !text.isEmpty { return text }
            Terminal.message(expected)
        }
    }

    /// A line that is not shown while it is typed; nothing when there is no terminal.
    static func secret(_ question: String) -> String? { getpass(question).map { String(cString: $0) } }

    /// A line as it is typed, without white space at both ends; nothing when the input ends.
    static func wholeLine(_ question: String) -> String? {
        Terminal.note(question)
        return readLine()?.trimmingSpaces
    }

    /// A line that may be missing; nothing when it is empty or the input ends.
    static func optionalLine(_ question: String) -> String? {
        wholeLine(question).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Lines as they are pasted, to the first empty one behind a line with text; nothing when the input ends before.
    static func block() -> String? {
        var lines: [String] = []
        while let line = readLine() {
            if !line.trimmingSpaces.isEmpty {
                lines.append(line)
            } else if !lines.isEmpty {
                return lines.joined(separator: "\n")
            }
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    /// All that is sent in, and no more than `limit` and one of it.
    static func bytes(limit: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError(.read, "stdin", .system(errno)) }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return bytes
    }

    /// Without white space at both ends.
    static func trimmed(_ text: String) -> String { text.trimmingSpaces }

    /// One of several, by its number or by a name that `find` knows; nothing when the input ends.
    static func choice<Value>(_ question: String, _ choices: [(name: String, Value)], find: (String) -> Value?)
        -> Value?
    {
        for (number, choice) in choices.enumerated() { Terminal.message("  \(number + 1). \(choice.name)") }
        let expected = "Напишите номер от 1 до \(choices.count) или название из списка."
        while let answer = line(question, expected: expected) {
            if let number = Int(answer), choices.indices.contains(number - 1) { return choices[number - 1].1 }
            let folded = NameFolding.fold(answer)
            if let named = choices.first(where: { NameFolding.fold($0.name) == folded }) { return named.1 }
            if let value = find(answer) { return value }
            Terminal.message(expected)
        }
        return nil
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmingSpaces: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

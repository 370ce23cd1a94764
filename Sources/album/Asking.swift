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
    static func line(_ question: String) -> String? {
        while true {
            Terminal.note(question)
            guard let answer = readLine() else { return nil }
            let text = answer.trimmingSpaces
            if !text.isEmpty { return text }
        }
    }

    /// One of several, by its number or by a name that `find` knows; nothing when the input ends.
    static func choice<Value>(_ question: String, _ choices: [(name: String, Value)], find: (String) -> Value?)
        -> Value?
    {
        for (number, choice) in choices.enumerated() { Terminal.message("  \(number + 1). \(choice.name)") }
        while let answer = line(question) {
            if let number = Int(answer), choices.indices.contains(number - 1) { return choices[number - 1].1 }
            if let value = find(answer) { return value }
            Terminal.message("Напишите номер от 1 до \(choices.count) или название из списка.")
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

import Diagnostics

/// What the parser of arguments says, in Russian.
///
/// It has no catalogue of its own: its sentences are known and few, and each is told anew. One that is not known stays
/// as it is, so that nothing is lost. The tests make each of them.
enum UsageText {
    /// A message about a fault of usage, or a help text.
    static func russian(_ text: String) -> String {
        // The program itself takes no argument but the name of a command.
        let wrong = text.firstMatch(of: /^Error: Unexpected argument '(.*)'\nUsage: album <subcommand>/)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
        guard let wrong else { return lines.joined(separator: "\n") }
        let meant = NameSuggester(Album.names).nearest(to: String(wrong.1)).first.map { "; возможно: \($0)" } ?? ""
        return (["Ошибка: команды «\(wrong.1)» нет\(meant)"] + lines.dropFirst()).joined(separator: "\n")
    }

    private static func line(_ line: String) -> String {
        let told = openings.first { line.hasPrefix($0.english) }.map {
            $0.russian + line.dropFirst($0.english.count)
        }
        return sentence(told ?? line)
    }

    /// How lines begin.
    private static let openings: [(english: String, russian: String)] = [
        ("OVERVIEW: ", ""), ("USAGE: ", "КАК ВЫЗВАТЬ: "), ("Usage: ", "Как вызвать: "), ("ARGUMENTS:", "АРГУМЕНТЫ:"),
        ("OPTIONS:", "КЛЮЧИ:"), ("SUBCOMMANDS:", "КОМАНДЫ:"), ("Error: ", "Ошибка: "), ("Help:  ", "Справка: "),
        ("Please use ", "Годится "),
    ]

    /// The sentences, with what they name.
    private static func sentence(_ line: String) -> String {
        if let match = line.firstMatch(of: /See '(.+?) <subcommand>' for detailed help\./) {
            return line.replacing(match.0, with: "Подробнее о команде: \(match.1) КОМАНДА")
        }
        if let match = line.firstMatch(of: /See '(.+?)' for more information\./) {
            return line.replacing(match.0, with: "Подробнее: \(match.1)")
        }
        if let match = line.firstMatch(of: /Unexpected argument '(.*)'/) {
            return line.replacing(match.0, with: "лишнее слово «\(match.1)»")
        }
        if let match = line.firstMatch(of: /[0-9]+ unexpected arguments: (.*)/) {
            return line.replacing(match.0, with: "лишние слова: \(match.1)")
        }
        if let match = line.firstMatch(of: /Missing one of: (.+)/) {
            return line.replacing(match.0, with: "не хватает одного из: \(match.1)")
        }
        if let match = line.firstMatch(of: /Missing expected argument '(.+?)'/) {
            return line.replacing(match.0, with: "не хватает \(match.1)")
        }
        if line.contains("Missing required subcommand.") {
            return line.replacing("Missing required subcommand.", with: "не сказано, какая команда")
        }
        return aboutOptions(line)
    }

    private static func aboutOptions(_ line: String) -> String {
        if let match = line.firstMatch(of: /Unknown option '(.+?)'\. Did you mean '(.+?)'\?/) {
            return line.replacing(match.0, with: "ключа \(match.1) нет; возможно: \(match.2)")
        }
        if let match = line.firstMatch(of: /Unknown option '(.+?)'/) {
            return line.replacing(match.0, with: "ключа \(match.1) нет")
        }
        if let match = line.firstMatch(of: /Missing value for '(.+?)'/) {
            return line.replacing(match.0, with: "не хватает значения: \(match.1)")
        }
        if let match = line.firstMatch(of: /The option '(.+?)' does not take any value, but '(.*)' was specified\./) {
            return line.replacing(match.0, with: "у ключа \(match.1) нет значений, а написано «\(match.2)»")
        }
        if let match = line.firstMatch(of: /The value '(.*?)' is invalid for '(.+?)'\. Please provide one of (.+)\./) {
            let values = match.3.replacing(" and ", with: ", ").replacing(" or ", with: ", ").filter { $0 != "'" }
            return line.replacing(match.0, with: "значение «\(match.1)» не годится для \(match.2); годятся: \(values)")
        }
        if let match = line.firstMatch(of: /The value '(.*?)' is invalid for '(.+?)'/) {
            return line.replacing(match.0, with: "значение «\(match.1)» не годится для \(match.2)")
        }
        if let match = line.firstMatch(of: /Can't generate completion scripts for '(.*)'\./) {
            return line.replacing(match.0, with: "подсказок для оболочки «\(match.1)» нет.")
        }
        return defaults(line)
    }

    /// Remarks behind the help of options.
    private static func defaults(_ line: String) -> String {
        line.replacing(" <subcommand>", with: " КОМАНДА").replacing(" [<options>]", with: " [КЛЮЧИ]")
            .replacing(" <options>", with: " [КЛЮЧИ]")
            .replacing("(default: ", with: "(по умолчанию: ").replacing("; default: ", with: "; по умолчанию: ")
            // Where a line was wrapped before it.
            .replacing("  default: ", with: "  по умолчанию: ")
            .replacing("(values:", with: "(значения:").replacing("Show the version.", with: "Номер версии.")
            .replacing("Show help information.", with: "Эта справка.")
            .replacing("Show subcommand help information.", with: "Справка о команде.")
            .replacing("with one of:", with: "с одним из имён:")
            .replacing("Can't autodetect a supported shell.", with: "оболочка не узнана.")
    }
}

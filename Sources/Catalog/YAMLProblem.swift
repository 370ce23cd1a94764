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

    /// What is wrong and what to do.
    var explanation: String {
        if context == "while scanning a tag" { return Self.tag }
        if character == "\t" { return Self.tabulator }
        if problem == "did not find expected key", line.utf8.count(where: { $0 == UInt8(ascii: "\"") }) > 2 {
            return "кавычки внутри кавычек; внутренние замените на «ёлочки»"
        }
        if let known = Self.known.first(where: { problem.contains($0.complaint) }) { return known.explanation }
        return "проверьте кавычки, двоеточия и отступы (\(problem))"
    }

    static let tag = "с восклицательного знака значение начинаться не может; возьмите его в кавычки"

    private static let tabulator = "отступ сделан табуляцией; замените её пробелами"
    static let nesting = "слишком много вложенных скобок или списков"

    private static let known: [(complaint: String, explanation: String)] = [
        ("mapping values are not allowed", "лишнее двоеточие; текст с двоеточием внутри возьмите в кавычки"),
        ("could not find expected ':'", "после названия поля нет двоеточия с пробелом"),
        ("did not find expected key", "здесь ожидалось следующее поле; проверьте кавычки и отступ"),
        ("did not find expected '-' indicator", "пункты списка стоят с разным отступом"),
        ("did not find expected ',' or ']'", "в списке здесь или строкой выше не хватает запятой или скобки ]"),
        ("did not find expected ',' or '}'", "здесь или строкой выше не хватает запятой или скобки }"),
        ("did not find expected node content", "в списке лишняя запятая или не хватает значения"),
        ("found unexpected end of stream", "не закрыты кавычки или скобка"),
        ("found unexpected document indicator", "кавычки не закрыты до конца шапки"),
        ("cannot start any token", "с этого знака значение начинаться не может; возьмите его в кавычки"),
        ("found a tab character", tabulator),
        ("block sequence entries are not allowed", "пункт списка начинают с новой строки"),
        ("mapping keys are not allowed", "вопросительный знак в начале; возьмите значение в кавычки"),
        (
            "expected comment or line break",
            "после | и > текст начинают с новой строки; или возьмите значение в кавычки"
        ),
        (
            "found unknown escape character",
            "обратная косая черта в двойных кавычках; возьмите текст в одинарные кавычки"
        ),
        (
            "invalid Unicode character escape",
            "обратная косая черта в двойных кавычках; возьмите текст в одинарные кавычки"
        ),
        ("expected hexdecimal number", "обратная косая черта в двойных кавычках; возьмите текст в одинарные кавычки"),
        ("control characters are not allowed", "в тексте стоит невидимый управляющий знак; удалите его"),
        ("but found another document", "лишняя черта «---» или «...» внутри файла"),
        ("<document start>", "лишний текст после конца; проверьте скобки и отступ первой строки"),
        ("incompatible YAML document", "строка со знаком % в начале здесь не нужна; удалите её"),
        ("directive", "со знака % строка начинаться не может; возьмите значение в кавычки"),
    ]
}

import ArgumentParser
import Diagnostics
import Starting

/// What `album init` asks a person at a terminal.
///
/// The end of the input ends the program with nothing written.
enum StartingQuestions {
    static func region(orRefuse refusal: ValidationError) throws -> String {
        guard Asking.isPossible else { throw refusal }
        return try answered(
            Asking.line(
                "Какой это регион? Название целиком, например «Пермский край»: ",
                expected: "Без названия региона альбом не начать: напишите его."))
    }

    static func title(orRefuse refusal: ValidationError) throws -> String {
        guard Asking.isPossible else { throw refusal }
        return try answered(
            Asking.line(
                "Как назвать общий сайт? Например «Альбом страны»: ",
                expected: "Без названия сайт не начать: напишите его."))
    }

    /// The guess of the rule, or what a person writes instead.
    static func genitive(of region: RegionName) -> String? {
        guard Asking.isPossible else { return region.genitive }
        let shown = region.genitive.map { " [\($0)]" } ?? ""
        let answer = Asking.optionalLine("Для школ и муниципалитетов — чего? В родительном падеже\(shown): ")
        return answer ?? region.genitive
    }

    static func directions() throws -> DirectionList {
        Terminal.message("По каким направлениям разложить материалы?")
        let choices = [(StartingReason.nineDirections.ru, true), ("свой список", false)]
        let isNine = try answered(
            Asking.choice("Номер: ", choices) { answer in answer == "nine" ? true : nil })
        if isNine { return .nine }
        while true {
            Terminal.message("Вставьте направления, по одному в строке; пустая строка — конец:")
            let (list, notes) = DirectionList.read(try answered(Asking.block()))
            for note in notes { Terminal.message(Terminal.printable(note.text(.ru))) }
            if let list { return list }
        }
    }

    static func municipalities(orRefuse refusal: ValidationError) throws -> String {
        guard Asking.isPossible else { throw refusal }
        Terminal.message(
            """
            Вставьте муниципалитеты из Excel или списком, по одному в строке; пустая строка — конец.
            Годятся и столбцы «Тип», «ОКТМО», «Центр», «Широта», «Долгота», «Соседи» — с названиями столбцов сверху.
            """)
        return try answered(Asking.block())
    }

    /// Asked again until each of them is a colour; nothing: the theme's own.
    static func colours() -> String? {
        guard Asking.isPossible else { return nil }
        while let answer = Asking.optionalLine(
            "Свои цвета направлений, например #225899, #0f6a31? Enter — как в теме: ")
        {
            let parts = answer.split { $0 == "," || $0.isWhitespace }.map(String.init)
            guard let wrong = parts.first(where: { StartingColour($0) == nil }) else { return answer }
            Terminal.message(StartingReason.badColour.text(.ru, [Terminal.printable(wrong)]))
        }
        return nil
    }

    static func contact() -> String? {
        guard Asking.isPossible else { return nil }
        return Asking.optionalLine("Где спросить об альбоме? Учреждение, без фамилий; можно пропустить: ")
    }

    /// The name that is suggested, or what a person writes instead.
    static func department(of region: RegionName) -> String? {
        guard Asking.isPossible else { return region.suggestedDepartment }
        let shown = region.suggestedDepartment.map { " [\($0)]" } ?? ""
        let answer = Asking.optionalLine("Как называется ведомство образования региона? «-» — не записывать\(shown): ")
        return region.department(typed: answer ?? "")
    }

    /// Everything until the input ends: a text, or a book that was sent there.
    static func wholeInput() throws -> String {
        try GivenList(Asking.bytes(limit: GivenList.largestFile), named: "stdin").text
    }

    // MARK: Approval

    /// Shows what the rule has made, until a person agrees.
    static func approved(_ proposals: MunicipalityProposals) throws -> MunicipalityProposals {
        var proposals = proposals
        while true {
            Terminal.note(MunicipalityTable.text(proposals))
            for note in proposals.notes { Terminal.message(Terminal.printable(note.text(.ru))) }
            let question =
                proposals.isSound
                ? "Enter — всё верно; номер строки — исправить; «-номер» — убрать: "
                : "Номер строки — исправить; «-номер» — убрать: "
            let answer = try answered(Asking.wholeLine(question))
            if answer.isEmpty {
                if proposals.isSound { return proposals }
            } else if let number = Int(answer), proposals.all.indices.contains(abs(number) - 1) {
                if number < 0 {
                    proposals.remove(-number - 1)
                } else {
                    proposals.replace(number - 1, by: try corrected(proposals.all[number - 1].name))
                }
            } else {
                Terminal.message("Напишите номер от 1 до \(proposals.all.count).")
            }
        }
    }

    /// Each part with what it is now; an empty answer keeps it, a hyphen clears it.
    ///
    /// Another name gives the other parts anew, which are asked for after it.
    private static func corrected(_ name: MunicipalityName) throws -> MunicipalityName {
        var name = name
        Terminal.message("Enter — оставить, «-» — убрать.")
        func asked(_ label: String, _ value: String?) throws -> String?? {
            let shown = Terminal.printable(value ?? "")
            while true {
                let answer = try answered(Asking.wholeLine("  \(label) [\(shown)]: "))
                if answer.isEmpty { return nil }
                if answer == "-" { return .some(nil) }
                guard answer.wholeMatch(of: /-\s*[0-9]+/) != nil else { return .some(answer) }
                Terminal.message(
                    "  «\(answer)» — не значение: строку убирают, когда спрошен её номер. Enter — оставить как есть.")
            }
        }
        while let text = try asked("Название", name.name) {
            if let text, name.rename(to: text) { break }
            Terminal.message("  Без названия нельзя: напишите его, например «Кунгурский МО».")
        }
        if let text = try asked("Полное", name.full) { name.full = text }
        if let text = try asked("Короткое", name.short) { name.short = text }
        if let text = try asked("Другие названия, через запятую", name.aliases.joined(separator: ", ")) {
            name.aliases = (text ?? "").split(separator: ",").map { Asking.trimmed(String($0)) }.filter { !$0.isEmpty }
        }
        while let text = try asked("Тип: ГО, МО, МР…", name.type?.rawValue) {
            name.type = text.flatMap { MunicipalityType.named($0) }
            if text == nil || name.type != nil { break }
            let known = MunicipalityType.allCases.map(\.rawValue).joined(separator: ", ")
            Terminal.message("  Такого типа нет; есть: \(known).")
        }
        while let text = try asked("Адрес латиницей", name.id) {
            if let text, text.contains(where: \.isLetter) {
                name.rename(id: text)
                break
            }
            Terminal.message("  Адрес нужен, и в нём хотя бы одна буква: permskii-go.")
        }
        return name
    }

    /// Nobody answers any more: nothing was written, and nothing will be.
    private static func answered<Value>(_ answer: Value?) throws -> Value {
        guard let answer else {
            Terminal.message("\nОтвета нет: ничего не записано.")
            throw ExitStatus.usage
        }
        return answer
    }
}

/// A language that pages and messages can be written in.
package enum Language: String, Sendable, CaseIterable {
    case ru
    case en
    /// Pages alone: messages to editors are those in Russian.
    case tt

    /// The language of messages to editors: that of the pages, Russian where messages have not been put into it.
    package var ofMessages: Language { self == .tt ? .ru : self }

    /// Whether messages to editors are in Russian.
    package var hasRussianMessages: Bool { ofMessages == .ru }

    /// Whether numbers, units and quotation marks are written as in Russian: «12 345,6 МБ».
    package var hasRussianTypography: Bool { self != .en }

    /// Which form a noun takes after a number (Unicode CLDR 44, cardinal rules for whole numbers).
    package func pluralCategory(_ number: Int) -> PluralCategory {
        let number = number.magnitude
        switch self {
        case .en: return number == 1 ? .one : .many
        case .tt: return .one
        case .ru:
            let (tens, ones) = (number % 100, number % 10)
            if ones == 1, tens != 11 { return .one }
            if (2...4).contains(ones), !(12...14).contains(tens) { return .few }
            return .many
        }
    }
}

/// A form of a noun after a number.
package enum PluralCategory: String, Sendable, CaseIterable {
    /// 1, 21 материал.
    case one
    /// 2, 34 материала.
    case few
    /// 5, 11 материалов.
    case many
}

/// A noun in the forms that numbers ask for.
package struct PluralForms: Sendable, Hashable {
    package let one: String
    package let few: String
    package let many: String

    /// Forms; English has no `few`, Tatar one form for all numbers.
    package init(one: String, few: String, many: String) {
        self.one = one
        self.few = few
        self.many = many
    }

    /// The form after `number`: «материала» after 3.
    package func form(for number: Int, _ language: Language) -> String {
        switch language.pluralCategory(number) {
        case .one: one
        case .few: few
        case .many: many
        }
    }

    /// The number and its noun, kept on one line: «1 материал», «12 345 материалов».
    package func counted(_ number: Int, _ language: Language) -> String {
        "\(NumberText.grouped(number, language))\u{A0}\(form(for: number, language))"
    }
}

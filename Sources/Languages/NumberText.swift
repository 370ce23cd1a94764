/// Numbers as people read them.
package enum NumberText {
    /// Thousands apart from five digits on: `2603`, `12 345` (no-break space), in English `12,345`.
    package static func grouped(_ number: Int, _ language: Language) -> String {
        let digits = Array(String(number.magnitude).utf8)
        let sign = number < 0 ? "−" : ""
        guard digits.count > 4 else { return sign + String(decoding: digits, as: UTF8.self) }
        let separator = language.hasRussianTypography ? "\u{A0}" : ","
        var text = sign
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += separator }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return text
    }

    /// A share: «85 %» with a no-break space, in English `85%`.
    package static func percent(_ number: Int, _ language: Language) -> String {
        grouped(number, language) + (language.hasRussianTypography ? "\u{A0}%" : "%")
    }

    /// Tenths with the language's mark: 12 → «1,2».
    package static func tenths(_ number: Int, _ language: Language) -> String {
        let sign = number < 0 && number > -10 ? "−" : ""
        return
            "\(sign)\(grouped(number / 10, language))\(language.hasRussianTypography ? "," : ".")\(number.magnitude % 10)"
    }

    /// A size of a file: «340 КБ», «1,2 МБ»; steps of 1024, never less than 1 КБ.
    package static func bytes(_ count: Int, _ language: Language) -> String {
        let kilo = language.hasRussianTypography ? "КБ" : "KB"
        let mega = language.hasRussianTypography ? "МБ" : "MB"
        if count < 1000 * 1024 { return "\(max(1, (count + 512) / 1024))\u{A0}\(kilo)" }
        let megaTenths = (count * 10 + 524_288) / 1_048_576
        if megaTenths < 100 { return "\(tenths(megaTenths, language))\u{A0}\(mega)" }
        return "\(grouped((megaTenths + 5) / 10, language))\u{A0}\(mega)"
    }
}

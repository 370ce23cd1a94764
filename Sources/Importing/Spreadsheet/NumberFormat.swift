import Formats
import Languages

/// How a spreadsheet shows a number, as far as it says what the number is.
///
/// ```
/// code    = section { ";" section }                 the first one is for positive numbers
/// section = { '"' text '"' | "\" any | "_" any | "*" any | "[" … "]" | sign }
/// ```
/// ECMA-376, part 1, 18.8.30 and 18.8.31. A code with signs of days, months, years, hours or seconds is one of a date.
struct NumberFormat: Sendable, Hashable {
    private(set) var hasYear = false
    private(set) var hasMonth = false
    private(set) var hasDay = false
    private(set) var hasTime = false
    private(set) var isPercent = false
    /// Digits behind the decimal point; nothing where the format leaves that to the number.
    private(set) var decimals: Int?
    /// Digits before it at least: `000`.
    private(set) var leadingDigits = 0
    /// A number that is shown as a whole of hours: `[h]:mm`.
    private(set) var isDuration = false

    var isDate: Bool { hasYear || hasMonth || hasDay || hasTime }

    /// One that says nothing.
    static let general = NumberFormat(code: "General")

    /// A format that programs know by number: it has no code in the file.
    init(builtIn id: Int) {
        self.init(code: Self.codes[id] ?? "General")
    }

    /// Formats of East Asian versions are dates or times, and no code says which: the value does.
    private static let codes: [Int: String] = {
        var codes: [Int: String] = [
            1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd.mm.yyyy", 15: "d-mmm-yy",
            16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd.mm.yyyy h:mm",
            45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
        ]
        for id in Array(27...36) + Array(50...58) { codes[id] = "yyyy/mm/dd h:mm" }
        return codes
    }()

    init(code: String) {
        guard code.lowercased() != "general" else { return }
        var months = 0
        var isFraction = false
        var places = 0
        var zeros = 0
        for sign in Self.signs(code) {
            switch sign {
            case "y", "Y", "г", "Г": hasYear = true
            case "d", "D", "д", "Д": hasDay = true
            case "m", "M", "м", "М": months += 1
            case "h", "H", "ч", "Ч", "s", "S", "с", "С": hasTime = true
            case "\u{1}":
                hasTime = true
                isDuration = true
            case "%": isPercent = true
            case ".": isFraction = true
            case "0", "#", "?":
                if isFraction { places += 1 } else if sign == "0" { zeros += 1 }
            default: continue
            }
        }
        // Minutes have the same sign as months.
        hasMonth = months > 0 && (hasYear || hasDay || !hasTime || months > 2)
        if code.utf8.contains(UInt8(ascii: "0")) || code.utf8.contains(UInt8(ascii: "#")) { decimals = places }
        leadingDigits = zeros
    }

    /// The signs of the first section that mean something; `\u{1}` stands for `[h]`.
    private static func signs(_ code: String) -> [Character] {
        var result: [Character] = []
        var rest = Array(code)[...]
        while let sign = rest.popFirst(), sign != ";" {
            switch sign {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inner = rest.prefix { $0 != "]" }
                if !inner.isEmpty, inner.allSatisfy({ "hHmMsSчЧмМсС".contains($0) }) { result.append("\u{1}") }
                rest = rest.dropFirst(inner.count + 1)
            case "A", "a":
                if String(rest.prefix(4)).uppercased() == "M/PM" {
                    rest = rest.dropFirst(4)
                } else if String(rest.prefix(2)).uppercased() == "/P" {
                    rest = rest.dropFirst(2)
                }
            case "E", "e": if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
            default: result.append(sign)
            }
        }
        return result
    }

    // MARK: Values

    /// What a number is in a cell of this format, and how an editor would write it.
    func read(_ number: Double, countsFrom1904: Bool) -> (value: Workbook.Value, text: String) {
        if isDate, let read = date(number, countsFrom1904) { return read }
        return (.number(number), text(of: number))
    }

    private func date(_ number: Double, _ countsFrom1904: Bool) -> (Workbook.Value, String)? {
        guard number >= 0, number < 2_958_466 else { return nil }
        var serial = Int(number.rounded(.down))
        var seconds = Int(((number - number.rounded(.down)) * 86_400).rounded())
        if seconds == 86_400 { (serial, seconds) = (serial + 1, 0) }
        if isDuration { return (.text(Self.clock(serial * 86_400 + seconds)), Self.clock(serial * 86_400 + seconds)) }
        let isTimeAlone = !hasYear && !hasMonth && !hasDay
        if isTimeAlone || (serial == 0 && hasTime) { return (.text(Self.clock(seconds)), Self.clock(seconds)) }
        guard let date = SerialDay.date(serial, countsFrom1904: countsFrom1904) else { return nil }
        var text = date.numeric
        if !hasDay, !(hasTime && seconds > 0) { text = shown(date) }
        if hasTime, seconds > 0 { text += " " + Self.clock(seconds) }
        return (.date(date), text)
    }

    /// «октябрь 2024» where the day was never written: Excel puts the first one in for «окт.24».
    private func shown(_ date: CalendarDate) -> String {
        guard hasMonth else { return String(date.year) }
        return MonthNames.nominative[date.month - 1] + " " + String(date.year)
    }

    /// `9:05`, `9:05:30`.
    private static func clock(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let rest = seconds % 60
        return "\(seconds / 3600):\(two(seconds / 60 % 60))" + (rest > 0 ? ":" + two(rest) : "")
    }

    private func text(of number: Double) -> String {
        guard !isPercent else { return Self.decimal(number * 100, decimals) + " %" }
        let text = Self.decimal(number, decimals)
        let whole = text.prefix { $0 != "," && $0 != "-" }.count
        return number >= 0 && leadingDigits > max(1, whole)
            ? String(repeating: "0", count: leadingDigits - whole) + text : text
    }

    /// With a comma, and without the dust of binary fractions: 0.30000000000000004 is 0,3.
    static func decimal(_ number: Double, _ decimals: Int?) -> String {
        guard number.isFinite, abs(number) < 1e15 else { return String(number) }
        var power = 1.0
        for places in 0...12 {
            let near = (number * power).rounded() / power
            if places == decimals || abs(number - near) <= abs(number) * 1e-13 {
                return near.plainDecimal.replacing(".", with: ",")
            }
            power *= 10
        }
        return number.plainDecimal.replacing(".", with: ",")
    }
}

/// The days that spreadsheets count.
enum SerialDay {
    /// Nothing for the 29 February 1900, which Excel has and no calendar.
    static func date(_ serial: Int, countsFrom1904: Bool) -> CalendarDate? {
        if countsFrom1904 { return serial < 0 ? nil : CalendarDate.spreadsheet(serial + 1_462) }
        if (1...31).contains(serial) { return CalendarDate(year: 1900, month: 1, day: serial) }
        if (32...59).contains(serial) { return CalendarDate(year: 1900, month: 2, day: serial - 31) }
        return CalendarDate.spreadsheet(serial)
    }
}

/// Numbers, marks and spans of years in a query, which texts write in several ways.
extension Query {
    /// Two years as one word: «2022/2023», «2022-23»; texts write one span in each way, and with a dash.
    static func years(_ parts: [[UInt8]]) -> [[UInt8]]? {
        guard parts.count == 2, isNumber(parts), parts[0].count == 4 else { return nil }
        let second = parts[1].count == 2 ? parts[0].prefix(2) + parts[1] : parts[1][...]
        guard let from = Int(String(decoding: parts[0], as: UTF8.self)), (1900..<2100).contains(from),
            let to = Int(String(decoding: second, as: UTF8.self)), second.count == 4
        else { return nil }
        // «2023-05» is a month.
        guard parts[1].count == 2 ? to == from + 1 : (from + 1..<2100).contains(to) else { return nil }
        return [parts[0], Array(second)]
    }

    /// A number or mark of the texts that has other signs between its parts: «02-2807» is «02/2807».
    func withOtherSigns(_ whole: [UInt8]) -> Word? {
        let signs = whole.indices.filter { Self.signs.contains(whole[$0]) }
        for choice in 0..<1 << signs.count {
            var text = whole
            for (bit, place) in signs.enumerated() { text[place] = Self.signs[choice >> bit & 1] }
            guard var word = exact(text) else { continue }
            word.isCompound = true
            return word
        }
        return nil
    }

    private static let signs = Array("-/".utf8)

    /// Each way in which texts write a span as one word; a page that has it so is worth more.
    func spans(_ years: [[UInt8]]) -> [Word] {
        let seconds = [years[1], Array(years[1].suffix(2))]
        let written = seconds.flatMap { second in ["-", "/"].map { years[0] + Array($0.utf8) + second } }
        return written.map { text in
            var word = resolve(text, isRequired: false, isOpen: false)
            word.isCompound = true
            word.alternatives = [Alternative(weight: Weight.exact, terms: word.terms)]
            return word
        }.filter { !$0.terms.isEmpty }
    }

    static func isNumber(_ parts: [[UInt8]]) -> Bool {
        parts.allSatisfy { $0.allSatisfy(isDigit) }
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Whether parts are those of a number or of a mark such as «Р-139», «АЗ-1061/08»: three digits at least, few
    /// letters; two years are none.
    static func isMark(_ parts: [[UInt8]]) -> Bool {
        let digits = parts.joined().count(where: isDigit)
        return digits > 2 && parts.allSatisfy { $0.count <= 6 || isNumber([$0]) }
            && !parts.allSatisfy { $0.count == 4 && isNumber([$0]) }
    }
}

/// Colours that an element of HTML gives to its text or to what is behind it.
///
/// Black and dark greys on white are what text has anyway: browsers write them down for whatever is copied.
enum PageColour {
    private static let usual: Set<String> = [
        "black", "windowtext", "auto", "inherit", "initial", "currentcolor", "white", "window", "transparent", "none",
    ]

    /// - Parameter tag: in small letters.
    static func isTold(_ tag: String) -> Bool {
        let values = tag.matches(of: /[\s;"'](?:color|background|background-color)\s*[:=]\s*["']?([^;"'>]*)/).map(\.1)
        return values.contains { !isUsual(String($0)) }
    }

    private static func isUsual(_ value: String) -> Bool {
        let value = value.filter { !$0.isWhitespace }
        if value.isEmpty || usual.contains(value) { return true }
        guard let parts = parts(value), let least = parts.min(), let most = parts.max() else {
            // `url(…)`, several values: something is behind the text.
            return false
        }
        return most - least < 16 && (most < 0x60 || least > 0xF0)
    }

    /// Red, green and blue of `#333`, `#333333` and `rgb(51,51,51)`; nothing for any other value.
    private static func parts(_ value: String) -> [Int]? {
        if value.hasPrefix("#") {
            let digits = value.dropFirst().map { Int(String($0), radix: 16) }
            guard digits.count == 3 || digits.count == 6, !digits.contains(nil) else { return nil }
            let known = digits.compactMap(\.self)
            return known.count == 3 ? known.map { $0 * 17 } : [0, 2, 4].map { known[$0] * 16 + known[$0 + 1] }
        }
        guard let match = value.wholeMatch(of: /rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})(,[\d.]+)?\)/) else { return nil }
        // What nothing is seen of.
        if match.4 == ",0" { return [0, 0, 0] }
        return [match.1, match.2, match.3].compactMap { Int($0) }
    }
}

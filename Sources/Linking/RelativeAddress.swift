/// Addresses between pages: always relative and naming a file, so that one tree serves https and file:// alike.
package enum RelativeAddress {
    /// The way from one page to another.
    ///
    /// `(from: "practices/kvest.html", to: "documents/order.html")` gives `../documents/order.html`. O(length).
    package static func make(from page: String, to target: String) -> String {
        let source = Array(page.utf8)
        let goal = Array(target.utf8)
        let slash = UInt8(ascii: "/")
        var common = 0
        var index = 0
        while index < source.count, index < goal.count, source[index] == goal[index] {
            if source[index] == slash { common = index + 1 }
            index += 1
        }
        let climbs = source[common...].reduce(into: 0) { if $1 == slash { $0 += 1 } }
        return String(repeating: "../", count: climbs) + String(decoding: goal[common...], as: UTF8.self)
    }

}

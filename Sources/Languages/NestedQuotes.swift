/// Quotation marks within quotation marks, as Russian typography sets them: «…„…“…».
///
/// Editors type «…«…»…»; that ends in «»»», which a reader takes for a slip. Only marks that pair up are touched.
package enum NestedQuotes {
    /// A text whose inner «…» are „…“.
    ///
    /// What is opened and never closed, or closed and never opened, stays as it is. O(bytes).
    package static func set(_ text: String) -> String {
        guard text.utf8.contains(0xC2) else { return text }
        var scalars = Array(text.unicodeScalars)
        var open: [Int] = []
        var pairs: [(start: Int, end: Int, depth: Int)] = []
        for (place, scalar) in scalars.enumerated() {
            if scalar == "«" { open.append(place) }
            if scalar == "»", let start = open.popLast() { pairs.append((start, place, open.count)) }
        }
        // A mark that was never closed holds nothing: what stands behind it is not nested in it.
        var unclosed = [Int](repeating: 0, count: scalars.count + 1)
        for place in open { unclosed[place + 1] = 1 }
        for place in scalars.indices { unclosed[place + 1] += unclosed[place] }
        for pair in pairs where pair.depth > unclosed[pair.start] {
            scalars[pair.start] = "„"
            scalars[pair.end] = "“"
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

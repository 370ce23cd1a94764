/// JSON written by hand: the machine formats have few shapes, known when written.
///
/// Values are written in the order they are added, so that the bytes are the same on each run.
package struct JSONText {
    package private(set) var text = ""
    private var needsComma = false

    /// Nothing yet.
    package init() {}

    /// `{ … }` as a value.
    package mutating func object(_ members: (inout JSONText) -> Void) { enclose("{", "}", members) }

    /// `[ … ]` as a value.
    package mutating func array(_ elements: (inout JSONText) -> Void) { enclose("[", "]", elements) }

    /// The name of the member whose value follows.
    package mutating func key(_ name: String) {
        separate()
        quote(name)
        text += ":"
        needsComma = false
    }

    /// A text as a value.
    package mutating func string(_ value: String) {
        separate()
        quote(value)
        needsComma = true
    }

    /// A whole number as a value.
    package mutating func number(_ value: Int) {
        separate()
        text += String(value)
        needsComma = true
    }

    /// A member whose value is a text.
    package mutating func member(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    /// A member whose value is a whole number.
    package mutating func member(_ name: String, _ value: Int) {
        key(name)
        number(value)
    }

    private mutating func enclose(_ open: String, _ close: String, _ inner: (inout JSONText) -> Void) {
        separate()
        text += open
        needsComma = false
        inner(&self)
        text += close
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { text += "," }
    }

    private mutating func quote(_ value: String) { text += Self.quoted(value) }

    /// A text as JSON has it, with its quotes.
    ///
    /// RFC 8259 §7: quotes, backslashes and controls are escaped; U+2028 and U+2029 too, for JavaScript.
    package static func quoted(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            default:
                if scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0x7F {
                    let digits = String(scalar.value, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return text + "\""
    }
}

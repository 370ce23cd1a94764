import Glibc

/// A relative path that cannot leave its root: `practices/kvest.html`.
///
/// Components are separated by `/`; none is empty, `.` or `..`, none has control characters, a backslash or more than
/// 255 bytes (what file systems take). The empty path is the root itself. Compared and sorted by UTF-8 bytes, so that
/// the order is the same on every machine and two spellings of one letter are two paths, as on disk.
package struct SitePath: Sendable {
    /// The path as text, without a slash at either end.
    package let text: String

    /// The root itself.
    package static let root = SitePath(trusted: "")

    /// Checks `text`; throws what is wrong with it.
    package init(_ text: String) throws(SitePathError) {
        if let fault = Self.fault(in: text) { throw SitePathError(text: text, fault: fault) }
        self.text = text
    }

    /// A path written in the program: traps when it is wrong.
    package init(literal text: StaticString) {
        self.text = text.description
        precondition(Self.fault(in: self.text) == nil, "not a site path: \(text)")
    }

    private init(trusted text: String) { self.text = text }

    /// The path `name` below this one; `name` may have several components.
    package func appending(_ name: String) throws(SitePathError) -> SitePath {
        try SitePath(text.isEmpty ? name : text + "/" + name)
    }

    package var isRoot: Bool { text.isEmpty }

    /// The folder it stands in; the root's is the root.
    package var parent: SitePath {
        guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return .root }
        return SitePath(trusted: String(text[..<slash]))
    }

    /// The last component.
    package var name: String {
        guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return text }
        return String(text[text.utf8.index(after: slash)...])
    }

    /// What stands behind the last dot of the name, as written; empty for `.htaccess` and `README`.
    package var pathExtension: String {
        let name = name
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return "" }
        return String(name[name.utf8.index(after: dot)...])
    }

    package var components: [String] {
        text.split(separator: "/").map(String.init)
    }

    /// Whether any component begins with a dot.
    package var isHidden: Bool {
        var previous = UInt8(ascii: "/")
        for byte in text.utf8 {
            if byte == UInt8(ascii: "."), previous == UInt8(ascii: "/") { return true }
            previous = byte
        }
        return false
    }

    private static func fault(in text: String) -> SitePathError.Fault? {
        if text.isEmpty { return nil }
        var text = text
        return text.withUTF8 { bytes in
            var start = 0
            for index in 0...bytes.count {
                guard index == bytes.count || bytes[index] == UInt8(ascii: "/") else {
                    if bytes[index] < 0x20 || bytes[index] == 0x7F || bytes[index] == UInt8(ascii: "\\") {
                        return .forbiddenCharacter
                    }
                    continue
                }
                if index == start { return start == 0 && index < bytes.count ? .absolute : .emptyComponent }
                if index - start > 255 { return .tooLong }
                if bytes[start..<index].elementsEqual(".".utf8) || bytes[start..<index].elementsEqual("..".utf8) {
                    return .dots
                }
                start = index + 1
            }
            return nil
        }
    }
}

extension SitePath: Hashable, Comparable, CustomStringConvertible {
    package static func == (left: SitePath, right: SitePath) -> Bool {
        left.text.utf8.count == right.text.utf8.count && left.compare(with: right) == 0
    }

    package static func < (left: SitePath, right: SitePath) -> Bool { left.compare(with: right) < 0 }

    /// Below, at or above 0, by bytes; a beginning comes before the whole.
    private func compare(with other: SitePath) -> Int {
        var left = text
        var right = other.text
        return left.withUTF8 { left in
            right.withUTF8 { right in
                let order = memcmp(left.baseAddress!, right.baseAddress!, min(left.count, right.count))
                return order != 0 ? Int(order) : left.count - right.count
            }
        }
    }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    package var description: String { text }
}

/// Why a text is no ``SitePath``.
package struct SitePathError: Error, Hashable, Sendable {
    package enum Fault: Sendable, Hashable {
        /// Begins with a slash.
        case absolute
        /// Two slashes in a row or one at the end.
        case emptyComponent
        /// A component `.` or `..`.
        case dots
        /// A control character or a backslash.
        case forbiddenCharacter
        /// A component of more than 255 bytes.
        case tooLong
    }

    package let text: String
    package let fault: Fault
}

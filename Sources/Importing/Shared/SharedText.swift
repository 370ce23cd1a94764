import Catalog
import Diagnostics
import OfficeFiles

/// The text of a file that was sent in, in its two parts.
struct SharedText {
    let root: YAMLNode
    let body: String
    /// How many characters were taken out that nobody sees and that may turn a text around.
    let controls: Int

    /// More is no front matter.
    private static let largestHead = 64 << 10

    init(_ bytes: [UInt8]) throws(ImportFailure) {
        guard let text = String(validating: Self.plain(bytes), as: UTF8.self) else {
            throw ImportFailure(ReceivingReason.encoding)
        }
        let kept = text.unicodeScalars.filter { !Self.isControl($0) }
        controls = text.unicodeScalars.count - kept.count
        let file = SourceFile(path: "", bytes: Array(String(String.UnicodeScalarView(kept)).utf8))
        guard let parts = FrontMatter.find(in: file).0 else { throw ImportFailure(ReceivingReason.noFrontMatter) }
        guard parts.yaml.count <= Self.largestHead else { throw ImportFailure(ReceivingReason.tooLarge, ["0,06"]) }
        let (root, faults) = YAMLReader.read(file, part: parts.yaml)
        let fault = faults.first { $0.severity == .error }
        guard let root, root.pairs != nil, fault == nil else {
            throw ImportFailure(
                ReceivingReason.brokenFrontMatter, [fault.map { $0.code.message.text(.ru, $0.arguments) } ?? "?"])
        }
        self.root = root
        body = file.text(parts.body)
    }

    /// Without a byte order mark and with the line ends of the house.
    private static func plain(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard rest.contains(0x0D) else { return Array(rest) }
        var result: [UInt8] = []
        result.reserveCapacity(rest.count)
        while let byte = rest.popFirst() {
            if byte != 0x0D { result.append(byte) } else if rest.first != 0x0A { result.append(0x0A) }
        }
        return result
    }

    /// Controls but line ends and tabs, and marks that turn the order of letters around.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}

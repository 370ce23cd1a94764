import Catalog
import Diagnostics
import Editing

/// The one change of a file after which a diagnostic is gone and its text means what it meant.
///
/// ```swift
/// let fix = Fix(diagnostic, of: bytes, schema)      // nothing: a person has to decide
/// ```
package struct Fix: Sendable {
    /// What is mended.
    package let diagnostic: Diagnostic
    let change: Change
    /// Whether the text behind the mistake was not read at all.
    let uncovers: Bool

    enum Change: Sendable {
        /// Places of the normalised text.
        case edits([TextEdit])
        /// All bytes anew.
        case bytes([UInt8])
    }

    /// The codes that have a rule.
    package static let codes: Set<String> = Set(FixRule.all.keys).union(ByteRule.all.keys)

    /// - Parameters:
    ///   - bytes: of the file that the diagnostic is about.
    ///   - schema: by which a material's front matter is read.
    package init?(_ diagnostic: Diagnostic, of bytes: [UInt8], _ schema: Schema) {
        let path = diagnostic.location.path
        self.diagnostic = diagnostic
        if let rule = ByteRule.all[diagnostic.code.name] {
            guard let mended = rule(bytes), mended != bytes else { return nil }
            (change, uncovers) = (.bytes(mended), true)
            return
        }
        guard let rule = FixRule.all[diagnostic.code.name], let range = diagnostic.location.range,
            let raw = RawText(bytes, path: path), range.upperBound <= raw.file.bytes.count
        else { return nil }
        let below = path.hasPrefix("content/") && path.hasSuffix(".md") ? String(path.dropFirst("content/".count)) : nil
        let material = below.flatMap { try? EditableMaterial(bytes, path: $0, schema) }
        let fault = Fault(diagnostic: diagnostic, file: raw.file, range: range, material: material)
        guard let edits = rule.edits(fault), !edits.isEmpty else { return nil }
        (change, uncovers) = (.edits(edits), rule.uncovers)
    }

    /// Whether both can be made at a time.
    func isApart(from other: Fix) -> Bool {
        guard case .edits(let own) = change, case .edits(let others) = other.change else { return false }
        return own.allSatisfy { edit in
            others.allSatisfy {
                edit.range.upperBound < $0.range.lowerBound || $0.range.upperBound < edit.range.lowerBound
            }
        }
    }

    /// The bytes of a file after fixes that are apart from each other.
    static func applying(_ fixes: [Fix], to bytes: [UInt8], path: String) -> [UInt8]? {
        var edits: [TextEdit] = []
        for fix in fixes {
            switch fix.change {
            case .bytes(let mended): return mended
            case .edits(let own): edits += own
            }
        }
        guard let text = RawText(bytes, path: path), text.unwritable(edits) == nil else { return nil }
        return text.applying(edits)
    }
}

import Catalog
import Diagnostics

/// `album.yml`, of which single values can be changed while every other byte stays.
///
/// ```swift
/// let text = ConfigurationText(bytes)
/// let saved = try text?.changing([.set("title", .text("Альбом школы"))])
/// ```
/// What comes out is read again before it is given away.
package struct ConfigurationText: Sendable {
    /// Why a value cannot be changed.
    package enum Refusal: Error, Sendable {
        /// The file would not be read without faults after it, or would say something else besides.
        case unsafe
    }

    private let bytes: [UInt8]
    private let root: YAMLNode

    /// Nothing where the bytes are no configuration.
    package init?(_ bytes: [UInt8]) {
        guard let raw = RawText(bytes, path: Configuration.path), Configuration.load(raw.file).0 != nil,
            let root = YAMLReader.read(raw.file).root
        else { return nil }
        (self.bytes, self.root) = (bytes, root)
    }

    /// What a key says; nothing where it is absent, empty or no text.
    package func text(of key: String) -> String? { root[key: key]?.text }

    /// The bytes after changes, one for each key at most.
    ///
    /// - Parameter order: keys as they follow each other where they are new.
    package func changing(_ changes: [KeyChange], order: [String]) throws(Refusal) -> [UInt8] {
        var result = bytes
        for change in changes {
            guard let raw = RawText(result, path: Configuration.path), let root = YAMLReader.read(raw.file).root,
                let edits = MappingText(raw.file, part: 0..<raw.file.bytes.count, pairs: root.pairs ?? [])
                    .edits(change, after: Array(order.prefix { $0 != change.key }))
            else { throw .unsafe }
            result = raw.applying(edits)
        }
        guard let raw = RawText(result, path: Configuration.path), let new = YAMLReader.read(raw.file).root,
            case (_?, let faults) = Configuration.load(raw.file), !faults.contains(where: { $0.severity == .error }),
            changes.areAll(from: root, to: new)
        else { throw .unsafe }
        return result
    }
}

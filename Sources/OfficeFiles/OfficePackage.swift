import Archives
import Diagnostics

/// The parts of an office file: an archive of XML texts, pictures and the like.
///
/// It may come from anybody, so there are limits to everything; what exceeds them is refused before it is unpacked.
package struct OfficePackage: ~Copyable {
    /// A file, and what it unpacks to.
    package static let largestFile = 64 << 20
    private static let largestPart: UInt64 = 64 << 20
    private static let largestWhole: UInt64 = 256 << 20
    /// An empty sheet of a thousand rows packs to a hundredth.
    private static let largestRatio: UInt64 = 500
    /// Below this a part may have any ratio.
    private static let harmless: UInt64 = 4 << 20
    private static let mostParts = 10_000

    private let archive: ZIPReader
    private let places: [String: Int]
    /// In the order of the archive.
    package let names: [String]

    package init(_ bytes: [UInt8]) throws(ImportFailure) {
        guard bytes.count <= Self.largestFile else { throw ImportFailure(ImportReason.tooLarge, ["64"]) }
        let archive = try Self.open(bytes)
        try Self.requireNoBomb(archive.entries)
        names = archive.entries.map(\.name)
        var places: [String: Int] = [:]
        for (place, name) in names.enumerated() { places[name] = places[name] ?? place }
        self.places = places
        self.archive = archive
    }

    private static func open(_ bytes: [UInt8]) throws(ImportFailure) -> ZIPReader {
        do {
            return try ZIPReader(bytes: bytes)
        } catch {
            throw ImportFailure(ImportReason.brokenArchive, [error.reason])
        }
    }

    private static func requireNoBomb(_ entries: [ZIPReader.Entry]) throws(ImportFailure) {
        var whole: UInt64 = 0
        guard entries.count <= mostParts else { throw ImportFailure(ImportReason.bomb) }
        for entry in entries {
            let (sum, isTooMuch) = whole.addingReportingOverflow(entry.byteCount)
            let isBomb = entry.byteCount > harmless && entry.byteCount / max(1, entry.packedByteCount) > largestRatio
            guard !isTooMuch, sum <= largestWhole, entry.byteCount <= largestPart, !isBomb else {
                throw ImportFailure(ImportReason.bomb)
            }
            whole = sum
        }
    }

    package func has(_ name: String) -> Bool { places[name] != nil }

    /// The bytes of a part; nothing when there is none, or when it is damaged.
    package func part(_ name: String) -> [UInt8]? {
        guard let place = places[name] else { return nil }
        let size = Int(clamping: archive.entries[place].byteCount)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        guard archive.read(place, limit: size + 1, { bytes += $0 }), bytes.count == size else { return nil }
        return bytes
    }

    /// The bytes of the whole file with another content of a part.
    ///
    /// - Parameter file: what the package was made of.
    package func replacing(_ name: String, with content: [UInt8], in file: [UInt8]) throws(ImportFailure) -> [UInt8] {
        guard let place = places[name] else { throw ImportFailure(ImportReason.noPart, [name]) }
        do {
            return try ZIPReader.replacing(place, with: content, in: file)
        } catch {
            throw ImportFailure(ImportReason.brokenArchive, [error.reason])
        }
    }

    /// Tells an XML part to a handler; false where there is none.
    package func read<Handler: XMLHandler>(_ name: String, _ handler: inout Handler) throws(ImportFailure) -> Bool {
        guard has(name) else { return false }
        guard let bytes = part(name) else { throw ImportFailure(ImportReason.brokenPart, [name]) }
        try XMLReader.read(bytes, name, &handler)
        return true
    }

    /// The part that the file is about: the text of a document, the list of sheets or slides; nothing where none is named.
    package func mainPart() throws(ImportFailure) -> String? {
        try relations(of: "").values.first { $0.type == "officeDocument" }?.target
    }

    /// The part's relations to others: id → what it is and where.
    package func relations(of name: String) throws(ImportFailure) -> [String: OfficeRelation] {
        let slash = name.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(name[...$0]) } ?? ""
        let file = slash.map { String(name[name.utf8.index(after: $0)...]) } ?? name
        var reader = OfficeRelation.Reader(folder: folder)
        _ = try read("\(folder)_rels/\(file).rels", &reader)
        return reader.relations
    }
}

/// What a part of an Office Open XML file refers to (ECMA-376, part 2, 9.3).
package struct OfficeRelation: Sendable, Hashable {
    /// The last word of its type: `image`, `worksheet`, `comments`.
    package let type: String
    /// A part's name in the archive, or an address where ``isExternal``.
    package let target: String
    package let isExternal: Bool

    struct Reader: XMLHandler {
        let folder: String
        var relations: [String: OfficeRelation] = [:]

        mutating func start(_ name: String, _ attributes: [String: String]) {
            guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
            let type = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
            let isExternal = attributes["TargetMode"] == "External"
            relations[id] = OfficeRelation(
                type: type, target: isExternal ? target : resolved(target), isExternal: isExternal)
        }

        mutating func end(_ name: String) {}
        mutating func text(_ text: String) {}

        private func resolved(_ target: String) -> String {
            var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
            for part in target.split(separator: "/") where part != "." {
                if part == ".." { _ = parts.popLast() } else { parts.append(part) }
            }
            return parts.joined(separator: "/")
        }
    }
}

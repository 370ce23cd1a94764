import Archives
import Catalog
import Diagnostics
import OfficeFiles

/// What came in one piece: the bytes of a text, and the files that go with it.
///
/// Nothing of the text is believed yet.
/// It may come from anybody, so there are limits to everything; what exceeds them is refused before it is unpacked.
package struct SharedParcel: Sendable {
    /// Of a file as it came.
    package static let largestFile = 32 << 20
    private static let largestText = 1 << 20
    private static let largestPart: UInt64 = 24 << 20
    private static let largestWhole: UInt64 = 64 << 20
    private static let largestRatio: UInt64 = 100
    /// Below this a part may have any ratio.
    private static let harmless: UInt64 = 1 << 20
    private static let mostParts = 60

    let text: [UInt8]
    let files: [SharedFile]
    let remarks: [ReceivedRemark]

    /// All that came, whatever it was packed in: two parcels of the same pieces are the same.
    package var pieces: [[UInt8]] {
        [text] + files.sorted { $0.given < $1.given }.flatMap { [Array("\0\($0.given)\0".utf8), $0.bytes] }
    }

    /// A text alone, or with files that lie beside it.
    package init(text: [UInt8], beside: [(name: String, bytes: [UInt8])] = []) throws(ImportFailure) {
        guard text.count <= Self.largestText else { throw ImportFailure(ReceivingReason.tooLarge, ["1"]) }
        self.text = text
        (files, remarks) = Self.checked(beside)
    }

    /// By what it is: an archive or a text.
    package init(_ bytes: [UInt8], named name: String) throws(ImportFailure) {
        let isArchive = bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
        if isArchive, name.lowercased().hasSuffix(".zip") {
            try self.init(archive: bytes)
        } else if !isArchive, MaterialFileName.manner(name) != .other || name.lowercased().hasSuffix(".txt") {
            try self.init(text: bytes)
        } else {
            throw ImportFailure(ReceivingReason.unknownFile)
        }
    }

    private init(archive bytes: [UInt8]) throws(ImportFailure) {
        guard bytes.count <= Self.largestFile else { throw ImportFailure(ReceivingReason.tooLarge, ["32"]) }
        let reader = try Self.open(bytes)
        let names = try Self.names(reader.entries)
        let texts = names.filter { $0.name.lowercased().hasSuffix(".md") }
        guard let text = texts.first else { throw ImportFailure(ReceivingReason.noText) }
        guard texts.count == 1 else {
            throw ImportFailure(ReceivingReason.severalTexts, [texts.map(\.name).joined(separator: ", ")])
        }
        guard reader.entries[text.place].byteCount <= UInt64(Self.largestText) else {
            throw ImportFailure(ReceivingReason.tooLarge, ["1"])
        }
        self.text = try Self.content(text.place, of: reader)
        var beside: [(name: String, bytes: [UInt8])] = []
        for other in names where other.place != text.place {
            beside.append((other.name, try Self.content(other.place, of: reader)))
        }
        (files, remarks) = Self.checked(beside)
    }

    // MARK: Archives

    private static func open(_ bytes: [UInt8]) throws(ImportFailure) -> ZIPReader {
        do {
            return try ZIPReader(bytes: bytes)
        } catch {
            throw ImportFailure(ReceivingReason.brokenArchive, [error.reason])
        }
    }

    /// The names of all that is a file, each without its folders, and where it stands.
    private static func names(_ entries: [ZIPReader.Entry]) throws(ImportFailure) -> [(name: String, place: Int)] {
        guard entries.count <= mostParts else { throw ImportFailure(ReceivingReason.tooManyFiles, ["\(mostParts)"]) }
        var result: [(name: String, place: Int)] = []
        var (whole, taken) = (UInt64(0), Set<String>())
        for (place, entry) in entries.enumerated() {
            guard !leadsAway(entry.name) else { throw ImportFailure(ReceivingReason.escapingName, [shown(entry.name)]) }
            guard entry.isPlain || entry.name.hasSuffix("/") else {
                throw ImportFailure(ReceivingReason.link, [shown(entry.name)])
            }
            let (sum, isTooMuch) = whole.addingReportingOverflow(entry.byteCount)
            let isBomb = entry.byteCount > harmless && entry.byteCount / max(1, entry.packedByteCount) > largestRatio
            guard !isTooMuch, sum <= largestWhole, entry.byteCount <= largestPart, !isBomb else {
                throw ImportFailure(ReceivingReason.bomb)
            }
            whole = sum
            guard let name = fileName(entry.name) else { continue }
            guard taken.insert(name.lowercased()).inserted else {
                throw ImportFailure(ReceivingReason.doubledName, [shown(name)])
            }
            result.append((name, place))
        }
        return result
    }

    /// Whether a name is anything but a way downward: absolute, of a drive, with `..`, a backslash or a control character.
    private static func leadsAway(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isOdd = name.unicodeScalars.contains {
            $0.value < 0x20 || $0.value == 0x7F || "\\:\u{FFFD}".unicodeScalars.contains($0)
        }
        return name.isEmpty || name.hasPrefix("/") || isOdd || parts.contains("..") || parts.contains(".")
            || name.utf8.count > 1000
    }

    /// The last part of a name; nothing of a folder, and of what systems lay beside files.
    private static func fileName(_ name: String) -> String? {
        let parts = name.split(separator: "/").map(String.init)
        guard !name.hasSuffix("/"), let last = parts.last, parts.first != "__MACOSX", !last.hasPrefix("."),
            !["thumbs.db", "desktop.ini"].contains(last.lowercased())
        else { return nil }
        return last
    }

    private static func content(_ place: Int, of reader: borrowing ZIPReader) throws(ImportFailure) -> [UInt8] {
        let size = Int(clamping: reader.entries[place].byteCount)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        guard reader.read(place, limit: size + 1, { bytes += $0 }), bytes.count == size else {
            throw ImportFailure(ReceivingReason.brokenArchive, [shown(reader.entries[place].name)])
        }
        return bytes
    }

    /// A name for a message: no longer than a line.
    private static func shown(_ name: String) -> String { String(name.prefix(80)) }

    private static func checked(_ given: [(name: String, bytes: [UInt8])]) -> ([SharedFile], [ReceivedRemark]) {
        var (files, remarks): ([SharedFile], [ReceivedRemark]) = ([], [])
        for (name, bytes) in given {
            switch SharedFile.checked(name, bytes) {
            case .success(let file): files.append(file)
            case .failure(let refusal): remarks.append(refusal.remark)
            }
        }
        return (files, remarks)
    }
}

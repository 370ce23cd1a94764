import Catalog
import Diagnostics

/// A text file as its bytes stand on the disk, beside the text that the program reads of them.
///
/// All readers work on the normalised text (``SourceFile``: no byte order mark, lines end with `\n`). Edits are made in
/// places of that text and applied to the bytes, so that what no edit touches stays as it is, line ends and mark too.
///
/// ```swift
/// let raw = RawText(bytes, path: "content/practices/kvest.md")
/// let changed = raw?.applying([TextEdit(range: 4..<9, text: "новое")])
/// ```
/// A CSV file may have any of the encodings of spreadsheets, as everywhere in the site, and keeps it.
package struct RawText: Sendable {
    /// In UTF-8.
    private let bytes: [UInt8]
    /// That of the file on the disk.
    package let encoding: SpreadsheetEncoding
    /// The normalised text.
    package let file: SourceFile
    /// Bytes of the mark at the beginning.
    private let markLength: Int
    /// Line ends of the text that have two bytes on the disk, ascending.
    private let doubleEnds: [Int]
    /// What ends most lines on the disk.
    private let lineEnd: [UInt8]

    /// Nothing where the bytes are no text (``TextLoader``); O(bytes).
    package init?(_ stored: [UInt8], path: String) {
        encoding = path.lowercased().hasSuffix(".csv") ? SpreadsheetEncoding(of: stored) : .utf8
        // What would not be written back as it was is not read.
        guard let bytes = encoding.utf8(stored), encoding.bytes(ofUTF8: bytes) == stored else { return nil }
        guard let file = TextLoader.load(path: path, bytes: bytes).file else { return nil }
        self.bytes = bytes
        self.file = file
        let start = bytes.starts(with: Self.mark) ? Self.mark.count : 0
        markLength = start
        var (doubleEnds, single, lone): ([Int], Int, Int) = ([], 0, 0)
        var (index, offset) = (start, 0)
        while index < bytes.count {
            if bytes[index] == Self.carriageReturn {
                if index + 1 < bytes.count, bytes[index + 1] == Self.newline {
                    doubleEnds.append(offset)
                    index += 1
                } else {
                    lone += 1
                }
            } else if bytes[index] == Self.newline {
                single += 1
            }
            index += 1
            offset += 1
        }
        self.doubleEnds = doubleEnds
        let most = max(doubleEnds.count, single, lone)
        lineEnd =
            most == single
            ? [Self.newline]
            : most == doubleEnds.count ? [Self.carriageReturn, Self.newline] : [Self.carriageReturn]
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let newline = UInt8(ascii: "\n")

    /// The first letter of edits that the encoding of the file has no place for; nothing where all of them can be written.
    package func unwritable(_ edits: [TextEdit]) -> Unicode.Scalar? {
        guard case .legacy = encoding else { return nil }
        return edits.lazy.compactMap { edit in edit.text.unicodeScalars.first(where: encoding.lacks) }.first
    }

    /// The bytes after edits, which are apart from each other, in any order; O(bytes).
    ///
    /// Of a CSV file ``unwritable(_:)`` has to be asked before.
    package func applying(_ edits: [TextEdit]) -> [UInt8] {
        guard let result = encoding.bytes(ofUTF8: changed(edits)) else {
            preconditionFailure("an edit holds letters that the encoding of \(file.path) lacks")
        }
        return result
    }

    private func changed(_ edits: [TextEdit]) -> [UInt8] {
        var result: [UInt8] = []
        var place = 0
        for edit in edits.sorted(by: {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }) {
            let (start, end) = (position(edit.range.lowerBound), position(edit.range.upperBound))
            precondition(start >= place, "edits overlap")
            result += bytes[place..<start]
            for byte in edit.text.utf8 {
                if byte == Self.newline { result += lineEnd } else { result.append(byte) }
            }
            place = end
        }
        return result + bytes[place...]
    }

    /// The byte on the disk at which a byte of the text stands.
    private func position(_ offset: Int) -> Int {
        var (low, high) = (0, doubleEnds.count)
        while low < high {
            let middle = (low + high) / 2
            if doubleEnds[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return markLength + offset + low
    }
}

/// A change of a text: what stands instead of a part of it.
package struct TextEdit: Sendable, Hashable {
    /// Bytes of the normalised text; empty to put something in.
    package let range: Range<Int>
    /// With `\n` for line ends.
    package let text: String

    package init(range: Range<Int>, text: String) {
        self.range = range
        self.text = text
    }
}

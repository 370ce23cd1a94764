import Catalog
import Diagnostics
import Files
import Formats

/// The texts of one unit as they are read, with the stamps of their bytes.
///
/// A class, for it gathers while others read; for one thread.
final class UnitTexts {
    private let reader: UnitReader
    private(set) var own: UInt64 = 0
    private(set) var tables: [(path: String, stamp: UInt64?)] = []
    /// Whether all could be read: else nothing is kept of it.
    private(set) var isWhole = true

    init(_ reader: UnitReader) { self.reader = reader }

    /// The files with their stamps, for ``SourceStamps``.
    func sources(_ entry: FileEntry) -> [(entry: FileEntry, stamp: UInt64)] {
        guard isWhole else { return [] }
        return [(entry, own)]
            + tables.compactMap { table in
                table.stamp.flatMap { stamp in reader.files[table.path].map { (entry: $0, stamp: stamp) } }
            }
    }

    func material(_ path: SitePath) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
        do throws(FileError) {
            let (bytes, byteCount) = try reader.content.readBeginning(path, atMost: TextLoader.largestSize + 1)
            // Of a file that is too large not all was read.
            if byteCount > bytes.count { isWhole = false }
            own = StableHash.stamp(bytes)
            return TextLoader.load(path: "content/" + path.text, bytes: bytes, byteCount: byteCount)
        } catch {
            isWhole = false
            return (nil, [MachineMessage.unreadable(error, at: SourceLocation(path: "content/" + path.text))])
        }
    }

    /// A CSV file, in any encoding of spreadsheets; a byte order mark and Windows line ends are usual there.
    ///
    /// What is no CSV is told where a material names it.
    func table(
        _ table: Material.TableFile, _ place: SourceLocation, isOwn: Bool, _ diagnostics: inout [Diagnostic]
    ) -> SourceFile? {
        guard let entry = reader.files[table.path] else {
            tables.append((table.path, nil))
            return nil
        }
        do throws(FileError) {
            let (bytes, byteCount) = try reader.content.readBeginning(entry.path, atMost: TextLoader.largestSize)
            if byteCount > bytes.count { isWhole = false }
            tables.append((table.path, StableHash.stamp(bytes)))
            if let signature = FileSignature(bytes) {
                diagnostics.append(Diagnostic(.notCSV.because(signature.name), [entry.path.name], at: place))
                return nil
            }
            let text = Self.table(shown: "content/" + table.path, bytes, byteCount)
            let conflicts = text.file.map { MergeMarkers.diagnostics($0) } ?? []
            if isOwn { diagnostics += text.diagnostics + conflicts }
            return conflicts.isEmpty ? text.file : nil
        } catch {
            isWhole = false
            diagnostics.append(MachineMessage.unreadable(error, at: SourceLocation(path: "content/" + table.path)))
            return nil
        }
    }

    /// The text of a CSV file of which no more was read than a text may have.
    static func table(
        shown path: String, _ bytes: [UInt8], _ byteCount: Int
    ) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
        TextLoader.load(
            path: path, bytes: byteCount > bytes.count ? bytes : SpreadsheetText.utf8(bytes),
            byteCount: byteCount > bytes.count ? byteCount : nil, allowing: [.byteOrderMark, .carriageReturns])
    }
}

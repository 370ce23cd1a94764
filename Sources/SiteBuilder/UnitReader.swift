import Bodies
import Catalog
import Diagnostics
import Files
import Formats

/// Reads materials, each for itself and in parallel.
struct UnitReader: Sendable {
    let content: DiskFileSystem
    /// Files that are no materials, by path below `content/`.
    let files: [String: FileEntry]
    let schema: Schema
    /// The site's today.
    let edition: CalendarDate
    /// Nothing where bodies are not wanted.
    let compiler: MaterialCompiler?

    /// All materials, in the order of `paths`.
    func read(_ paths: [SitePath], _ parallel: Parallel) -> [MaterialUnit] {
        var units = parallel.map(paths) { _, path in read(path, tablesOfOthers: []) }
        // A table that several materials name is looked through with the first.
        var owners: [String: Int] = [:]
        for (index, unit) in units.enumerated() {
            let tables = Set(unit.material.tableFiles.map(\.path))
            let others = tables.filter { owners[$0] != nil }
            for table in tables where owners[table] == nil { owners[table] = index }
            if !others.isEmpty { units[index] = read(paths[index], tablesOfOthers: others) }
        }
        return units
    }

    /// - Parameter tablesOfOthers: CSV files of which is told with another material.
    private func read(_ path: SitePath, tablesOfOthers: Set<String>) -> MaterialUnit {
        let text: (file: SourceFile?, diagnostics: [Diagnostic])
        do throws(FileError) {
            text = try TextLoader.load(path, shown: "content/", of: content)
        } catch {
            text = (nil, [MachineMessage.unreadable(error, at: SourceLocation(path: "content/" + path.text))])
        }
        let (draft, faults) = MaterialDraft.read(text.file, path: path.text, schema: schema)
        let (material, fieldFaults) = MaterialReader.read(draft, schema: schema, edition: edition)
        var diagnostics = text.diagnostics + faults + fieldFaults
        var tables: [String: SourceFile] = [:]
        if let file = draft.file {
            for name in material.tableFiles {
                tables[name.path] = readTable(
                    name, SourceLocation(file, name.range), isOwn: !tablesOfOthers.contains(name.path), &diagnostics)
            }
            let own = material.tableFiles.filter { !tablesOfOthers.contains($0.path) }.compactMap { tables[$0.path] }
            diagnostics += PrivacyCheck.diagnostics(file, root: draft.root, tables: own)
        }
        return MaterialUnit(draft, material, compiler, tables: tables, diagnostics: diagnostics)
    }

    /// A CSV file, in any encoding of spreadsheets; a byte order mark and Windows line ends are usual there.
    ///
    /// What is no CSV is told where a material names it.
    private func readTable(
        _ table: Material.TableFile, _ place: SourceLocation, isOwn: Bool, _ diagnostics: inout [Diagnostic]
    ) -> SourceFile? {
        guard let entry = files[table.path] else { return nil }
        do throws(FileError) {
            let (bytes, byteCount) = try content.readBeginning(entry.path, atMost: TextLoader.largestSize)
            if let signature = FileSignature(bytes) {
                diagnostics.append(Diagnostic(.notCSV.because(signature.name), [entry.path.name], at: place))
                return nil
            }
            let text = Self.table(table.path, bytes, byteCount)
            let conflicts = text.file.map { MergeMarkers.diagnostics($0) } ?? []
            if isOwn { diagnostics += text.diagnostics + conflicts }
            return conflicts.isEmpty ? text.file : nil
        } catch {
            diagnostics.append(MachineMessage.unreadable(error, at: SourceLocation(path: "content/" + table.path)))
            return nil
        }
    }

    /// The text of a CSV file of which no more was read than a text may have.
    static func table(
        _ path: String, _ bytes: [UInt8], _ byteCount: Int
    ) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
        TextLoader.load(
            path: "content/" + path, bytes: byteCount > bytes.count ? bytes : SpreadsheetText.utf8(bytes),
            byteCount: byteCount > bytes.count ? byteCount : nil, allowing: [.byteOrderMark, .carriageReturns])
    }
}

/// The texts that diagnostics point into, read again when they are printed.
final class SourceTexts {
    private let root: DiskFileSystem
    private var texts: [String: SourceFile?] = [:]

    init(_ root: DiskFileSystem) { self.root = root }

    /// The diagnostics with the texts of their places.
    func located(_ diagnostics: [Diagnostic]) -> [Diagnostic] { diagnostics.map { $0.located(text) } }

    /// The text of a file as it was read before; nothing when it is gone or no text any more.
    private func text(_ path: String) -> SourceFile? {
        if let known = texts[path] { return known }
        let text = try? read(path)
        texts[path] = .some(text)
        return text
    }

    private func read(_ path: String) throws -> SourceFile? {
        let name = try SitePath(path)
        guard name.pathExtension.lowercased() == "csv" else {
            return try TextLoader.load(name, shown: "", of: root).file
        }
        let (bytes, byteCount) = try root.readBeginning(name, atMost: TextLoader.largestSize)
        return UnitReader.table(String(path.dropFirst("content/".count)), bytes, byteCount).file
    }
}

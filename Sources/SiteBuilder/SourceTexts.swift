import Catalog
import Diagnostics
import Files

/// The texts that diagnostics point into, read again when they are printed.
final class SourceTexts {
    private let root: DiskFileSystem
    private var texts: [String: SourceFile?] = [:]

    init(_ root: DiskFileSystem) { self.root = root }

    /// The diagnostics with the texts of their places.
    func located(_ diagnostics: [Diagnostic]) -> [Diagnostic] { diagnostics.map { $0.located(text) } }

    /// The same report with the texts of its places.
    func located(_ report: BuildReport) -> BuildReport {
        BuildReport(diagnostics: located(report.diagnostics), summary: report.summary, language: report.language)
    }

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
        return UnitTexts.table(shown: path, bytes, byteCount).file
    }
}

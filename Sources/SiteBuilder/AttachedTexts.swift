import AlbumModel
import Bodies
import Books
import Catalog
import Diagnostics
import Files
import Formats
import OfficeFiles
import Store

/// Reads the words of files for download, so that the search finds them: those of office programs always, those of PDFs
/// where `album.yml` says so.
///
/// A file is read once for each state of it: the next build takes its words over while the disk says nothing new of it.
struct AttachedTexts {
    /// No more of a file is searched: some hundred pages.
    static let longest = 256 << 10

    private let site: LoadedSite
    private let request: BuildRequest
    /// Nothing where the words of PDFs are not wanted, or cannot be had.
    private let pdf: PDFText?
    private let begin = DiskClock.now

    /// The words of one file.
    private struct Words: Sendable {
        /// The file as the disk told of it; nothing where a change might not show.
        let look: UInt64?
        let stamp: UInt64
        /// Nothing where it stands in the store.
        let text: String?
    }

    /// Why there are none.
    private struct Fault: Error {
        let diagnostic: Diagnostic
    }

    /// The words of files that published materials need, and what is wrong with these files.
    ///
    /// - Parameter files: paths below `content/`.
    static func read(
        _ files: Set<String>, of site: LoadedSite, _ request: BuildRequest
    ) -> (texts: FileTexts, diagnostics: [Diagnostic]) {
        let place = site.configuration.searchesPDF
        let pdf = place.flatMap { _ in PDFText.find() }
        let texts = AttachedTexts(site: site, request: request, pdf: pdf)
        texts.leaveOnlyPresent()
        let paths = files.filter(mayHaveWords).sorted()
        let (words, faults) = texts.read(pdf == nil ? paths.filter { ending($0) != "pdf" } : paths)
        guard let place, pdf == nil, paths.contains(where: { ending($0) == "pdf" }) else { return (words, faults) }
        return (words, [Diagnostic(.noPDFReader, at: place)] + faults)
    }

    /// Whether a file of this name may have words for the search.
    static func mayHaveWords(_ path: String) -> Bool {
        ending(path) == "pdf" || OfficeText.extensions.contains(ending(path))
    }

    private static func ending(_ path: String) -> String {
        path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
    }

    private func read(_ paths: [String]) -> (FileTexts, [Diagnostic]) {
        let earlier = request.shelf?.value(Self.name, of: 0, as: [String: Words].self) ?? [:]
        var known: [String: Words] = [:]
        var diagnostics: [Diagnostic] = []
        let files = paths.compactMap { path in site.files[path].map { (path: path, entry: $0) } }
        let outcomes = request.parallel.map(files, grain: 1) { _, file in
            words(of: file.path, file.entry, earlier[file.path])
        }
        for ((path, _), outcome) in zip(files, outcomes) {
            switch outcome {
            case .success(let words):
                known[path] = words
                if words.stamp == Self.stamp(""), Self.ending(path) == "pdf" {
                    diagnostics.append(Diagnostic(.scannedFile, at: Self.place(path)))
                }
            case .failure(let fault): diagnostics.append(fault.diagnostic)
            }
        }
        request.shelf?.keep(Self.name, known, of: 0)
        let texts = FileTexts(stamps: known.mapValues(\.stamp)) { [self, known] path in
            // A store that has failed since gives nothing back: the file is read again. One that is gone by now has no words,
            // and stops the build where it is copied.
            known[path]?.text ?? kept(path) ?? site.files[path].flatMap { try? fresh(path, $0).get() }
        }
        return (texts, diagnostics)
    }

    private func words(of path: String, _ entry: FileEntry, _ earlier: Words?) -> Result<Words, Fault> {
        let look = entry.look(at: begin)
        if let look, let earlier, earlier.look == look { return .success(earlier) }
        if let look, let stamp = keptStamp(path, look) { return .success(Words(look: look, stamp: stamp, text: nil)) }
        return fresh(path, entry).map { text in
            let stamp = Self.stamp(text)
            guard let look, let store = request.store else { return Words(look: look, stamp: stamp, text: text) }
            keep(text, stamp, path, look, store)
            return Words(look: look, stamp: stamp, text: nil)
        }
    }

    /// The words of a file as it is now.
    private func fresh(_ path: String, _ entry: FileEntry) -> Result<String, Fault> {
        let bytes: [UInt8]
        do {
            bytes = try site.content.read(entry.path)
        } catch {
            return .failure(Fault(diagnostic: MachineMessage.unreadable(error, at: Self.place(path))))
        }
        func unread(_ reason: Bilingual, _ arguments: [String]) -> Result<String, Fault> {
            let code = DiagnosticCode.unsearchedFile.because(reason)
            return .failure(Fault(diagnostic: Diagnostic(code, arguments, at: Self.place(path))))
        }
        if let pdf, Self.ending(path) == "pdf" {
            if LockedFile.isLocked(bytes) { return unread(ImportReason.lockedFile, []) }
            do {
                return .success(Self.beginning(of: try pdf.text(of: bytes)))
            } catch {
                switch error {
                case .slow(let seconds): return unread(PDFReason.slow, [String(seconds)])
                case .large(let bytes): return unread(PDFReason.large, [String(bytes >> 20)])
                case .failed(let message): return unread(PDFReason.failed, [message])
                }
            }
        }
        do {
            return .success(Self.beginning(of: try OfficeText.of(bytes)))
        } catch {
            return unread(error.reason, error.arguments)
        }
    }

    private static func place(_ path: String) -> SourceLocation { SourceLocation(path: "content/" + path) }

    /// At most so many bytes as are searched, ending with a whole word.
    private static func beginning(of text: String) -> String {
        guard text.utf8.count > longest else { return text }
        let end = text.utf8.index(text.startIndex, offsetBy: longest)
        return text[..<end].lastIndex(where: \.isWhitespace).map { String(text[..<$0]) } ?? ""
    }

    private static func stamp(_ text: String) -> UInt64 { StableHash.stamp(Array(text.utf8)) }

    // MARK: What is kept

    private static let name = "attached"

    /// The stamp of the words that the build before has read off a file that looked so.
    private func keptStamp(_ path: String, _ look: UInt64) -> UInt64? {
        guard let bytes = request.store?.value(path, in: .files) else { return nil }
        var reader = ByteReader(bytes)
        guard let before = try? reader.word(), before == look else { return nil }
        return try? reader.word()
    }

    private func kept(_ path: String) -> String? {
        request.store?.value(Self.textName(path), in: .files).map { String(decoding: $0, as: UTF8.self) }
    }

    /// No path holds a line break.
    private static func textName(_ path: String) -> String { path + "\n" }

    private func keep(_ text: String, _ stamp: UInt64, _ path: String, _ look: UInt64, _ store: BuildStore) {
        var writer = ByteWriter()
        writer.word(look)
        writer.word(stamp)
        store.set(Self.textName(path), Array(text.utf8), in: .files)
        store.set(path, writer.bytes, in: .files)
    }

    /// Throws away what was kept of files that are gone.
    private func leaveOnlyPresent() {
        guard let store = request.store else { return }
        for name in store.names(in: .files) where site.files[name.last == "\n" ? String(name.dropLast()) : name] == nil
        {
            store.remove(name, in: .files)
        }
    }
}

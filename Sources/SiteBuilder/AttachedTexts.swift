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

    /// What became of a file.
    private enum Outcome: Sendable {
        case words(Words)
        case unread(Diagnostic)
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
        let outcomes = request.parallel.map(paths, grain: 1) { _, path in outcome(path, earlier[path]) }
        for (path, outcome) in zip(paths, outcomes) {
            switch outcome {
            case .words(let words):
                known[path] = words
                if words.stamp == Self.stamp(""), Self.ending(path) == "pdf" {
                    diagnostics.append(Diagnostic(.scannedFile, at: Self.place(path)))
                }
            case .unread(let diagnostic): diagnostics.append(diagnostic)
            }
        }
        request.shelf?.keep(Self.name, known, of: 0)
        let texts = FileTexts(stamps: known.mapValues(\.stamp)) { [self, known] path in
            // A store that has failed since gives nothing back: the file is read again.
            known[path]?.text ?? kept(path) ?? site.files[path].flatMap { try? fresh(path, $0).get() }
        }
        return (texts, diagnostics)
    }

    private func outcome(_ path: String, _ earlier: Words?) -> Outcome {
        guard let entry = site.files[path] else { return .words(Words(look: nil, stamp: Self.stamp(""), text: "")) }
        let look = look(entry)
        if let look, let earlier, earlier.look == look { return .words(earlier) }
        if let look, let stamp = keptStamp(path, look) { return .words(Words(look: look, stamp: stamp, text: nil)) }
        switch fresh(path, entry) {
        case .success(let text):
            let stamp = Self.stamp(text)
            guard let look, let store = request.store else {
                return .words(Words(look: look, stamp: stamp, text: text))
            }
            keep(text, stamp, path, look, store)
            return .words(Words(look: look, stamp: stamp, text: nil))
        case .failure(let fault): return .unread(fault.diagnostic)
        }
    }

    private struct Fault: Error {
        let diagnostic: Diagnostic
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
        if Self.ending(path) == "pdf" {
            if LockedFile.isLocked(bytes) { return unread(ImportReason.lockedFile, []) }
            do {
                return .success(Self.beginning(of: try pdf?.text(of: bytes) ?? ""))
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

    /// A file as the disk tells of it; nothing of a link, and of what was touched just now.
    private func look(_ entry: FileEntry) -> UInt64? {
        guard entry.kind == .file, DiskClock.isSettled(max(entry.modified, entry.changed), at: begin) else {
            return nil
        }
        var hash = StableHash()
        for number in [Int64(entry.byteCount), entry.modified, entry.changed] {
            hash.add(UInt64(bitPattern: number))
        }
        hash.add(entry.inode)
        return hash.stamp
    }

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

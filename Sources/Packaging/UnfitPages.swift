import Files
import Glibc

/// Finds what trees that were built before manifests told of their state should tell: drafts and errors on pages.
///
/// `album serve` once wrote drafts and pages with errors into `public/`, with a manifest like any other. They are known
/// by the notices of the default theme above their text, which no material can write: its own markup is escaped.
enum UnfitPages {
    private static let faultMark = Array("<div class=\"notice notice-fault\" role=\"note\">".utf8)
    /// The beginning of a sentence that is typeset with marks of where its lines may break since.
    private static let draftMarks = ["Это черновик:", "This is a draft:"]
        .map { Array("<div class=\"notice notice-warning\" role=\"note\">\($0)".utf8) }

    /// What the pages of a verified tree show.
    static func state(of files: DiskFileSystem, _ manifest: Manifest) throws(PackagingError) -> EditionState {
        var state = EditionState.fit
        for entry in manifest.entries where entry.path.pathExtension == "html" {
            let bytes = try reporting { () throws(FileError) in try files.read(entry.path) }
            if contains(bytes, faultMark) { state.isLenient = true }
            if draftMarks.contains(where: { contains(bytes, $0) }) { state.hasDrafts = true }
        }
        return state
    }

    /// Whether the bytes hold the mark, which begins with the beginning of a tag.
    private static func contains(_ bytes: [UInt8], _ mark: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { page in
            guard let end = page.baseAddress.map({ $0 + page.count }) else { return false }
            var next = page.baseAddress
            while let start = next, end - start >= mark.count {
                guard let found = memchr(start, Int32(mark[0]), end - start - mark.count + 1) else { return false }
                if memcmp(found, mark, mark.count) == 0 { return true }
                next = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }
}

import Files
import Formats
import Foundation
import Programs

/// A built site as a ZIM file for Kiwix, which opens and searches it without a network (openzim.org).
///
/// zimwriterfs of openZIM's tools makes it, an optional program.
package struct ZIMMaker: Sendable {
    /// Names the program where it is not in `PATH`.
    package static let variable = "ALBUM_ZIMWRITERFS"
    /// Debian's package of it.
    package static let package = "zim-tools"

    /// What Kiwix shows of a file in its library.
    package struct Description: Sendable {
        package let title: String
        /// Kiwix cuts it behind 80 letters: it is shortened between words.
        package let summary: String
        /// Of the site: an ISO 639-1 code.
        package let language: String
        /// Of the site on the web; nothing where it has none.
        package let url: String?

        package init(title: String, summary: String, language: String, url: String?) {
            self.title = title
            self.summary = summary
            self.language = language
            self.url = url
        }
    }

    private static let longestSeconds = 3600
    private static let largestAnswer = 1 << 20

    private let program: BoundedProgram

    /// The program that the environment names, or has in its `PATH`.
    package static func find(_ environment: [String: String] = BoundedProgram.environment) -> ZIMMaker? {
        BoundedProgram.path(of: "zimwriterfs", variable: variable, environment).map {
            ZIMMaker(program: BoundedProgram(path: $0, longestSeconds: longestSeconds, largestAnswer: largestAnswer))
        }
    }

    /// What the environment names that is no program; nothing where it names one, or nothing.
    package static var misnamed: String? { BoundedProgram.misnamed(variable) }

    /// Makes the file of a site that is as it was built, in place of one that is there; its size in bytes.
    package func make(_ output: String, ofSite site: String, _ description: Description) throws(PackagingError) -> Int {
        let files = try reporting { () throws(FileError) in try DiskFileSystem(root: site) }
        let manifest = try Bundle.fitManifest(of: files, site)
        let place = URL(fileURLWithPath: output)
        guard !place.path.hasPrefix(files.root + "/") else { throw .outputInsideSite(path: output) }
        let folder = place.deletingLastPathComponent()
            .appendingPathComponent(".\(place.lastPathComponent).album-partial-\(UUID().uuidString)")
        // What cannot be removed is told by whoever lists the folder; the answer stands.
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            let pages = folder.appendingPathComponent("site")
            // It leads by paths of the server, and Kiwix has a page of its own for what is not there.
            for entry in CompressedTwins.withoutThem(manifest)
            where entry.path.text != "404.html" && !OnlineFiles.contain(entry.path.text) {
                try Self.write(try files.read(entry.path), to: entry.path.text, below: pages)
            }
            try Self.write(Self.illustration, to: Self.illustrationPath, below: pages)
            let made = folder.appendingPathComponent("made.zim")
            let run = try program.run(arguments(description) + [pages.path, made.path], [])
            guard run.status == 0, FileManager.default.fileExists(atPath: made.path) else {
                let reason = run.message.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
                throw PackagingError.program(.failed(reason))
            }
            guard rename(made.path, place.path) == 0 else { throw FileError(.replace, output, .system(errno)) }
            return (try FileManager.default.attributesOfItem(atPath: place.path)[.size] as? Int) ?? 0
        } catch let error as PackagingError {
            throw error
        } catch let error as FileError {
            throw .file(error)
        } catch let fault as BoundedProgram.Fault {
            throw .program(fault)
        } catch {
            let code = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code ?? Int(EIO)
            throw .file(FileError(.write, output, .system(Int32(truncatingIfNeeded: code))))
        }
    }

    private func arguments(_ description: Description) -> [String] {
        let named = [
            "welcome": "index.html", "illustration": Self.illustrationPath,
            "language": Self.languages[description.language] ?? "und",
            "title": Self.shortened(description.title, to: 30),
            "description": Self.shortened(
                description.summary.isEmpty ? description.title : description.summary, to: 80),
            "creator": description.title, "publisher": description.title, "name": "album",
        ]
        let more = description.url.map { ["--source=\($0)"] } ?? []
        return named.sorted { $0.key < $1.key }.map { "--\($0)=\($1)" } + more
    }

    /// ISO 639-3, as Kiwix wants it.
    private static let languages = ["ru": "rus", "en": "eng", "tt": "tat"]

    /// At most so many letters, cut between words and marked.
    private static func shortened(_ text: String, to length: Int) -> String {
        guard text.count > length else { return text }
        let beginning = text.prefix(length - 1)
        return (beginning.lastIndex(of: " ").map { beginning[..<$0] } ?? beginning) + "…"
    }

    private static func write(_ bytes: [UInt8], to path: String, below folder: URL) throws {
        let file = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    private static let illustrationPath = "album-illustration.png"
    /// A PNG of 48 by 48 points, as Kiwix wants it: the mark of the standard theme.
    private static let illustration = Array(Data(base64Encoded: mark) ?? Data())
    private static let mark =
        "iVBORw0KGgoAAAANSUhEUgAAADAAAAAwCAYAAABXAvmHAAAA0ElEQVR42u2asQ2DMBBF2YCNmII9KKmYI016RkjBACkZB4kUBBMp"
        + "ORFLXAqEf3iWvuSCk+75uF/Yl2V2lXU1q581Jap+yfFrlXWeeOIxkNwCKCX/gTC/zSSqSvX0TRV0k38JAAAA+C2gaW8uFc3lHRP2"
        + "3rjdAR7j4JJNJuy9cQAAoAQQmtPq2t03AcI367jDAGIOtQUQcxoqQBMDQA/gQrgQAAA4AeR7ICkXOmUFaGIAAADg5ADyV4vcTgMA"
        + "QHoA8s+s4g/d8qMGfzHsITxu8wTtAysEiEyzuQAAAABJRU5ErkJggg=="
}

import Books
import Catalog
import Diagnostics
import Files
import Formats
import Languages
import Store

/// The last build that was published as it was asked for: asked the same of the same files, with the tree that it
/// published untouched, the next one has nothing to do.
struct LastBuild: Sendable {
    /// Of the request and all that it reads.
    private let inputs: UInt64
    /// Of the published folder.
    private let output: TreeStamp
    private let report: BuildReport

    /// What a build reads, as the disk tells of it.
    struct Inputs: Sendable {
        fileprivate let stamp: UInt64
        /// Whether a change of any file would be seen: none was touched just now, none is a link.
        fileprivate let isSettled: Bool
    }

    /// Looks at all files that a build may read; some 2 µs each.
    static func inputs(_ request: BuildRequest) -> Inputs {
        let begin = DiskClock.now
        let root = request.root.root
        var folders = [
            "\(root)/album.yml", "\(root)/\(AddressLedger.path)", "\(root)/\(AccessibilityReport.path)",
            "\(root)/content", "\(root)/themes",
        ]
        folders += RootSources.folders(of: request.root)
        if let installed = request.installedThemes { folders.append(installed.root) }
        let stamps = request.parallel.map(folders, grain: 1) { _, path in TreeStamp(of: path) }
        var hash = StableHash()
        hash.add(root)
        hash.add(request.installedThemes?.root ?? "")
        hash.add(request.output ?? "")
        hash.add(request.edition?.description ?? "")
        for flag in [request.isLenient, request.isStrict, request.includesDrafts, request.needsSoundSite] {
            hash.add(flag ? 1 : 0)
        }
        for format in request.books.map(\.rawValue).sorted() { hash.add(format) }
        // It may have come since texts of PDFs were left out.
        hash.add(PDFText.find() == nil ? 0 : 1)
        // Pages may tell of commits, which change no file of the site.
        hash.add(GitFolder(of: root).stamp)
        for stamp in stamps {
            hash.add(stamp.stamp)
            hash.add(UInt64(stamp.count))
        }
        return Inputs(
            stamp: hash.stamp, isSettled: stamps.allSatisfy { !$0.isBlind && DiskClock.isSettled($0.latest, at: begin) }
        )
    }

    /// The report of the last build, where there is nothing to do.
    static func report(of inputs: Inputs, _ request: BuildRequest) -> BuildReport? {
        guard request.explained == nil, let bytes = request.store?.value(request.traceName, in: .sources),
            let last = try? LastBuild(stored: bytes),
            last.inputs == inputs.stamp, let summary = last.report.summary,
            last.output == TreeStamp(of: summary.output)
        else { return nil }
        return SourceTexts(request.root).located(last.report)
    }

    /// Keeps the report of a build that was published.
    static func keep(_ report: BuildReport, of inputs: Inputs, _ request: BuildRequest) {
        guard let store = request.store, let summary = report.summary else { return }
        defer { store.commit() }
        let output = TreeStamp(of: summary.output)
        guard inputs.isSettled, !output.isBlind else { return store.remove(request.traceName, in: .sources) }
        let last = LastBuild(inputs: inputs.stamp, output: output, report: report)
        store.set(request.traceName, last.stored, in: .sources)
    }

    private init(inputs: UInt64, output: TreeStamp, report: BuildReport) {
        self.inputs = inputs
        self.output = output
        self.report = report
    }
}

extension LastBuild: Storable {
    func store(in writer: inout ByteWriter) {
        writer.word(inputs)
        output.store(in: &writer)
        writer.list(report.diagnostics)
        writer.text(report.language.rawValue)
        writer.optional(report.summary) { writer, summary in
            writer.text(summary.output)
            let counts = summary.counts
            for number in [counts.materials, counts.drafts, counts.pages, summary.files, summary.bytes] {
                writer.number(number)
            }
        }
    }

    init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        inputs = try reader.word()
        output = try TreeStamp(from: &reader)
        let diagnostics: [Diagnostic] = try reader.list()
        guard let language = Language(rawValue: try reader.text()) else { throw ByteReader.Damage() }
        let summary = try reader.optional { reader throws(ByteReader.Damage) in
            BuildSummary(
                output: try reader.text(),
                counts: SiteFiles.Counts(
                    materials: try reader.number(), drafts: try reader.number(), pages: try reader.number()),
                made: 0, files: try reader.number(), bytes: try reader.number(), goneBooks: 0, elsewhere: 0,
                times: StageTimes(stages: [], total: .zero))
        }
        report = BuildReport(diagnostics: diagnostics, summary: summary, language: language)
    }
}

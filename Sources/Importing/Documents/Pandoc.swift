import Diagnostics
import OfficeFiles
import Programs

/// Runs pandoc, an optional program that reads the formats of office programs.
///
/// It runs as a ``BoundedProgram`` does, in its own sandbox besides (`--sandbox`: it reads what comes in and nothing
/// else) and with a limit to its memory. Goes in: bytes. Comes out: a tree.
package struct Pandoc: Sendable {
    /// What pandoc is told to read.
    package enum Format: String, Sendable {
        case docx, odt, html

        /// As people call it.
        package var name: String { rawValue.uppercased() }
    }

    /// Names the program where it is not in `PATH`.
    package static let variable = "ALBUM_PANDOC"

    private static let largestAnswer = 64 << 20

    private let program: BoundedProgram

    package init(path: String, longestSeconds: Int = 60) {
        self.init(BoundedProgram(path: path, longestSeconds: longestSeconds, largestAnswer: Self.largestAnswer))
    }

    private init(_ program: BoundedProgram) { self.program = program }

    /// The program that the environment names, or has in its `PATH`.
    package static func find(_ environment: [String: String] = BoundedProgram.environment) -> Pandoc? {
        BoundedProgram.path(of: "pandoc", variable: variable, environment).map { Pandoc(path: $0) }
    }

    /// The same with another limit to its time.
    package func stopped(after seconds: Int) -> Pandoc { Pandoc(path: program.path, longestSeconds: seconds) }

    /// The tree of a file.
    func read(_ bytes: [UInt8], _ format: Format) throws(ImportFailure) -> DocumentTree {
        let arguments = [
            "+RTS", "-M1024M", "-RTS", "--sandbox", "--from=\(format.rawValue)", "--to=json", "--track-changes=all",
        ]
        let run = try run(arguments, bytes)
        guard run.status == 0 else { throw try failure(run, format) }
        guard let json = PandocJSON(run.answer), let tree = DocumentTree(json) else {
            throw ImportFailure(ImportReason.pandocAnswer)
        }
        return tree
    }

    /// The versions that can do what was asked.
    private func failure(_ run: BoundedProgram.Run, _ format: Format) throws(ImportFailure) -> ImportFailure {
        let message = run.message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        guard
            message.lowercased().contains("unknown") || message.lowercased().contains("unrecognized")
                || message.lowercased().contains("rts")
        else { return ImportFailure(ImportReason.pandocFailed, [message]) }
        let version = String(decoding: try self.run(["--version"], []).answer, as: UTF8.self)
        let number = version.split(whereSeparator: \.isWhitespace).dropFirst().first.map(String.init) ?? "?"
        return ImportFailure(ImportReason.oldPandoc, [number, format.name, "2.17"], isUsage: true)
    }

    private func run(_ arguments: [String], _ input: [UInt8]) throws(ImportFailure) -> BoundedProgram.Run {
        do {
            return try program.run(arguments, input)
        } catch {
            switch error {
            case .slow(let seconds): throw ImportFailure(ImportReason.pandocSlow, [String(seconds)])
            case .large(let bytes): throw ImportFailure(ImportReason.pandocLarge, [String(bytes >> 20)])
            case .failed(let message): throw ImportFailure(ImportReason.pandocFailed, [message])
            }
        }
    }
}

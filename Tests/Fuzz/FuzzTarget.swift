import Foundation

/// What libFuzzer calls with each input (see its page at LLVM).
///
/// The bytes go to the target that the environment names as `ALBUM_FUZZ_TARGET`. A trap, or what an oracle does not allow, ends
/// the program, and the input is kept.
@_cdecl("LLVMFuzzerTestOneInput") public func fuzzed(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
}

/// A part of the program that reads bytes of strangers.
enum FuzzTarget: String, CaseIterable {
    case frontMatter = "front-matter", markdown, csv, workbook, document, period, query, index, archive, manifest
    case path, head, patch, store

    /// The one of this run.
    static let chosen: FuzzTarget = {
        let name = ProcessInfo.processInfo.environment["ALBUM_FUZZ_TARGET"] ?? ""
        guard let target = FuzzTarget(rawValue: name) else {
            fatalError("ALBUM_FUZZ_TARGET is one of \(allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return target
    }()

    func run(_ bytes: [UInt8]) {
        switch self {
        case .frontMatter: Texts.frontMatter(bytes)
        case .markdown: Texts.markdown(bytes)
        case .csv: Texts.csv(bytes)
        case .period: Texts.period(bytes)
        case .patch: Texts.patch(bytes)
        case .workbook: Containers.workbook(bytes)
        case .document: Containers.document(bytes)
        case .archive: Containers.archive(bytes)
        case .manifest: Containers.manifest(bytes)
        case .store: Containers.store(bytes)
        case .query: IndexTarget.query(bytes)
        case .index: IndexTarget.damaged(bytes)
        case .path: Requests.path(bytes)
        case .head: Requests.head(bytes)
        }
    }

    /// The part of a text that is UTF-8 as the program takes it; nothing of other bytes, which are refused before.
    static func text(_ bytes: [UInt8]) -> String? { String(validating: bytes, as: UTF8.self) }
}

/// Ends the run where a promise is broken.
func demand(_ isKept: Bool, _ promise: @autoclosure () -> String) {
    if !isKept { fatalError(promise()) }
}

import Foundation
import TestSupport

@testable import Search

/// An index built in memory from documents, and an engine over it.
struct SampleIndex {
    var files: [String: [UInt8]]

    init(_ documents: [SearchDocument], configuration: SearchConfiguration = SearchConfiguration()) {
        var site = SearchedSite(documents: documents, configuration: configuration)
        site.build(in: NoIndexStore<Never>())
        files = site.files
    }

    /// An index of documents that have a body only.
    init(bodies: [String], configuration: SearchConfiguration = SearchConfiguration()) {
        let documents = bodies.enumerated().map { number, body in
            SearchDocument(url: "d\(number).html", title: "", body: body)
        }
        self.init(documents, configuration: configuration)
    }

    func engine() throws -> SearchEngine {
        let files = files
        return try SearchEngine { files[$0] }
    }

    /// The addresses that a query finds, best first.
    func addresses(_ query: String, filters: [String: [String]] = [:]) throws -> [String] {
        try engine().search(query, filters: filters, limit: 100).results.map(\.url)
    }

    /// Writes the files below a folder.
    func write(to folder: TemporaryFolder) throws {
        for (path, bytes) in files { try folder.write(bytes, to: path) }
    }
}

/// The repository's files that the tests share with the browser.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    static let core = root + "/themes/album/assets/js/search-core.js"
    static let mend = root + "/themes/album/assets/js/search-mend.js"
    static let late = root + "/themes/album/assets/js/search-late.js"
    static let fixture = root + "/Tests/Fixtures/analysis.json"
    static let harness = root + "/Tests/Fixtures/search-harness.js"

    /// What `node search-harness.js …` prints.
    static func node(_ arguments: [String], input: TemporaryFolder? = nil) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["node", harness] + arguments
        let output = Pipe()
        process.standardOutput = output
        if let input {
            process.standardInput = FileHandle(forReadingAtPath: input.path("requests"))
        }
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw NodeFailure(status: process.terminationStatus) }
        return String(decoding: data, as: UTF8.self)
    }
}

/// Node ended with an error; it is needed by the tests (Debian package `nodejs`).
struct NodeFailure: Error {
    let status: Int32
}

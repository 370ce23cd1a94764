import Files
import Foundation
import Store
import Synchronization
import TestSupport
import Testing

@testable import SiteBuilder

/// Another build publishes while this one is at work: what this one meant to take over is gone then.
@Suite struct AnotherBuildTests {
    @Test(arguments: ["practices/", "search/"])
    func whatIsGoneMeanwhileIsMadeAnew(path: String) throws {
        var site = try TurnedSite()
        try site.turn()
        let other = try site.site.request()
        var request = other
        request.store = try site.store()
        let wasBuilt = Mutex(false)
        _ = try SiteBuild.run(request) { output throws(FileError) in
            ForestalledOutput(sink: try OutputTransaction(replacing: output)) { kept throws(FileError) in
                let isFirst = kept.text.hasPrefix(path) && wasBuilt.withLock { exchange(&$0, with: true) } == false
                if isFirst { _ = try SiteBuild.run(other) }
            }
        }
        #expect(wasBuilt.withLock { $0 }, "nothing of \(path) was taken over")
        #expect(try site.isAsFromNothing())
        request.store = nil
        try site.expectAsFromNothing("the next")
        try site.turn()
        try site.expectAsFromNothing("turned")
    }
}

/// Sets a value and gives the one before.
private func exchange<Value>(_ value: inout Value, with other: Value) -> Value {
    defer { value = other }
    return value
}

/// An output that tells of each file before it is taken over.
private struct ForestalledOutput: OutputSink {
    let sink: OutputTransaction
    let before: @Sendable (SitePath) throws(FileError) -> Void

    func write(_ path: SitePath, pieces: [[UInt8]]) throws(FileError) { try sink.write(path, pieces: pieces) }
    var earlier: Manifest? { sink.earlier }
    func stands(_ entry: Manifest.Entry) -> Bool { sink.stands(entry) }

    func takeOver(_ entry: Manifest.Entry) throws(FileError) -> Bool {
        try before(entry.path)
        return try sink.takeOver(entry)
    }

    func commit(_ state: EditionState) throws(FileError) -> Manifest { try sink.commit(state) }
    func abort() { sink.abort() }
}

import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Files

/// Several builds publish to one folder at once: none fails for that, and what stands there is what its manifest says.
@Suite struct TransactionsAtOnceTests {
    private static let isLong = ProcessInfo.processInfo.environment["ALBUM_LONG_TESTS"] != nil

    @Test(arguments: [false, true])
    func transactionsAtOncePublishWholeTrees(isFirst: Bool) throws {
        let rounds = Self.isLong ? 3000 : 300
        let folder = try TemporaryFolder()
        let faults = Mutex<[String]>([])
        for round in 0..<(isFirst ? rounds / 10 : 1) {
            // Where nothing stands yet, many times; else one folder all the while.
            let target = folder.path("\(round)/public")
            DispatchQueue.concurrentPerform(iterations: 4) { builder in
                for number in 0..<(isFirst ? 1 : rounds) {
                    do {
                        try Self.publish("\(builder) \(number % 7)", to: target, keepsSpare: (builder + number) % 3 > 0)
                    } catch {
                        faults.withLock { $0.append("\(error)") }
                    }
                }
            }
            try Self.expectWhole(folder, "\(round)")
        }
        let told = faults.withLock { $0 }
        #expect(told.isEmpty, "\(told.count): \(Set(told).sorted().prefix(5))")
    }

    /// A page of the same size in every tree, one that stays as it is, and a folder that only this tree has.
    private static func publish(_ text: String, to target: String, keepsSpare: Bool = false) throws {
        let output = try OutputTransaction(replacing: target, keepsSpare: keepsSpare)
        try output.write(SitePath("index.html"), text)
        try output.write(SitePath("same.html"), "same")
        try output.write(SitePath("\(text)/a/b.html"), "")
        _ = try output.commit()
    }

    private static func expectWhole(_ folder: TemporaryFolder, _ round: String) throws {
        let manifest = try Manifest(parsing: folder.bytes("\(round)/public/manifest.json"))
        #expect(
            try folder.files(below: "\(round)/public")
                == (manifest.entries.map(\.path.text) + [Manifest.path.text]).sorted())
        for entry in manifest.entries {
            #expect(try SHA256.digest(folder.bytes("\(round)/public/\(entry.path.text)")) == entry.digest)
        }
        // A last one sweeps what the others could not.
        try publish("last", to: folder.path("\(round)/public"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(round)) == ["public"])
    }
}

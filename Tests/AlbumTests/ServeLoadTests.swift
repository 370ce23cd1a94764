import Foundation
import TestSupport
import Testing

extension ServingTests {
    /// `album serve` over many changes: how often it builds, and what it holds.
    ///
    /// `ALBUM_LONG_TESTS` makes 10,000 changes.
    @Suite struct LoadTests {
        private static let isLong = ProcessInfo.processInfo.environment["ALBUM_LONG_TESTS"] != nil

        @Test func aBurstOfSavesIsBuiltOnce() throws {
            let folder = try TemporaryFolder.withNewSite()
            let served = try ServedSite(folder, "site")
            #expect(try served.builds() == 1)
            let clock = ContinuousClock()
            var built = 1
            for burst in 1...5 {
                var (last, pauses) = (clock.now, 0)
                for number in 0..<20 {
                    try folder.write(
                        "---\ntitle: Правка \(number)\nsummary: с\n---\nПравка \(burst)\n",
                        to: "site/content/practices/pravka-\(number).md")
                    if last.duration(to: clock.now) > .milliseconds(3) { pauses += 1 }
                    last = clock.now
                }
                #expect(
                    try served.wait(for: "/practices/pravka-19.html") { $0.body.contains("Правка \(burst)") } == nil)
                usleep(300_000)
                // What a machine under load parts by a pause are several bursts.
                let all = try served.builds()
                #expect((1...pauses + 3).contains(all - built), "\(all - built) builds, \(pauses) pauses")
                built = all
            }
            #expect(try served.stop() == 0)
        }

        @Test func manyChangesLeaveMemorySteady() throws {
            let folder = try TemporaryFolder.withNewSite()
            let served = try ServedSite(folder, "site")
            let (warmUp, changes) = Self.isLong ? (500, 10_000) : (100, 200)
            var build = try served.get("/.album-preview/after/").body
            func change(_ number: Int) throws {
                try folder.write(
                    "---\ntitle: Правка\nsummary: с\n---\nПравка номер \(number)\n",
                    to: "site/content/practices/pravka.md")
                build = try served.get("/.album-preview/after/" + build).body
                #expect(try served.get("/practices/pravka.html").body.contains("номер \(number)"))
                if number % 50 == 0 { #expect(try served.get("/search/manifest.js").status == 200) }
            }
            for number in 0..<warmUp { try change(number) }
            let before = try served.residentKilobytes()
            for number in warmUp..<warmUp + changes { try change(number) }
            let after = try served.residentKilobytes()
            #expect(after < before + before / 4 + 8_000, "\(before) KB became \(after) KB")
            #expect(try served.stop() == 0)
        }
    }
}

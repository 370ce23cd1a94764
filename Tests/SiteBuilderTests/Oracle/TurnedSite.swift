import Files
import Foundation
import Store
import TestSupport
import Testing

@testable import SiteBuilder

/// A site with a cache and two states of its sources, of which is known what a build from nothing gives: for tests that
/// do something to the cache, to times or to what is published, and build many times.
struct TurnedSite {
    let site: SampleSite
    private let cold: [OracleSite.Seen]
    private var state = 0

    /// The site is built once with its cache.
    init() throws {
        site = try EditedSite(seed: 1).site
        let source = SampleSite.repository.appendingPathComponent("Tests/Fixtures/office/practice.docx")
        try site.folder.write([UInt8](try Data(contentsOf: source)), to: "content/practices/blank.docx")
        try site.folder.write(
            SampleSite.practice("С файлом", "attachments: [blank.docx]"), to: "content/practices/s-failom.md")
        var cold: [OracleSite.Seen] = []
        for state in [1, 0] {
            try Self.write(state, site)
            cold.insert(try OracleSite.cold(site, Edition()), at: 0)
        }
        self.cold = cold
        try expectAsFromNothing("at first")
    }

    var folder: TemporaryFolder { site.folder }

    /// Puts the sources into their other state: a title, a row, and a material more or less.
    mutating func turn() throws {
        state = 1 - state
        try Self.write(state, site)
    }

    private static func write(_ state: Int, _ site: SampleSite) throws {
        let titles = ["title: Практика 3", "title: Другое имя"]
        try change("content/practices/p3.md", site, titles[1 - state], titles[state])
        let rows = ["Поход;методисты", "Поход и лагерь;методисты"]
        try change("content/roadmaps/leto.csv", site, rows[1 - state], rows[state])
        let extra = "content/practices/extra.md"
        if state == 1 {
            try site.folder.write(SampleSite.practice("Лишняя"), to: extra)
        } else if site.folder.contains(extra) {
            try site.folder.remove(extra)
        }
    }

    private static func change(_ path: String, _ site: SampleSite, _ old: String, _ new: String) throws {
        let text = try site.folder.text(path)
        if !text.contains(new) { try site.folder.write(text.replacing(old, with: new), to: path) }
    }

    /// The store of the site, which has to be let go before the next build.
    func store() throws -> BuildStore { try #require(BuildStore.open(folder.path(OracleSite.cache))) }

    /// Builds with the cache.
    @discardableResult
    func build() throws -> BuildReport {
        try site.build { $0.store = BuildStore.open(folder.path(OracleSite.cache)) }
    }

    /// Builds with the cache and demands what a build from nothing gives.
    func expectAsFromNothing(_ note: String) throws {
        #expect(try build().text == cold[state].told, "\(note)")
        #expect(try isAsFromNothing(), "\(note)")
    }

    /// Whether that is published which a build from nothing gives.
    func isAsFromNothing() throws -> Bool { try site.output() == cold[state].files }
}

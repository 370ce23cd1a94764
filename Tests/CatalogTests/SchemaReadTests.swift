import Diagnostics
import Files
import Testing

@testable import Catalog

/// What is asked of a schema is noted.
@Suite struct SchemaReadTests {
    /// `album.yml` names the roots and their regions: a page or a document of the search that goes by them hangs on it.
    @Test func whoReadsTheRootsAsksForTheConfiguration() throws {
        let root = ContentRoot(
            id: "perm", folder: try SitePath("regions/perm"), region: "perm",
            location: SourceLocation(path: "album.yml"))
        let schema = Schema(vocabularies: [], kinds: [], roots: [root])
        let first = ReadLog()
        #expect(schema.read(first).roots.count == 1)
        #expect(first.questions == [.configuration])
        let second = ReadLog()
        #expect(schema.read(second).root(ofPath: "perm/practices/kvest.md") == "perm")
        #expect(second.questions == [.configuration])
    }
}

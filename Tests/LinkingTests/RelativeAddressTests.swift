import Catalog
import Testing

@testable import Linking

@Suite struct RelativeAddressTests {
    @Test(arguments: [
        ("index.html", "search.html", "search.html"), ("index.html", "practices/kvest.html", "practices/kvest.html"),
        ("practices/kvest.html", "index.html", "../index.html"),
        ("practices/kvest.html", "practices/igra.html", "igra.html"),
        ("practices/kvest.html", "documents/order.html", "../documents/order.html"),
        ("a/b/c.html", "a/d/e.html", "../d/e.html"), ("a/b/c.html", "a/b.html", "../b.html"),
        ("a/b.html", "a/b/c.html", "b/c.html"),
        ("practices/a.html", "practices/a.html", "a.html"), ("pra/a.html", "practices/a.html", "../practices/a.html"),
    ])
    func theWayFromPageToPageNamesAFile(page: String, target: String, way: String) {
        #expect(RelativeAddress.make(from: page, to: target) == way)
    }

    @Test(arguments: [("index.html", "practices/a.html"), ("x/y/z.html", "x/q.html"), ("a/b.html", "c/d/e.html")])
    func theWayLeadsThere(page: String, target: String) {
        let there = RelativeAddress.make(from: page, to: target)
        #expect(SourcePath.resolve(inFolderOf: page, there) == target)
        let back = RelativeAddress.make(from: target, to: page)
        #expect(SourcePath.resolve(inFolderOf: target, back) == page)
    }

    @Test(arguments: [("index.html", ""), ("practices/a.html", "../"), ("a/b/c.html", "../../")])
    func theRootIsSoManyFoldersUp(page: String, root: String) {
        #expect(SiteAddress(page).wayToRoot == root)
    }

    @Test(arguments: [
        ("practices/a.md", "../documents/b.md", "documents/b.md"), ("practices/a.md", "b.md", "practices/b.md"),
        ("practices/a.md", "./b.md", "practices/b.md"), ("practices/a.md", "/documents/b.md", "documents/b.md"),
        ("a/b/c.md", "../../d.md", "d.md"), ("a.md", "b//c/./d.md", "b/c/d.md"), ("a/b.md", "c/../../d.md", "d.md"),
    ])
    func aPathIsResolvedFromTheFolderOfItsFile(file: String, path: String, resolved: String) {
        #expect(SourcePath.resolve(inFolderOf: file, path) == resolved)
    }

    @Test(arguments: [
        ("a.md", "../b.md"), ("practices/a.md", "../../b.md"), ("practices/a.md", "x/../../../b.md"),
        ("a/b.md", "/../c"),
    ])
    func aPathThatClimbsOutIsNone(file: String, path: String) {
        #expect(SourcePath.resolve(inFolderOf: file, path) == nil)
    }
}

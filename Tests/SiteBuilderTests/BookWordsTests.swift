import Files
import Foundation
import TestSupport
import Testing

@testable import Books
@testable import SiteBuilder

/// A book says nothing that only a page can do.
@Suite struct BookWordsTests {
    /// What is said of scripts on a page: beginnings of strings of the theme.
    private static let ofScripts = [
        "sheet_", "score_", "filter_", "office_", "calendar_file_", "calendar_view", "copy_", "share_", "vision_",
        "compare_", "search_", "cite_", "unfold_", "fold_", "print",
    ]
    /// What a text asks of readers that paper and a program for books do not do.
    private static let asked = [
        "Отмечайте", "отмечайте", "ажмите", "щёлкните", "кнопк", "лист можно сохранить", "на этой странице",
        "На этой странице", "в этом браузере", "соберётся сам", "сложит их сам",
    ]

    /// Every material of the repository's own site in one book.
    @Test func aBookOfAllMaterialsNeedsNoScripts() throws {
        let request = BuildRequest(
            root: try DiskFileSystem(root: SampleSite.repository.path), parallel: Parallel(jobs: 2))
        let books = try #require(try SiteBooks.load(request).books)
        let all = books.materials(of: [], kinds: [])
        #expect(all.count > 80)
        let book = EPUB.bound(books.book(.materials(all, title: "Всё", subject: "all", about: "по списку")))
        let strings = try Self.strings()
        #expect(strings.count > 50)
        for part in book.parts {
            let words = Self.text(of: part.tree.nodes)
            for element in part.tree.elements {
                #expect(!BoundBook.leftOut.contains(element.name), "\(part.title): \(element.name)")
                #expect(element["class"]?.contains("needs-script") != true, "\(part.title): \(element.name)")
            }
            for said in strings + Self.asked where words.contains(said) {
                Issue.record("\(part.title): «\(said)»")
            }
        }
    }

    /// Sentences of the theme about what scripts do: a word or two may stand in any text.
    private static func strings() throws -> [String] {
        let path = SampleSite.repository.appendingPathComponent("themes/album/strings/ru.yml")
        return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard ofScripts.contains(where: line.hasPrefix), let colon = line.firstRange(of: ": \"") else { return nil }
            let text = line[colon.upperBound...].dropLast()
            return text.split(separator: " ").count >= 4 && !text.contains("{") ? String(text) : nil
        }
    }

    private static func text(of nodes: [HTMLTree.Node]) -> String {
        nodes.map { node in
            switch node {
            case .text(let text): text.replacing("\u{A0}", with: " ")
            case .element(let element): text(of: element.children)
            }
        }.joined()
    }
}

import Foundation

@testable import Search

/// An index of the repository's own materials, as their files stand.
struct ContentIndex: Sendable {
    let index: SampleIndex
    /// The lines of the texts.
    let lines: [String]
    /// The words of the texts in lower case: Russian letters alone, each once, in order.
    let words: [String]

    init() throws {
        let root = URL(fileURLWithPath: Repository.root + "/content")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted().filter {
            $0.hasSuffix(".md") && $0.contains("/") && !$0.hasPrefix("vocabularies") && !$0.hasPrefix("kinds")
        }
        var lines: [String] = []
        let documents = try paths.enumerated().map { number, path in
            let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
            let own = text.split(separator: "\n").map(String.init)
            lines += own
            func field(_ name: String) -> String {
                own.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) } ?? ""
            }
            return SearchDocument(
                url: path, title: field("title"), summary: field("summary"), body: text,
                facets: [[number % 2], number % 3 == 0 ? [] : [number % 5, 5]])
        }
        self.lines = lines
        words = Set(lines.flatMap(Self.words).map { $0.lowercased() }).sorted()
        index = SampleIndex(documents, configuration: GeneratedTexts.configuration)
    }

    /// A query of words of one line, as readers type them: whole, cut, misspelt, in the other layout, in quotes.
    func query(_ chance: inout FixedChance) -> String {
        let line = lines[chance.next(lines.count)].split(separator: " ").map(String.init)
        guard !line.isEmpty else { return "" }
        let first = chance.next(line.count)
        var words = Array(line[first...].prefix(1 + chance.next(5)))
        let place = chance.next(words.count)
        var letters = Array(words[place])
        switch chance.next(8) {
        case 0: letters.remove(at: chance.next(letters.count))
        case 1: letters.removeLast(chance.next(letters.count))
        case 2: letters.swapAt(chance.next(letters.count), chance.next(letters.count))
        case 3: letters = Array(KeyboardLayout.swapped(String(letters)) ?? "")
        case 4: letters = Array(self.words[chance.next(self.words.count)])
        default: break
        }
        words[place] = String(letters)
        let text = words.joined(separator: " ")
        return chance.next(9) == 0 ? "«\(text)»" : text + ["", " "][chance.next(2)]
    }

    /// Runs of Russian letters.
    static func words(of line: String) -> [String] {
        line.split { letter in
            !letter.unicodeScalars.allSatisfy { "а"..."я" ~= $0 || "А"..."Я" ~= $0 || $0 == "ё" || $0 == "Ё" }
        }.map(String.init)
    }
}

/// Numbers that are the same at every run.
struct FixedChance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    mutating func element<Element>(of list: [Element]) -> Element { list[next(list.count)] }
}

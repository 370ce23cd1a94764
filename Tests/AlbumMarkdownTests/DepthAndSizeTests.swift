import AlbumMarkdown
import Testing

/// Texts made to break a parser.
///
/// None may overflow the stack, none may take more than time in proportion to its size: each is some hundred thousand
/// bytes, so that quadratic work would take minutes where seconds are allowed.
@Suite struct DepthAndSizeTests {
    static let cases: [(name: String, text: String)] = [
        ("quotes", repeated("> ", 100_000) + "a"),
        ("strong in emphasis", repeated("*a **a ", 65_000) + "b" + repeated(" a** a*", 65_000)),
        ("closers without openers", repeated("a_ ", 65_000)),
        ("openers without closers", repeated("_a ", 65_000)),
        ("link closers", repeated("a] ", 65_000)),
        ("link openers", repeated("[a ", 65_000)),
        ("links and emphasis crossed", repeated("[ a_", 50_000)),
        ("brackets and marks", repeated("**x [a*b**c*](d)", 30_000)),
        ("nested brackets", repeated("[", 50_000) + "a" + repeated("]", 50_000)),
        ("pictures around links", repeated("![[]()", 60_000)),
        ("pictures around links and codes", repeated("![[]()`]`", 40_000)),
        ("pictures around links, escaped", repeated("![[]()\\]", 40_000)),
        ("wiki openers", repeated("[[a ", 50_000)),
        ("wiki closers", repeated("a]] ", 50_000)),
        ("wiki nested", repeated("[[a|", 50_000) + "b" + repeated("]]", 50_000)),
        ("backticks of growing length", (1..<400).map { "e" + repeated("`", $0) }.joined()),
        ("unclosed links", repeated("[a](b", 30_000)),
        ("unclosed addresses", repeated("[a](<b", 30_000)),
        ("unclosed comments", "</" + repeated("<!--", 100_000)),
        ("unclosed tags", repeated("<a ", 100_000)),
        ("a comment over many lines", "a <!--" + repeated("\n> b", 50_000) + "--> *c*"),
        ("code over many lines", "> a `" + repeated("\n> b", 50_000) + "` *c*"),
        ("a title over many lines", "[a](b '" + repeated("\nc", 50_000) + "')" + repeated("\n*d*", 10_000)),
        ("an underlined heading of many lines", repeated("a *b*\n", 30_000) + "---\n"),
        ("entities", repeated("&lt;", 100_000)),
        ("hard breaks", repeated("a  \n", 50_000)),
        ("tildes", repeated("~a ~~b ", 50_000)),
        ("struck in struck", repeated("~a ~~b ", 30_000) + repeated("~~ c~ ", 30_000)),
        ("addresses", repeated("https://a.ru/_b_ ", 20_000)),
        ("at signs", repeated("a@", 100_000)),
        ("mail openers", repeated("a.b+c", 50_000) + "@"),
        ("www", repeated("www.", 50_000)),
        ("brackets after an address", "https://a.ru/" + repeated(")", 100_000)),
        ("semicolons after an address", "https://a.ru/" + repeated("&a;", 50_000)),
        ("footnotes", repeated("[^a] ", 50_000) + "\n\n" + repeated("[^a]: b\n", 20_000)),
        ("references", (0..<20_000).map { "[r\($0)]: u\n" }.joined() + "\n" + repeated("[r1] ", 20_000)),
        ("reference labels", repeated("[" + repeated("a", 900), 300)),
        ("tables", repeated("| a | b |\n|---|---|\n| `c` | [d](e) |\n\n", 5_000)),
        ("table in one", "| a | b |\n|---|---|\n" + repeated("| *c* | ~d~ |\n", 20_000)),
        ("escaped pipes", "| a |\n|---|\n| " + repeated("\\|*b* ", 30_000) + "|\n"),
        ("delimiter rows without header", repeated("|---|---|\n", 20_000)),
        ("tasks", repeated("- [x] a\n", 20_000)),
        ("deep list", (0..<300).map { repeated("  ", $0) + "- a\n" }.joined()),
        ("list on one line", repeated("- ", 5_000) + "a"),
        ("emphasis in a table cell", "| a |\n|---|\n| " + repeated("*a **a ", 20_000) + "|\n"),
        ("null bytes", repeated("a\0", 20_000)),
    ]

    @Test(.timeLimit(.minutes(5)), arguments: cases.indices)
    func aHostileTextIsReadAndWrittenInTime(_ index: Int) {
        let parsed = read(Self.cases[index].text)
        let output = html(parsed, HTMLOptions())
        #expect(!output.isEmpty, "\(Self.cases[index].name)")
        _ = PlainText.sections(of: parsed.document)
        #expect(parsed.document.nodes[0].end == parsed.document.nodes.count)
    }

    /// As pages are: terms and typography look at whole runs of text, which may have many lines.
    @Test(.timeLimit(.minutes(5)), arguments: ["a  \n", "a\n"])
    func aParagraphOfManyLinesIsDecoratedInTime(line: String) {
        var options = HTMLOptions()
        options.decorator = Undecorated()
        #expect(!html(read(Self.repeated(line, 60_000)), options).isEmpty)
    }

    @Test func picturesAreReadHoweverManyAndWhatIsNoneIsText() {
        let parsed = read(Self.repeated("![a](b.png)\n", 5000))
        #expect(html(parsed, HTMLOptions()).split(separator: "<img").count == 5001)
        let crowd = PlainText.sections(of: read(Self.repeated("![[x](y) ", 3000)).document)
        #expect(crowd.map(\.text).joined().count { $0 == "!" } == 3000)
    }

    @Test func aHundredThousandQuotesAreAllThere() {
        let document = read(Self.repeated("> ", 100_000) + "a").document
        #expect(document.nodes.count { $0.kind == .blockQuote } == 100_000)
        #expect(document.events().reduce(0) { count, _ in count + 1 } == 2 * document.nodes.count)
    }

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
}

/// Has nothing to decorate, as most runs of most pages.
private struct Undecorated: TextDecorator {
    func decorations(of run: TextRun, in document: Document) -> [TextDecoration] { [] }
}

import Testing

@testable import Theming

@Suite struct ScriptTextTests {
    private func published(_ script: String) -> String {
        String(decoding: ScriptText.published(Array(script.utf8)), as: UTF8.self)
    }

    @Test func linesOfCommentAndIndentationAreLeftOut() {
        let script = """
            // What it does.
            (function () {

              // Why.
              go("// no comment"); // kept
            })();

            """
        #expect(published(script) == "(function () {\ngo(\"// no comment\"); // kept\n})();\n")
    }

    @Test func aLicenceAndASourceMapAreKept() {
        #expect(published("//! MIT\nf()\n//# sourceMappingURL=a.map\n") == "//! MIT\nf()\n//# sourceMappingURL=a.map\n")
    }

    @Test(arguments: [
        "  f(`a\n  // b`)\n", "  /* a\n  // */ f()\n", "  f(\"a\\\n  // b\")\n", "  f(`a`)\n",
    ])
    func aScriptInWhichALineMayGoOnIsLeftAsItIs(script: String) {
        #expect(published(script) == script)
    }

    @Test func aScriptWithoutALastLineEndGetsOne() {
        #expect(published("f()") == "f()\n")
        #expect(published("") == "")
    }
}

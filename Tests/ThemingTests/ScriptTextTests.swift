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
        #expect(published(script) == "(function(){\ngo(\"// no comment\");// kept\n})();\n")
    }

    @Test func aLicenceAndASourceMapAreKept() {
        #expect(published("//! MIT\nf()\n//# sourceMappingURL=a.map\n") == "//! MIT\nf()\n//# sourceMappingURL=a.map\n")
    }

    @Test(arguments: [
        ("const {a, b} = f( x ) ;", "const{a,b}=f(x);"), ("go(\"a , b\", c)", "go(\"a , b\",c)"),
        ("return a ? [b] : {c: d}", "return a?[b]:{c:d}"), ("a + +b - -c < !--d", "a+ +b- -c< !--d"),
        ("a = b / c / d", "a=b / c / d"), ("f('a , b', c)", "f('a , b', c)"), ("f(\"a\\\" , b\")", "f(\"a\\\" , b\")"),
        ("if ( a ) return / , b /", "if(a)return / , b /"), ("a++ + 1 > \"b\" - c", "a++ +1>\"b\"-c"),
        ("for (const x of [a, b]) if (x) y()", "for(const x of[a,b])if(x)y()"),
    ])
    func spacesAreLeftOutWhereNoWordNeedsThem(line: String, result: String) {
        #expect(published(line + "\n") == result + "\n")
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

import Formats
import Testing

@Suite struct HTMLEscapingTests {
    @Test func whatNeedsNoEscapingComesBackUnchanged() {
        #expect(HTMLEscaping.html("Школьный климат") == "Школьный климат")
        #expect(HTMLEscaping.html("a<b>&\"c'") == "a&lt;b&gt;&amp;&quot;c&#39;")
        #expect(HTMLEscaping.html("a<b>&\"c'", .kept) == "a&lt;b&gt;&amp;&quot;c'")
    }

    @Test func anAddressKeepsWhatMayStandInIt() {
        var output: [UInt8] = []
        HTMLEscaping.appendAddress("a b?c=%20&d='я'", to: &output)
        #expect(String(decoding: output, as: UTF8.self) == "a%20b?c=%20&amp;d=&#x27;%D1%8F&#x27;")
    }
}

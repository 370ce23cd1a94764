import Testing

@testable import Files

@Suite struct PercentEncodingTests {
    @Test(arguments: [("a/b.md", "a/b.md"), ("%D0%BA.md", "к.md"), ("a%20b", "a b"), ("%41%25", "A%")])
    func anAddressBecomesAPath(text: String, path: String) { #expect(PercentEncoding.decoded(text) == path) }

    @Test(arguments: ["%", "100%", "%4", "%ZZ", "%FF", "%+4"])
    func whatIsNoEncodingIsNone(text: String) { #expect(PercentEncoding.decoded(text) == nil) }
}

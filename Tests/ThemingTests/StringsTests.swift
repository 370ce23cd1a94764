import Testing
import Theming

private enum Key: String { case hello, materials }

@Test func stringsAreReadWithArgumentsAndForms() throws {
    let file = """
        # a comment
        hello: "Привет, «{1}»: \\"{2}\\"" # behind
        materials:
          one: "материал"
          few: "материала"
          many: "материалов"
        """
    let strings = try #require(load(["strings/ru.yml": file]).theme?.strings)
    #expect(strings.text(Key.hello, "мир", "да") == "Привет, «мир»: \"да\"")
    #expect(strings.counted(3, Key.materials) == "3\u{A0}материала")
}

@Test func windowsLineEndsAndAByteOrderMarkDoNotMatter() throws {
    let strings = try #require(load(["strings/ru.yml": "\u{FEFF}hello: \"а\"\r\n"]).theme?.strings)
    #expect(strings.text(Key.hello) == "а")
}

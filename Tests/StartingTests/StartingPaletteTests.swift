import Testing

@testable import Starting

@Suite struct StartingPaletteTests {
    /// Words stand in hues: on paper and on their ground they are read, light and dark.
    @Test(arguments: ["#225899", "#ffff00", "#ffffff", "#000000", "#ff0000", "00aaff"])
    func everyHueIsLegible(text: String) throws {
        let colour = try #require(StartingColour(text))
        let (light, dark) = (StartingPalette.light(colour), StartingPalette.dark(colour))
        for (shade, paper) in [(light, StartingPalette.paper), (dark, StartingPalette.darkPaper)] {
            #expect(shade.hue.contrast(to: paper) >= 4.5 && shade.hue.contrast(to: shade.wash) >= 4.5)
        }
    }

    @Test func aHueThatIsLegibleStays() throws {
        let colour = try #require(StartingColour("#225899"))
        #expect(StartingPalette.light(colour).hue == colour && colour.text == "#225899")
    }

    @Test(arguments: ["", "#12345", "синий", "#12345g", "#1234567"])
    func whatIsNoColourIsNone(text: String) { #expect(StartingColour(text) == nil) }

    @Test func noColoursAreNoFile() { #expect(StartingPalette.css([]) == nil) }
}

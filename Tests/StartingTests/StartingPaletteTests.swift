import Diagnostics
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

    @Test func aColourThatLooksOtherwiseIsTold() throws {
        let colours = try ["#ffee00", "#225899", "#000000"].map { try #require(StartingColour($0)) }
        let notes = StartingPalette.notes(colours)
        #expect(notes.contains { $0.reason == StartingReason.paleColour && $0.arguments[0] == "#ffee00" })
        #expect(notes.contains { $0.reason == StartingReason.darkColour && $0.arguments[0] == "#000000" })
        #expect(!notes.contains { $0.reason == StartingReason.paleColour && $0.arguments[0] == "#225899" })
    }

    @Test func aHueThatIsLegibleStays() throws {
        let colour = try #require(StartingColour("#225899"))
        #expect(StartingPalette.light(colour).hue == colour && colour.text == "#225899")
    }

    @Test(arguments: ["", "#12345", "синий", "#12345g", "#1234567"])
    func whatIsNoColourIsNone(text: String) { #expect(StartingColour(text) == nil) }

    @Test func noColoursAreNoFile() { #expect(StartingPalette.css([]) == nil) }
}

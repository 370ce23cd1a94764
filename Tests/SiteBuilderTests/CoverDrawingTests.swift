import Drawings
import Testing

/// Covers are drawn from the colours of chapters alone.
@Suite struct CoverDrawingTests {
    private func uses(_ svg: String) -> [Int] {
        svg.matches(of: #/<use class="hue-(\d)"/#).compactMap { Int($0.1) }
    }

    @Test(arguments: [[1, 2, 3, 4, 5, 6, 7, 8], [9], [2, 5, 0], Array(repeating: 7, count: 40), Array(0...9)])
    func everyColourThatHasRoomIsShown(hues: [Int]) {
        let svg = CoverDrawing.svg(id: "cover", hues: hues)
        #expect(uses(svg).count == 32)
        #expect(Set(uses(svg)) == Set(hues))
        #expect(svg == CoverDrawing.svg(id: "cover", hues: hues))
        // Each pattern is there once, and nothing leads to one that is not.
        let patterns = svg.matches(of: #/<symbol id="cover--(\d)"/#).compactMap { Int($0.1) }
        #expect(patterns == Set(hues).sorted())
        #expect(svg.matches(of: #/href="#([^"]*)"/#).allSatisfy { svg.contains("<symbol id=\"\($0.1)\"") })
    }

    @Test func aNarrowPlaceShowsTheChaptersInTheirOrder() {
        // A column of four cells at the side: what its first row leaves out stands in the second.
        let shown = uses(CoverDrawing.svg(id: "cover", hues: Array(1...8)))
        #expect(Array(shown[0..<4] + shown[8..<12]) == Array(1...8))
        #expect(Array(shown[0..<8]) == Array(1...8))
    }

    @Test func anAlbumWithoutChaptersHasACoverToo() {
        #expect(Set(uses(CoverDrawing.svg(id: "cover", hues: []))) == [0])
    }

    @Test func differentColoursHaveDifferentPatterns() {
        let patterns = (0...12).map { hue in
            CoverDrawing.svg(id: "cover", hues: [hue]).firstMatch(of: #/<symbol[^>]*>(.*)<\/symbol>/#).map {
                String($0.1)
            }
        }
        #expect(Set(patterns).count == 13)
    }
}

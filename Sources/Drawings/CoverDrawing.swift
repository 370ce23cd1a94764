/// A drawn cover: patterns in the colours of directions, the same for the same directions on every machine.
///
/// It is inline SVG of cells with one pattern each; the theme's style gives the colours by the class `hue-N`. A place of
/// any form shows the upper left part of it: a column at the side as well as a band above. It says nothing that words
/// beside it do not say.
///
/// ```swift
/// CoverDrawing.svg(id: "cover", hues: [1, 2, 3])
/// ```
package enum CoverDrawing {
    private static let columns = 8
    private static let rows = 4
    /// How wide and how high a cell is, in the drawing's own units.
    private static let cell = 60

    /// The picture as one that is passed over by readers who hear the page.
    ///
    /// - Parameters:
    ///   - id: unique on its page.
    ///   - hues: of what stands behind the cover, in its order, 0…12 as the theme counts its colours; none: colour 0.
    package static func svg(id: String, hues: [Int]) -> String {
        let hues = hues.isEmpty ? [0] : hues
        // Each row goes on where half of the one above ends, so that a narrow place shows others below.
        let shown = (0..<rows).flatMap { row in
            (0..<columns).map { hues[(row * columns / 2 + $0) % hues.count] }
        }
        let patterns = Set(shown).sorted().map { hue in
            "<symbol id=\"\(id)--\(hue)\" viewBox=\"0 0 \(cell) \(cell)\">"
                + "<path class=\"cover-ground\" d=\"M0 0h\(cell)v\(cell)H0z\"/>\(pattern(hue))</symbol>"
        }
        let uses = shown.enumerated().map { place, hue in
            let (x, y) = (place % columns * cell, place / columns * cell)
            let turn = isTurned(hue) ? (place * place + place / columns) % 4 * 90 : 0
            let turned = turn == 0 ? "" : " rotate(\(turn) \(cell / 2).2 \(cell / 2).2)"
            // A little larger than its cell on each side, so that no seams are seen; the picture begins that much later.
            return "<use class=\"hue-\(hue)\" href=\"#\(id)--\(hue)\" width=\"\(cell).4\" height=\"\(cell).4\" "
                + "transform=\"translate(\(x) \(y))\(turned)\"/>"
        }
        return """
            <svg class="cover-art" viewBox="0.2 0.2 \(columns * cell) \(rows * cell)" preserveAspectRatio="xMinYMin slice" aria-hidden="true">\
            <defs>\(patterns.joined())</defs>\(uses.joined())</svg>
            """
    }

    /// Waves, steps and lines run on from cell to cell; others look different from each side.
    private static func isTurned(_ hue: Int) -> Bool { ![0, 2, 3, 5].contains(hue) }

    private static func pattern(_ hue: Int) -> String {
        switch hue {
        case 1: rings
        case 2: waves
        case 3: petals
        case 4: arches
        case 5: steps
        case 6: discs
        case 7: rays
        case 8: windows
        case 9: folds
        case 10: rhombs
        case 11: drops
        case 12: sails
        default: lines
        }
    }

    private static let lines = line("M-1 15H61M-1 30H61M-1 45H36")
    private static let rings =
        line("M0 12A48 48 0 0 1 48 60M0 30A30 30 0 0 1 30 60") + solid("M0 46A14 14 0 0 1 14 60H0z")
    private static let waves = line(
        "M-30 10q15 14 30 0t30 0t30 0t30 0M-30 30q15 14 30 0t30 0t30 0t30 0M-30 50q15 14 30 0t30 0t30 0t30 0")
    private static let petals =
        solid("M0 0a30 30 0 0 1 30 30a30 30 0 0 1-30-30zM30 30a30 30 0 0 1 30 30a30 30 0 0 1-30-30z")
        + soft("M60 0a30 30 0 0 1-30 30a30 30 0 0 1 30-30zM30 30a30 30 0 0 1-30 30a30 30 0 0 1 30-30z")
    private static let arches =
        soft("M0 60V30a30 30 0 0 1 60 0V60H48V30a18 18 0 0 0-36 0V60z") + solid("M20 60V30a10 10 0 0 1 20 0V60z")
    private static let steps =
        soft("M0 60V48h12v12zM24 60V24h12v36zM48 60V0h12v60z") + solid("M12 60V36h12v24zM36 60V12h12v48z")
    private static let discs =
        soft("M0 20a20 20 0 0 1 40 0a20 20 0 0 1-40 0z") + soft("M20 40a20 20 0 0 1 40 0a20 20 0 0 1-40 0z")
        + solid("M23 30a7 7 0 0 1 14 0a7 7 0 0 1-14 0z")
    private static let rays =
        solid("M16 60a14 14 0 0 1 28 0z") + line("M30 38V8M18 43L5 20M42 43L55 20M11 52L0 46M49 52L60 46")
    private static let windows =
        solid("M5 5h14v14H5zM41 5h14v14H41zM23 23h14v14H23zM5 41h14v14H5zM23 41h14v14H23z")
        + soft("M23 5h14v14H23zM5 23h14v14H5zM41 23h14v14H41zM41 41h14v14H41z")
    private static let folds = soft("M0 0H30L60 30V60z") + solid("M0 30L30 60H0z")

    private static let rhombs =
        soft("M30 0L60 30L30 60L0 30z") + solid("M30 15L45 30L30 45L15 30z")
    private static let drops =
        solid("M8 15a7 7 0 0 1 14 0a7 7 0 0 1-14 0zM38 45a7 7 0 0 1 14 0a7 7 0 0 1-14 0z")
        + soft("M38 15a7 7 0 0 1 14 0a7 7 0 0 1-14 0zM8 45a7 7 0 0 1 14 0a7 7 0 0 1-14 0z")
    private static let sails = soft("M0 60L30 0V60z") + solid("M30 60L60 20V60z")

    private static func solid(_ path: String) -> String { "<path class=\"cover-solid\" d=\"\(path)\"/>" }
    private static func soft(_ path: String) -> String { "<path class=\"cover-soft\" d=\"\(path)\"/>" }
    private static func line(_ path: String) -> String { "<path class=\"cover-line\" d=\"\(path)\"/>" }
}

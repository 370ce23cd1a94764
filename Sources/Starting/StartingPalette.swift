import Diagnostics

/// Hues of directions as a style sheet that is added to the theme's: `themes/album/assets/css/site.css`.
///
/// Each hue gets a pale ground of its own and a brother for dark pages. Words stand in hues: one that is too pale for 4.5:1 on
/// paper and ground (WCAG 2.2, 1.4.3) is made darker until it is not, on dark pages lighter.
package enum StartingPalette {
    /// A hue with its ground.
    package struct Shade: Sendable, Hashable {
        package let hue: StartingColour
        package let wash: StartingColour
    }

    private static let black = StartingColour(red: 0, green: 0, blue: 0)
    private static let white = StartingColour(red: 255, green: 255, blue: 255)
    /// `--paper` of the theme, light and dark.
    package static let paper = StartingColour(red: 0xFB, green: 0xFA, blue: 0xF7)
    package static let darkPaper = StartingColour(red: 0x14, green: 0x18, blue: 0x1A)
    /// The theme has so many hues; further directions have none.
    package static let most = 12
    private static let leastContrast = 4.5

    package static func light(_ colour: StartingColour) -> Shade {
        shade(colour, on: paper, grounds: 10, towards: black)
    }

    package static func dark(_ colour: StartingColour) -> Shade {
        shade(colour, on: darkPaper, grounds: 18, towards: white)
    }

    private static func shade(
        _ colour: StartingColour, on paper: StartingColour, grounds: Int, towards end: StartingColour
    ) -> Shade {
        let wash = paper.mixed(with: colour, percent: grounds)
        for percent in 0...100 {
            let hue = colour.mixed(with: end, percent: percent)
            if min(hue.contrast(to: paper), hue.contrast(to: wash)) >= leastContrast {
                return Shade(hue: hue, wash: wash)
            }
        }
        return Shade(hue: end, wash: wash)
    }

    /// Which of the colours look otherwise on the pages than they were chosen, since words stand in them.
    package static func notes(_ colours: [StartingColour]) -> [StartingNote] {
        colours.prefix(most).flatMap { colour in
            [(light(colour).hue, StartingReason.paleColour), (dark(colour).hue, StartingReason.darkColour)]
                .filter { $0.0 != colour }.map { StartingNote($0.1, [colour.text, $0.0.text]) }
        }
    }

    /// Nothing where no colours were chosen.
    static func css(_ colours: [StartingColour]) -> String? {
        guard !colours.isEmpty else { return nil }
        let colours = colours.prefix(most)
        func block(_ indent: String, _ shade: (StartingColour) -> Shade) -> String {
            colours.enumerated().map { index, colour in
                let shade = shade(colour)
                return "\(indent)--hue-\(index + 1): \(shade.hue.text); --wash-\(index + 1): \(shade.wash.text);\n"
            }.joined()
        }
        // Sizes and inks for low vision stay the theme's.
        return """
            /* Цвета направлений: этот файл добавляется к стилям темы. Порядок — как в content/vocabularies/directions.yml. */
            :root:not([data-vision]) {
            \(block("  ", light))}

            @media screen and (prefers-color-scheme: dark) {
              :root:not([data-vision]):not([data-mode="light"]) {
            \(block("    ", dark))  }
            }

            @media screen {
              :root[data-mode="dark"]:not([data-vision]) {
            \(block("    ", dark))  }
            }

            """
    }
}

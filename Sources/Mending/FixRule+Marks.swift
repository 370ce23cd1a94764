import Diagnostics
import Editing

extension FixRule {
    /// Signs, words, links and addresses of which it is plain how they were meant.
    static let ofMarks = [
        FixRule(.mixedLetters, onlyCandidate),
        FixRule(.spacedAddress, uncovers: true, onlyCandidate),
        FixRule(.bareAddress, onlyCandidate),
        FixRule(.misspeltTerm) { fault in
            // «Июнь» and «июль» are one letter apart.
            fault.text.lowercased().hasPrefix("ию") ? nil : onlyCandidate(fault)
        },
        FixRule(.swallowedSigns) { fault in
            guard fault.text == fault.argument(1), let escaped = fault.argument(2) else { return nil }
            return fault.replacing(fault.range, by: escaped)
        },
        FixRule(.leadingSign) { fault in
            guard let sign = fault.argument(1), fault.text.hasPrefix(sign) else { return nil }
            return [fault.inserting("\\", at: fault.range.lowerBound)]
        },
        FixRule(.partedLink) { fault in
            let bytes = fault.file.bytes
            guard let opening = bytes[..<fault.range.lowerBound].lastIndex(of: UInt8(ascii: "(")),
                let closing = bytes[..<opening].lastIndex(where: { $0 != 0x20 }), bytes[closing] == UInt8(ascii: "]")
            else { return nil }
            return fault.removing(closing + 1..<opening)
        },
        FixRule(.openWikiLink) { fault in
            let rest = fault.file.text(fault.range.upperBound..<fault.line.upperBound)
            guard let end = rest.firstIndex(of: "]"), !rest[..<end].contains("["),
                rest[end...].dropFirst().first != "]"
            else { return nil }
            return [fault.inserting("]", at: fault.range.upperBound + rest[...end].utf8.count)]
        },
        FixRule(.foreignMark) { fault in
            // Contents are made by the program; other marks hold words.
            let mark = fault.file.text(fault.line).filter { $0.isLetter }.lowercased()
            return mark == "toc" ? fault.removing(fault.whole(fault.line)) : nil
        },
    ]

    /// What the message proposes, where it proposes one thing.
    @Sendable private static func onlyCandidate(_ fault: Fault) -> [TextEdit]? {
        let candidates = fault.diagnostic.candidates
        return candidates.count == 1 ? fault.replacing(fault.range, by: candidates[0]) : nil
    }
}

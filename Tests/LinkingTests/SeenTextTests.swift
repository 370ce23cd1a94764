import Diagnostics
import Languages
import Testing

@testable import Linking

/// Words are the same with characters in them that nobody sees.
@Suite struct SeenTextTests {
    @Test func everyUnseenCharacterIsPassedOver() {
        for value in UInt32(0xA0)...0xFFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let seen = SeenText(Array("при\(String(Character(scalar)))каз".utf8))
            let isGone = seen.bytes == Array("приказ".utf8)
            #expect(isGone == UnseenCharacters.contains(scalar), "U+\(String(value, radix: 16))")
        }
    }
}

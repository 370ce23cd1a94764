import Testing

@testable import Catalog

/// Texts in the encodings of old programs.
@Suite struct LegacyEncodingTests {
    /// Letters and marks by their bytes, from the tables of Microsoft and Apple.
    private static func bytes(_ text: String, _ encoding: LegacyEncoding) -> [UInt8]? {
        var result: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let byte = byte(scalar, encoding) else { return nil }
            result.append(byte)
        }
        return result
    }

    private static func byte(_ scalar: Unicode.Scalar, _ encoding: LegacyEncoding) -> UInt8? {
        if scalar.value < 0x80 { return UInt8(scalar.value) }
        let place = Int(scalar.value) - 0x410
        let isLetter = (0..<64).contains(place)
        switch encoding {
        case .windows1251:
            let marks: [Unicode.Scalar: UInt8] = ["«": 0xAB, "»": 0xBB, "Ё": 0xA8, "ё": 0xB8, "№": 0xB9, "–": 0x96]
            return isLetter ? UInt8(0xC0 + place) : marks[scalar]
        case .codePage866:
            let marks: [Unicode.Scalar: UInt8] = ["Ё": 0xF0, "ё": 0xF1, "№": 0xFC]
            return isLetter ? UInt8(place < 48 ? 0x80 + place : 0xE0 + place - 48) : marks[scalar]
        case .macCyrillic:
            let marks: [Unicode.Scalar: UInt8] = [
                "«": 0xC7, "»": 0xC8, "Ё": 0xDD, "ё": 0xDE, "№": 0xDC, "–": 0xD0, "я": 0xDF,
            ]
            return marks[scalar] ?? (isLetter ? UInt8(place < 32 ? 0x80 + place : 0xE0 + place - 32) : nil)
        }
    }

    @Test(arguments: [
        "Мероприятие;Сроки;Результат\nСеминар;май 2024;План\n", "Мероприятие;Сроки\nФорум;май 2024\n",
        "НАИМЕНОВАНИЕ МЕРОПРИЯТИЯ;СРОКИ\nШкола юного учёного № 5;до 15 мая 2024 г.\n",
        "Показатель;Доля\nДоля школ, вошедших в проект;85%\n", "Объявление;съезд ЦДО; щука; эхо\n",
        "Проект «Читаем вместе»;май – июнь\n",
    ])
    func theEncodingThatSpellsRussianIsTaken(text: String) {
        for encoding in LegacyEncoding.allCases {
            guard let bytes = Self.bytes(text, encoding) else { continue }
            #expect(String(decoding: SpreadsheetText.utf8(bytes), as: UTF8.self) == text, "\(encoding)")
        }
    }

    @Test(arguments: LegacyEncoding.allCases)
    func aTextNamesTheEncodingItIsIn(_ encoding: LegacyEncoding) throws {
        let bytes = try #require(Self.bytes("Квест-игра для учащихся девятых классов прошла в школе\n", encoding))
        let found = TextLoader.load(path: "content/a.md", bytes: bytes).diagnostics
        #expect(found.codes == ["bad-encoding"] && found[0].arguments == [encoding.name])
    }
}

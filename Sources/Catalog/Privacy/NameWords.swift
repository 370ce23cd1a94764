/// Recognises names of people among words.
enum NameWords {
    /// A word or a mark of a line, with its bytes.
    struct Token {
        let text: String
        let range: Range<Int>
        /// Letters, or a single capital letter with a full stop.
        let isWord: Bool

        var isInitial: Bool { isWord && text.hasSuffix(".") }

        /// «Иванова», «Салтыков-Щедрин»: a capital first, small letters behind.
        var isCapitalised: Bool {
            guard isWord, !isInitial, text.count >= 2, let first = text.first,
                ("А"..."Я").contains(first) || first == "Ё"
            else { return false }
            let parts = text.split(separator: "-")
            return parts.allSatisfy { $0.count >= 2 && $0.dropFirst().allSatisfy(\.isLowercase) }
        }
    }

    /// The tokens of a stretch of one line; spaces are left out.
    static func tokens(_ bytes: [UInt8], _ range: Range<Int>) -> [Token] {
        var start = range.lowerBound
        while start < range.upperBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
        let text = String(decoding: bytes[start..<range.upperBound], as: UTF8.self)
        var tokens: [Token] = []
        var offset = start
        var word = ""
        var wordStart = start
        func close(_ end: Int) {
            if !word.isEmpty { tokens.append(Token(text: word, range: wordStart..<end, isWord: true)) }
            word = ""
        }
        for character in text {
            let length = character.utf8.count
            if character.isLetter || character == "-" && !word.isEmpty {
                if word.isEmpty { wordStart = offset }
                word.append(character)
            } else if character == ".", word.count == 1, word.first?.isUppercase ?? false {
                word.append(character)
                close(offset + length)
            } else {
                close(offset)
                if !character.isWhitespace {
                    tokens.append(Token(text: String(character), range: offset..<offset + length, isWord: false))
                }
            }
            offset += length
        }
        close(offset)
        return tokens
    }

    /// The name with which the tokens end, connecting words and marks aside.
    static func nameAtEnd(_ tokens: [Token]) -> Range<Int>? {
        var rest = tokens[...]
        while let last = rest.last, isConnecting(last) { rest = rest.dropLast() }
        let words = Array(rest.reversed().prefix { $0.isCapitalised || $0.isInitial }.prefix(3).reversed())
        for count in [3, 2] where words.count >= count {
            let name = Array(words.suffix(count))
            let others = rest.dropLast(count)
            if isName(name), !isOfSomebodyKnown(name, behind: others) {
                return name[0].range.lowerBound..<name[count - 1].range.upperBound
            }
        }
        return nil
    }

    /// The name with which the tokens begin, connecting words and marks aside.
    static func nameAtStart(_ tokens: [Token]) -> Range<Int>? {
        let rest = tokens.drop { isConnecting($0) }
        let words = Array(rest.prefix { $0.isCapitalised || $0.isInitial }.prefix(3))
        for count in [3, 2] where words.count >= count {
            let name = Array(words.prefix(count))
            if isName(name) { return name[0].range.lowerBound..<name[count - 1].range.upperBound }
        }
        return nil
    }

    /// The first full name of a text: a surname with a given name, a patronymic or initials.
    static func firstName(_ tokens: [Token]) -> Range<Int>? {
        for start in tokens.indices {
            for count in [3, 2] where start + count <= tokens.count {
                let name = Array(tokens[start..<start + count])
                if isName(name) { return name[0].range.lowerBound..<name[count - 1].range.upperBound }
            }
        }
        return nil
    }

    /// Exactly a name: of three words, one is a patronymic or two are initials; of two, one is a given name, a
    /// patronymic or an initial.
    private static func isName(_ words: [Token]) -> Bool {
        guard words.allSatisfy({ $0.isCapitalised || $0.isInitial }) else { return false }
        let initials = words.filter(\.isInitial).count
        if words.count == 3 {
            if initials > 0 { return initials == 2 && !words[1].isCapitalised && isSurname(words) }
            return words.dropFirst().contains { isPatronymic($0.text) }
        }
        if initials > 0 { return initials == 1 && isSurname(words) }
        return words.contains { isGivenName($0.text) || isPatronymic($0.text) }
    }

    static let surnameEndings = [
        "ов", "ев", "ёв", "ин", "ын", "ск", "цк", "енк", "ук", "юк", "ян", "их", "ых", "ич", "ул", "як",
    ]
    static let patronymicEndings = ["ович", "евич", "ьич", "овн", "евн", "ичн"]

    /// Whether the word beside initials looks like a surname.
    private static func isSurname(_ words: [Token]) -> Bool {
        let text = words.first { !$0.isInitial }?.text.lowercased() ?? ""
        let stem = GivenNames.stem(text)
        return surnameEndings.contains { text.hasSuffix($0) || stem.hasSuffix($0) }
    }

    private static func isPatronymic(_ text: String) -> Bool {
        let text = text.lowercased()
        return patronymicEndings.contains { ending in
            text.hasSuffix(ending) || GivenNames.stem(text).hasSuffix(ending)
        }
    }

    private static func isGivenName(_ text: String) -> Bool {
        GivenNames.stems.contains(GivenNames.stem(text.lowercased()))
    }

    /// Words behind which a name is that of somebody whom a school or a street is named after.
    static let honours = ["имени", "им", "им.", "памяти"]
    /// Beginnings of such words.
    static let honourStems = ["геро", "подвиг"]
    /// Works and lives that lessons are about, and beginnings of the names that go with them: of pupils, who write
    /// poems too, only these are known not to be meant.
    static let workStems = [
        "стих", "поэзи", "роман", "повест", "рассказ", "поэм", "пьес", "сказк", "басн", "произведени", "творчеств",
        "книг", "биографи", "лирик", "драм",
    ]
    static let authorStems = [
        "пушкин", "лермонтов", "толст", "достоевск", "чехов", "гогол", "тургенев", "некрасов", "есенин", "маяковск",
        "блок", "ахматов", "цветаев", "пастернак", "твардовск", "шолохов", "булгаков", "чуковск", "маршак", "крылов",
        "фет", "тютчев", "бунин", "куприн", "платонов", "пришвин", "паустовск", "носов", "барто", "астафьев",
        "солженицын", "распутин", "симонов", "рождественск", "высоцк", "гончаров", "островск", "салтыков", "лесков",
        "горьк", "гайдар", "драгунск", "бажов", "жуковск", "карамзин", "державин", "грибоедов", "шекспир",
    ]

    /// «Школа имени Героя Советского Союза Ивана Панфилова, 5 класс», «Стихи Александра Пушкина, 7 класс».
    private static func isOfSomebodyKnown(_ name: [Token], behind before: ArraySlice<Token>) -> Bool {
        // Not beyond the clause that the name stands in.
        let words = before.reversed().prefix { $0.isWord || "«\"".contains($0.text) }.prefix(6).map {
            $0.text.lowercased()
        }
        if words.contains(where: { word in
            honours.contains(word) || honourStems.contains { word.hasPrefix($0) }
        }) {
            return true
        }
        return words.contains { word in workStems.contains { word.hasPrefix($0) } }
            && name.contains { token in authorStems.contains { token.text.lowercased().hasPrefix($0) } }
    }

    /// Marks that part cells and words, and the words for pupils.
    static func isConnecting(_ token: Token) -> Bool {
        if !token.isWord { return ",;:–—-|()*_«»\"“”„[]".contains(token.text) }
        let word = token.text.lowercased()
        return pupilStems.contains { word.hasPrefix($0) } || classWords.contains(word)
    }

    /// How words for pupils begin.
    static let pupilStems = ["учени", "учащ", "обучающ", "школьни", "воспитанни"]
    static let classWords = ["из", "класс", "класса", "кл", "школы"]
}

import Testing

@testable import Search

@Suite struct StemAssignmentTests {
    /// The term of each word among these words.
    private func terms(_ list: String, fixed: String = "") -> [String] {
        let words = Endings.words(of: list)
        let forms = WordTable(words.map { Array($0.utf8) })
        let assignment = StemAssignment(
            forms: forms, fixed: WordTable(Endings.words(of: fixed).map { Array($0.utf8) }),
            bases: Array(Set(WordLists.irregularForms.values)))
        return words.map { word in
            guard let form = forms.find(Array(word.utf8)) else { return "" }
            return String(decoding: assignment.terms[assignment.termOfForm[form]], as: UTF8.self)
        }
    }

    @Test(arguments: [
        "опыт опыта опытом опыте", "система систем системы системами", "материал материала материалов",
        "состав состава составе", "проблема проблем проблемы", "режим режима режимом", "экзамен экзамена экзаменов",
        "уровень уровня уровней", "оценка оценок оценки", "разработка разработок разработками",
        "школьный школьная школьные школьными", "работа работать работы работающий", "план плана планов планом",
        "день дня дней", "мастер-класс мастер-класса мастер-классов", "учитель учителя учителей",
        "критерий критериев критерии", "случай случая случаев случаю", "электронный электронная электронными",
        "ответственность ответственности ответственностью", "участок участка участков", "методика методик методики",
    ])
    func formsOfAWordHaveOneTerm(forms: String) {
        #expect(Set(terms(forms)).count == 1, "\(terms(forms))")
    }

    @Test(arguments: [
        "белок белка белке", "планов плановый", "остров острова острый острого", "метод методист", "школа школьник",
    ])
    func differentWordsStayApart(words: String) {
        #expect(Set(terms(words)).count > 1, "\(terms(words))")
    }

    @Test func aGenitivePluralGoesToTheNounAndTheAdjectiveStaysApart() {
        let found = terms("план плана планов плановый плановая")
        #expect(found == ["план", "план", "план", "планов", "планов"])
    }

    @Test func abbreviationsAreNeverStemmed() {
        #expect(terms("шнор шнора ркомета", fixed: "шнор")[0] == "шнор")
        #expect(terms("сми смила", fixed: "сми")[0] == "сми")
    }

    @Test func numbersAndShortWordsAreTheirOwnTerms() {
        #expect(terms("02/2807 2807 р-174 мо рф") == ["02/2807", "2807", "р-174", "мо", "рф"])
    }

    @Test func theTermsDoNotDependOnTheOrderOfForms() {
        let words = Endings.words(
            of: "опыт опыта работа работать материал материала уровень уровня плановый планов план")
        let one = Dictionary(uniqueKeysWithValues: zip(words, terms(words.joined(separator: " "))))
        let reversed = words.reversed().joined(separator: " ")
        let other = Dictionary(uniqueKeysWithValues: zip(words.reversed(), terms(reversed)))
        #expect(one == other)
    }

    @Test func aQueryWordResolvesToTheTermOfItsForm() {
        let words = Endings.words(
            of: """
                опыт опыта системы систем материал материала состав составом проблем проблема уровень уровня оценок оценка \
                работа работать работающих план планов плановый дня день музей музеев случай случаев дети детей
                """)
        let found = terms(words.joined(separator: " "))
        let attested = WordTable(found.map { Array($0.utf8) })
        for (word, term) in zip(words, found) {
            let stem = Stems.resolve(Array(word.utf8).regular) { attested.find($0) != nil }
            #expect(stem.map { String(decoding: $0, as: UTF8.self) } == term, "\(word)")
        }
    }
}

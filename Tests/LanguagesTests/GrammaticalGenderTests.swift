import Languages
import Testing

@Suite struct GrammaticalGenderTests {
    @Test(arguments: [
        ("муниципалитет", GrammaticalGender.masculine), ("направление", .neuter), ("группа", .feminine),
        ("муниципальное образование", .neuter), ("вид документа", .masculine), ("направление РМА", .neuter),
        ("область", .feminine), ("организация", .feminine), ("уровень", .masculine), ("", .masculine),
        ("рабочая группа", .feminine), ("время", .neuter),
    ])
    func aPhraseHasTheGenderOfItsFirstNoun(phrase: String, gender: GrammaticalGender) {
        #expect(GrammaticalGender(of: phrase) == gender)
    }
}

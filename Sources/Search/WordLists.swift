/// Words that the rules get wrong, as data; the browser's client has the same lists.
enum WordLists {
    /// Words that stand in nearly every text and tell nothing: neither indexed nor searched.
    static let stopWords = Endings.words(
        of: """
            а без бы в во вы где для до его ее если есть ею же за и из или им их к как какая какие какое какой ко \
            которая которого которое которой котором которому которую которые который которым которыми которых кто \
            ли мне мое моего моей моем моему мои моим моими моих мой мою моя мы на нам нас наш наша наше нашего \
            нашей нашем нашему наши нашим нашими наших нашу не нее ней нем нему ним ними них но о об он она они оно \
            от по под при с себе себя со собой та так также те теми тех то того той тому тот ту у чем что эта эти \
            этим этими этих это этого этой этом этому этот эту
            """)

    /// Forms whose stem cannot be reached by cutting: form, then the form that stands for it.
    static let irregular = [
        ("день", "дня дню днем дне дни дней дням днями днях"),
        ("год", "лет"),
        ("люди", "людьми"),
        ("дети", "детьми"),
        ("мать", "матери матерью матерям матерей матерями матерях"),
        ("семья", "семей"),
        ("статья", "статей"),
    ]

    /// Each irregular form with the form that stands for it.
    static let irregularForms: [[UInt8]: [UInt8]] = {
        var forms: [[UInt8]: [UInt8]] = [:]
        for (base, list) in irregular {
            for form in Endings.words(of: list) { forms[Array(form.utf8)] = Array(base.utf8) }
        }
        return forms
    }()

    /// The irregular forms and, in their order, the forms that stand for them.
    static let irregularTable: (forms: WordTable, bases: [[UInt8]]) = {
        let pairs = irregularForms.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        return (WordTable(pairs.map(\.key)), pairs.map(\.value))
    }()

    /// The forms that stand for irregular ones, by bucket.
    static let irregularBases: [BucketKey: [[UInt8]]] = Dictionary(
        grouping: Set(irregularForms.values).sorted { $0.lexicographicallyPrecedes($1) },
        by: { base in base.withUnsafeBufferPointer { BucketKey(ofTerm: $0) } })

    /// Stems whose vowel is not fleeting though the stem without it is attested: белок is not белка.
    static let firmStems = WordTable(
        Endings.words(of: "белок банок порок потом сорок парок целое").map { Array($0.utf8) })

    /// Words in -ов, -ев that are no genitive plural of the shorter stem: остров is not of острый.
    static let firmGenitiveWords = "остров готов здоров покров здоровь основ любов церков"
    static let firmGenitives = WordTable(Endings.words(of: firmGenitiveWords).map { Array($0.utf8) })
}

extension [UInt8] {
    /// The form that stands for an irregular one; any other word itself.
    var regular: [UInt8] { WordLists.irregularForms[self] ?? self }
}

extension Case {
    /// Of the list of published addresses.
    static let addresses = [
        Case(
            "broken-ledger", "practices/kvest.html 1 декабря 2023", "practices/kvest.html\t2023-12-01"),
        Case(
            "address-lost",
            ru: ("practices/kvest.md переименован в папке", "album mv practices/kvest practices/kvest-igra"),
            en: ("practices/kvest.md renamed by hand", "album mv practices/kvest practices/kvest-igra")),
        Case(
            "addresses-lost", ru: ("папка practices переименована в opyt", "папка называется practices, как прежде"),
            en: ("the folder practices renamed to opyt", "the folder is called practices as before")),
        Case(
            "link-to-withdrawn",
            ru: ("вместо [[kvest]] теперь другая игра, а practices/kvest.html снят", "играют в [[regata]]"),
            en: ("[[kvest]] is played no more, and practices/kvest.html is withdrawn", "[[regata]] is played")),
        Case(
            "successor-withdrawn",
            ru: (
                "kvest.html снят «вместо него regata.html», а потом снят и regata.html",
                "album retire practices/regata.html --instead practices/gonka.html"
            ),
            en: (
                "kvest.html was withdrawn with regata.html instead, and regata.html later",
                "album retire practices/regata.html --instead practices/gonka.html"
            )),
        Case(
            "book-not-made",
            ru: ("album build — а albums/kniga.epub уже опубликована", "album build --books"),
            en: ("album build, and albums/kniga.epub is published", "album build --books")),
        Case(
            "album-removed",
            ru: (
                "из roots убрана строка {folder: regions/tula, id: tula}",
                "album retire --of tula --reason \"Издаётся отдельно.\""
            ),
            en: (
                "{folder: regions/tula, id: tula} is removed from roots",
                "album retire --of tula --reason \"Published apart.\""
            )),
        Case(
            "address-back",
            ru: (
                "practices/kvest.html снят, а practices/kvest.md снова есть", "album retire practices/kvest.html --undo"
            ),
            en: (
                "practices/kvest.html is withdrawn, and practices/kvest.md is back",
                "album retire practices/kvest.html --undo"
            )),
    ]
}

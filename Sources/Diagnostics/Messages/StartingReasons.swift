/// What is said of the answers from which a new site is made.
package enum StartingReason {
    package static let noName = Bilingual(
        ru: "строка {1}: «{2}» — не название муниципалитета; исправьте строку или уберите её",
        en: "line {1}: \"{2}\" is no name of a municipality; mend the line or remove it")
    package static let noRow = Bilingual(
        ru: "строка {1}: «{2}» — не муниципалитет, а заголовок или итог: она пропущена",
        en: "line {1}: \"{2}\" is a heading or a sum and no municipality: it is left out")
    package static let noMunicipality = Bilingual(
        ru: "в списке нет ни одного муниципалитета: нужно хотя бы одно название, по одному в строке",
        en: "the list has no municipality: one name at least is needed, one in a line")
    package static let doubledName = Bilingual(
        ru: "«{1}» стоит в списке дважды (строки {2}): уберите лишнюю или допишите тип — «ГО», «МО», «МР»",
        en: "\"{1}\" stands twice in the list (lines {2}): remove one, or add its sort")
    package static let sharedName = Bilingual(
        ru: "«{1}» подходит нескольким ({2}): такого сокращения в списке не будет, пишите полное название",
        en: "\"{1}\" fits several ({2}): the list will not have it, the whole name is to be written")
    package static let keptName = Bilingual(
        ru: "«{1}» — так называется {2}; для {3} этого сокращения не будет, пишите полное название",
        en: "\"{1}\" is {2}; {3} does without it, the whole name is to be written")
    package static let noPlace = Bilingual(
        ru:
            "на карте стоят отдельно, под остальными: {1} — их место не указано; впишите координаты, соседей или ключ tile в словаре",
        en:
            "apart from the others on the map: {1}; give coordinates or neighbours, or change the key tile in the vocabulary"
    )
    package static let unknownNeighbour = Bilingual(
        ru: "{1}: сосед «{2}» в списке не найден; исправьте название, иначе на карте он учтён не будет",
        en: "{1}: there is no neighbour \"{2}\" in the list; mend the name, or the map does without it")
    package static let unknownBorder = Bilingual(
        ru:
            "в списке соседей названо «{1}», а в списке муниципалитетов такого нет или их несколько; исправьте название",
        en: "the list of neighbours names \"{1}\", which the list of municipalities has not, or several times")
    package static let plainGrid = Bilingual(
        ru:
            "карта сложена по порядку списка: где кто находится, не указано. Столбцы «широта» и «долгота» или «соседи» дадут карту, похожую на настоящую",
        en: "the map follows the order of the list: columns for latitude and longitude, or neighbours, make a real one")
    /// A choice, where directions are asked for.
    package static let nineDirections = Bilingual(
        ru: "девять: восемь направлений и условий проекта «Школа Минпросвещения России» и муниципальная группа",
        en:
            "nine: the eight directions and conditions of the project \"Школа Минпросвещения России\", and the municipal group"
    )
    package static let paleColour = Bilingual(
        ru: "цвет {1} слишком бледный для букв на светлой странице: там он станет темнее, {2}",
        en: "the colour {1} is too pale for letters on a light page: there it becomes darker, {2}")
    package static let darkColour = Bilingual(
        ru: "цвет {1} слишком тёмный для букв на тёмной странице: там он станет светлее, {2}",
        en: "the colour {1} is too dark for letters on a dark page: there it becomes lighter, {2}")
    package static let wordDocument = Bilingual(
        ru:
            "«{1}» — {2}, а нужен список: книга Excel (XLSX), CSV или текст. Скопируйте таблицу из него и вставьте в Excel или в текстовый файл",
        en: "\"{1}\" is {2}; a list is an Excel book (XLSX), CSV or text: copy its table into one of these")
    package static let oldBook = Bilingual(
        ru: "«{1}» — {2}: сохраните его как «Книга Excel (XLSX)» или «CSV UTF-8»",
        en: "\"{1}\" is {2}: save it as an Excel book (XLSX) or CSV UTF-8")
    package static let otherSheets = Bilingual(
        ru: "из книги «{1}» взят лист «{2}», остальные не читаются: {3}",
        en: "of the book \"{1}\" the sheet \"{2}\" was taken; not read: {3}")
    package static let emptyBook = Bilingual(
        ru: "в книге «{1}» нет ни одной видимой строки с текстом", en: "the book \"{1}\" has no row to be seen")
    package static let noRegion = Bilingual(
        ru: "не сказано, какой это регион: напишите название целиком, например «Пермский край»",
        en: "the region is not named: write its whole name")
    package static let badContact = Bilingual(
        ru: "«{1}» — не одна строка текста: в контакте пишут, где спросить, без фамилий",
        en: "\"{1}\" is no single line of text")
    package static let noDirection = Bilingual(
        ru: "в списке нет ни одного направления: по одному названию в строке", en: "the list has no direction")
    package static let doubledDirection = Bilingual(
        ru: "направление «{1}» стоит в списке дважды: уберите лишнее", en: "the direction \"{1}\" stands twice")
    package static let badColour = Bilingual(
        ru: "«{1}» — не цвет: пишите шесть знаков после решётки, например #225899",
        en: "\"{1}\" is no colour: write six digits behind a number sign, such as #225899")
}

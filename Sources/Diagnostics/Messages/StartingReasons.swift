/// What is said of the answers from which a new site is made.
package enum StartingReason {
    package static let noName = Bilingual(
        ru: "строка {1}: «{2}» — не название муниципалитета; исправьте строку или уберите её",
        en: "line {1}: \"{2}\" is no name of a municipality; mend the line or remove it")
    package static let noRow = Bilingual(
        ru: "строка {1}: «{2}» — не муниципалитет, а заголовок, сноска или итог: она пропущена",
        en: "line {1}: \"{2}\" is a heading, a footnote or a sum and no municipality: it is left out")
    package static let footnoteMark = Bilingual(
        ru: "знак сноски {1} в названия не вошёл: {2}; что он значит, на сайте скажите сами",
        en: "the footnote mark {1} is no part of these names: {2}; say on the site yourself what it means")
    package static let bareTown = Bilingual(
        ru: "{1}: сказано только «город»; если это городской или муниципальный округ, допишите тип, как у остальных",
        en: "{1}: only \"city\" is said; if it is an okrug, add its sort, as the others have it")
    package static let noMunicipality = Bilingual(
        ru: "в списке нет ни одного муниципалитета: нужно хотя бы одно название, по одному в строке",
        en: "the list has no municipality: one name at least is needed, one in a line")
    package static let doubledName = Bilingual(
        ru: "«{1}» стоит в списке дважды (строки {2}): уберите лишнюю или допишите тип — «ГО», «МО», «МР»",
        en: "\"{1}\" stands twice in the list (lines {2}): remove one, or add its sort")
    package static let doubledPlace = Bilingual(
        ru:
            "похоже, одно место названо дважды: {1} (строки {2}); если так, уберите лишнее, если это разные — допишите тип",
        en: "one place seems to stand twice: {1} (lines {2}); if so, remove one, else add its sort")
    package static let sharedID = Bilingual(
        ru: "адрес «{1}» у {2} есть и у другого муниципалитета: дайте им разные",
        en: "the address \"{1}\" of {2} is that of another municipality too: give them different ones")
    package static let sharedName = Bilingual(
        ru: "«{1}» подходит нескольким ({2}): такого сокращения в списке не будет, пишите полное название",
        en: "\"{1}\" fits several ({2}): the list will not have it, the whole name is to be written")
    package static let untyped = Bilingual(
        ru: "округ это, район или город, не сказано у {1}: проверьте, что это муниципалитеты и что названы они верно",
        en: "what sort these are is not said: {1}; see that they are municipalities, and rightly named")
    package static let keptName = Bilingual(
        ru: "«{1}» — так сокращается {2}; полностью, без этого сокращения, пишите: {3}",
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
            "карта сложена по порядку списка: где кто находится, не указано. Со столбцами «широта» и «долгота» карта будет похожа на настоящую; со столбцом «соседи» рядом встанут соседи, а где север, ей неоткуда знать",
        en:
            "the map follows the order of the list: with columns for latitude and longitude it becomes a real one; with neighbours these stand side by side, and where the north is nobody knows"
    )
    package static let unknownNorth = Bilingual(
        ru:
            "карта разложена по соседям: где север, им неоткуда знать, и она может стоять повёрнутой или зеркально. Впишите широту и долготу хотя бы у трёх муниципалитетов, не на одной прямой, и она повернётся на север; или поменяйте ключи tile в словаре",
        en:
            "the map is laid out by neighbours, which do not tell where the north is: it may stand turned or mirrored. Give latitude and longitude of three municipalities that lie in no line, and it is turned northward; or change the keys tile in the vocabulary"
    )
    package static let raisedDirections = Bilingual(
        ru:
            "в списке со строчной буквы, на сайте с прописной — направления {1}; строку, которая не направление, уберите",
        en: "names of directions begin with a capital now: {1}; remove a line that is none")
    package static let quotedDirections = Bilingual(
        ru: "кавычки вокруг названия направления сняты: {1}",
        en: "quotation marks around names of directions are taken away: {1}")
    package static let titleOfDirections = Bilingual(
        ru: "«{1}» — не направление, а заголовок списка: он пропущен",
        en: "\"{1}\" is the heading of the list and no direction: it is left out")
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
    package static let noTitle = Bilingual(
        ru: "не сказано, как называется общий сайт: напишите название одной строкой, например «Альбом страны»",
        en: "the common site is not named: write its name in one line")
    package static let noAlbum = Bilingual(
        ru: "не сказано, какие альбомы соединить: перечислите их папки через запятую",
        en: "no album to join is named: list their folders, parted by commas")
    package static let noAlbumFolder = Bilingual(
        ru: "папки альбома «{1}» нет: исправьте путь в --roots", en: "there is no folder \"{1}\": correct --roots")
    package static let notAnAlbum = Bilingual(
        ru:
            "«{1}» — не альбом: в его папке лежат album.yml и content; начните его командой album init или исправьте путь",
        en: "\"{1}\" is no album: its folder has album.yml and content; begin it with album init, or correct the path")
    package static let albumOfAlbums = Bilingual(
        ru: "«{1}» сам соединяет альбомы (roots в album.yml): назовите каждый из них",
        en: "\"{1}\" joins albums itself (roots in album.yml): name each of these")
    package static let sameAlbum = Bilingual(
        ru: "«{1}» и «{2}» — один и тот же альбом: назовите его один раз",
        en: "\"{1}\" and \"{2}\" are one album: name it once")
    package static let albumOutside = Bilingual(
        ru:
            "альбом «{1}» лежит не в папке нового сайта «{2}»: перенесите его туда или начните сайт в общей папке «{3}»",
        en: "the album \"{1}\" lies outside the new site \"{2}\": move it there, or begin the site in \"{3}\"")
    package static let hiddenAlbum = Bilingual(
        ru: "альбом «{1}» лежит в скрытой папке, которых сайт не читает: перенесите его, например в regions",
        en: "the album \"{1}\" lies in a hidden folder, which no site reads: move it, such as to regions")
    package static let sharedRegion = Bilingual(
        ru: "у альбомов «{1}» и «{2}» один регион, {3}: на общем сайте у каждого альбома свой регион и свой id",
        en: "the albums \"{1}\" and \"{2}\" have one region, {3}: each has one of its own, with an id of its own")
    package static let noOwnRegion = Bilingual(
        ru: "в альбоме «{1}» не записан регион: допишите его в content/vocabularies/regions.yml",
        en: "the album \"{1}\" names no region: add it to content/vocabularies/regions.yml")
    package static let severalRegions = Bilingual(
        ru:
            "в альбоме «{1}» несколько регионов ({2}), и чей он, не видно: оставьте в content/vocabularies/regions.yml один или укажите region у муниципалитетов",
        en: "the album \"{1}\" has several regions ({2}): leave one, or say region with its municipalities")
    package static let nothingJoined = Bilingual(
        ru: "Ничего не записано: поправьте это в альбомах и повторите.", en: "Nothing was written: mend this first.")
    package static let otherFile = Bilingual(
        ru:
            "папка «{1}» не пуста, в ней «{2}»: новый альбом начинают в новой или пустой папке или там, где лежат только списки, документы и снимки",
        en:
            "the folder \"{1}\" has \"{2}\": a new album begins in an empty one, or beside lists, documents and pictures"
    )
    package static let overwrittenFile = Bilingual(
        ru: "в папке «{1}» уже есть «{2}», а новый альбом записал бы его заново: переименуйте или уберите",
        en: "the folder \"{1}\" has \"{2}\", which a new album would overwrite: rename or remove it")
    package static let noDirection = Bilingual(
        ru: "в списке нет ни одного направления: по одному названию в строке", en: "the list has no direction")
    package static let doubledDirection = Bilingual(
        ru: "направление «{1}» стоит в списке дважды: уберите лишнее", en: "the direction \"{1}\" stands twice")
    package static let badColour = Bilingual(
        ru: "«{1}» — не цвет: пишите шесть знаков после решётки, например #225899",
        en: "\"{1}\" is no colour: write six digits behind a number sign, such as #225899")
}

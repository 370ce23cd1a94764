/// Why a root of `album.yml` is none.
package enum RootReason {
    package static let folder = Bilingual(
        ru: "folder — папка другого альбома внутри папки сайта, не в content и не в themes: «{1}» не годится",
        en: "folder is another album's folder within the site's, outside content and themes: not \"{1}\"")
    package static let doubled = Bilingual(
        ru:
            "альбом «{1}» не отличить от «{2}»: у них один id, одна папка или одна лежит внутри другой; у каждого своя папка и свой id",
        en:
            "the album \"{1}\" is not to be told from \"{2}\": they have one id, one folder, or one lies within the other; each has a folder and an id of its own"
    )
    package static let reservedID = Bilingual(
        ru: "id «{1}» занят папкой самого сайта: задайте другой, например id: {1}-region",
        en: "the id \"{1}\" is a folder of the site itself: choose another, such as id: {1}-region")
    package static let formerID = Bilingual(
        ru: "was: id «{1}» есть у альбома этого сайта или назван в was дважды; уберите его отсюда",
        en: "was: \"{1}\" is the id of an album of this site, or stands under was twice: remove it here")
    package static let region = Bilingual(
        ru:
            "региона «{1}» нет в словаре regions: исправьте region или допишите регион в словарь сайта; если у региона новый id, "
            + "замените прежний здесь и в списках альбома: id в regions, region у всех записей — и назовите его в was",
        en:
            "the vocabulary regions has no \"{1}\": correct region, or add it to the site's vocabulary; where the region has a "
            + "new id, put it here and into the album's lists, as id in regions and region of all entries, and name the former one in was"
    )
    package static let output = Bilingual(
        ru: "output и папка альбома «{1}» лежат одна в другой: сборка заменяет output целиком; назовите другую папку",
        en:
            "output and the album \"{1}\" lie one in the other, and a build replaces output as a whole: choose another folder"
    )
}

extension DiagnosticCode {
    /// Codes of sites that consist of several albums.
    package static let rootCodes = [
        missingRoot, rootOutside, rootFolderTaken, kindOfRootDiffers, entryOfRootDiffers, placeOfOtherRegion,
        entryOfOtherRoot, rootFilesOfRoot, nameOfWholeSite, numberOfRootTaken, languageOfRoot,
        placeOfGoneRoot, goneRoot, unnamedRegion,
    ]

    package static let missingRoot = DiagnosticCode(
        "missing-root", .error, ru: "папки альбома «{1}» нет", en: "there is no folder \"{1}\" of an album",
        remedyRu: "положите туда альбом с папкой content или уберите строку из roots",
        remedyEn: "put an album with a folder content there, or remove the line from roots")
    package static let rootOutside = DiagnosticCode(
        "root-outside", .error,
        ru: "папка альбома «{1}» — ссылка файловой системы и ведёт не туда: за пределы сайта или в другую его папку",
        en: "the folder \"{1}\" of an album is a link that leads out of the site or into another folder of it",
        remedyRu: "положите на место ссылки саму папку", remedyEn: "put the folder itself in the link's place")
    package static let rootFolderTaken = DiagnosticCode(
        "root-folder-taken", .error,
        ru: "у сайта уже есть «{1}»: так же начинались бы адреса альбома «{2}»",
        en: "the site has \"{1}\", and so would begin the addresses of the album \"{2}\"",
        remedyRu: "задайте альбому другой id в roots", remedyEn: "give the album another id in roots")
    package static let kindOfRootDiffers = DiagnosticCode(
        "kind-of-root-differs", .hint, ru: "вид «{1}» описан здесь иначе, чем на сайте: действует описание сайта",
        en: "the kind \"{1}\" is described otherwise than on the site, whose description holds",
        remedyRu: "сделайте описания одинаковыми или дайте виду свой id и свою папку",
        remedyEn: "make both alike, or give the kind an id and a folder of its own")
    package static let entryOfRootDiffers = DiagnosticCode(
        "entry-of-root-differs", .hint,
        ru: "запись «{1}» уже есть, и сказано в ней другое: действует первая, «{2}»; здесь и в первой — {3}",
        en: "there is an entry \"{1}\" that says something else: the first one holds, \"{2}\"; here and there: {3}",
        remedyRu: "сделайте записи одинаковыми или дайте этой свой id",
        remedyEn: "make both alike, or give this one an id of its own")
    package static let numberOfRootTaken = DiagnosticCode(
        "number-of-root-taken", .warning, ru: "номер {1} у «{2}» уже есть на сайте — у «{3}»",
        en: "the number {1} of \"{2}\" is that of \"{3}\" on the site",
        remedyRu:
            "дайте записи альбома свободный номер или уберите number: номером её отличают от других на всём сайте",
        remedyEn: "give the album's entry a number that is free, or drop it: the whole site tells entries apart by it")
    package static let placeOfOtherRegion = DiagnosticCode(
        "place-of-other-region", .error, ru: "«{1}» — место региона «{2}», а альбом «{3}» — региона «{4}»",
        en: "\"{1}\" is a place of the region \"{2}\", and the album \"{3}\" is of \"{4}\"",
        remedyRu:
            "исправьте region записи, перенесите её в альбом её региона или назовите в album.yml регион альбома так, как в "
            + "записях: region: {2}",
        remedyEn:
            "correct region of the entry, move it to the album of its region, or name the region of the album in album.yml "
            + "as its entries do: region: {2}")
    package static let entryOfOtherRoot = DiagnosticCode(
        "entry-of-other-root", .error,
        ru: "«{1}» есть только в альбоме «{2}»: материалы альбома «{3}» называют своё и общее для сайта",
        en: "only the album \"{2}\" has \"{1}\": materials of \"{3}\" name what is their own or the site's",
        remedyRu:
            "назовите своё или сошлитесь на материал того альбома, [[{2}/…]]; общее дело двух регионов кладут в content общего "
            + "сайта: там называют места всех",
        remedyEn:
            "name your own, or link to a material of that album, [[{2}/…]]; what two regions do together belongs into content "
            + "of the common site, where places of all are named")
    package static let rootFilesOfRoot = DiagnosticCode(
        "root-files-of-root", .hint, ru: "файлы этой папки не публикуются: корень у сайта один, и он из content/root",
        en: "files of this folder are not published: the site has one root, which comes from content/root",
        remedyRu: "нужное всему сайту положите в content/root", remedyEn: "put what all need into content/root")
    package static let placeOfGoneRoot = DiagnosticCode(
        "place-of-gone-root", .error, ru: "«{1}» — место альбома «{2}», а в roots такого нет",
        en: "\"{1}\" is a place of the album \"{2}\", and roots has none of that id",
        remedyRu: "верните альбом в roots (там есть: {3}) или назовите другое место",
        remedyEn: "put the album back into roots (there are: {3}), or name another place")
    package static let goneRoot = DiagnosticCode(
        "gone-root", .error,
        ru: "«{1}»: альбома «{2}» в roots нет; такое же имя есть в альбоме «{3}»",
        en: "\"{1}\": roots has no album \"{2}\"; the album \"{3}\" has the same name",
        remedyRu:
            "если это тот же альбом и его id переменили, допишите ему в roots в album.yml «was: [{2}]»: тогда работают и "
            + "прежние имена, и прежние адреса; если альбом «{2}» убрали, назовите другой материал, а опубликованный адрес снимите: album retire АДРЕС",
        remedyEn:
            "if it is the same album under another id, add was: [{2}] to it in roots of album.yml: then former names and "
            + "addresses work; if the album \"{2}\" was removed, name another material, or withdraw the published address: album retire ADDRESS"
    )
    package static let unnamedRegion = DiagnosticCode(
        "unnamed-region", .hint,
        ru:
            "уровень — «{1}», а какого региона материал, не сказано: мероприятия его будут у всех регионов, а своим он не будет ни у одного",
        en: "the level is \"{1}\", and no region is named: what it plans stands at all of them, and it is none's own",
        remedyRu: "назовите регион — region: [{2}] — или поставьте другой уровень; если он и правда для всех "
            + "регионов, назовите их все",
        remedyEn: "name the region, region: [{2}], or another level; if it is for all regions, name all of them")
    package static let languageOfRoot = DiagnosticCode(
        "language-of-root", .hint,
        ru: "language: {1} альбома «{2}» здесь не действует: язык у сайта один, {3}",
        en: "language: {1} of the album \"{2}\" is not used here: a site has one language, {3}",
        remedyRu: "ничего исправлять не нужно: на своём языке альбом остаётся, когда его собирают отдельно",
        remedyEn: "nothing is to be mended: the album has its own language where it is built by itself")
    package static let nameOfWholeSite = DiagnosticCode(
        "name-of-whole-site", .hint,
        ru:
            "«{1}» — материал общего сайта, «{2}»: в нём ссылка работает, а в этом альбоме самом по себе вести ей некуда",
        en:
            "\"{1}\" is a material of the whole site, \"{2}\": the link works there and leads nowhere in this album by itself",
        remedyRu: "ничего исправлять не нужно; такие ссылки проверяет album check в папке общего сайта, {3} отсюда",
        remedyEn:
            "nothing is to be mended; album check looks at such links in the folder of the whole site, {3} from here")
}

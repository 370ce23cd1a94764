import Catalog
import Diagnostics
import Languages

/// Why a person has to choose another name, or mend something before.
package struct RenamingRefusal: Sendable {
    private let message: Bilingual
    private let arguments: [String]
    /// What the site would say that it does not say now, or what stands in the way of reading it.
    package let diagnostics: [Diagnostic]

    private init(ru: String, en: String, _ arguments: [String] = [], diagnostics: [Diagnostic] = []) {
        message = Bilingual(ru: ru, en: en)
        self.arguments = arguments
        self.diagnostics = diagnostics
    }

    package func text(_ language: Language) -> String { message.text(language, arguments) }
}

extension RenamingRefusal {
    static func unreadableSite(_ diagnostics: [Diagnostic]) -> Self {
        Self(
            ru: "сайт не читается, и что на что ссылается, неизвестно",
            en: "the site cannot be read, so that nobody knows what refers to what", diagnostics: diagnostics)
    }

    static func unreadable(_ file: String) -> Self {
        Self(
            ru: "файл {1} не читается: исправьте сначала его шапку (album check)",
            en: "the file {1} cannot be read: mend its front matter first (album check)", [file])
    }

    static func unwritable(_ file: String, _ letter: Unicode.Scalar, _ encoding: String) -> Self {
        Self(
            ru: "в файле {1} нельзя записать знак «{2}»: его нет в кодировке {3}; сохраните файл как «CSV UTF-8»",
            en: "the file {1} cannot hold \"{2}\", which its encoding {3} lacks: save it as UTF-8",
            [file, String(letter), encoding])
    }

    static func noMaterial(_ name: String, _ near: [String]) -> Self {
        Self(
            ru: "материала «{1}» нет" + (near.isEmpty ? "" : "; возможно: {2}"),
            en: "there is no material \"{1}\"" + (near.isEmpty ? "" : "; perhaps: {2}"),
            [name, near.joined(separator: ", ")])
    }

    static func severalMaterials(_ name: String, _ ids: [String]) -> Self {
        Self(
            ru: "«{1}» — это несколько материалов: {2}", en: "\"{1}\" names several materials: {2}",
            [name, ids.joined(separator: ", ")])
    }

    static func materialOfRoot(_ root: RootID, _ folder: String) -> Self {
        Self(
            ru: "это материал альбома «{1}»: переименуйте его там, album mv --root {2}",
            en: "this material belongs to the album \"{1}\": rename it there, album mv --root {2}",
            [root.rawValue, folder])
    }

    static func namedByRoot(_ root: RootID, _ material: String) -> Self {
        Self(
            ru:
                "материал называет {2} из альбома «{1}», а чужих файлов команда не меняет: допишите в нём новое имя после "
                + "переименования вручную или дайте этому материалу поле id",
            en:
                "{2} of the album \"{1}\" names it, and files of others are not changed: give the material an id of its "
                + "own, or correct that file by hand", [root.rawValue, material])
    }

    static func sameName(_ path: String) -> Self {
        Self(ru: "материал уже так и называется: content/{1}", en: "that is its name: content/{1}", [path])
    }

    static func badName(_ name: String) -> Self {
        Self(
            ru: "имя «{1}» не годится: нужно имя файла или путь ниже content вида practices/regata",
            en: "\"{1}\" is no name: write that of a file, or a path below content such as practices/regata", [name])
    }

    static func taken(_ path: String) -> Self {
        Self(ru: "файл {1} уже есть", en: "the file {1} is there already", [path])
    }

    static func reservedAddress(_ address: SiteAddress) -> Self {
        Self(
            ru: "адрес {1} занят страницей сайта: выберите другое имя",
            en: "the address {1} belongs to a page of the site: choose another name", [address.text])
    }

    static func takenAddress(_ address: SiteAddress, _ file: String) -> Self {
        Self(
            ru: "адрес {1} занят материалом {2}: выберите другое имя",
            en: "the address {1} belongs to {2}: choose another name", [address.text, file])
    }

    static func otherKind(_ path: String, _ kind: Kind) -> Self {
        Self(
            ru: "content/{1} — папка другого вида, а материал вида «{2}» лежит в папке {3}",
            en: "content/{1} belongs to another kind: materials of the kind \"{2}\" are in {3}",
            [path, kind.name.one, kind.folder])
    }

    static func cannotMend(_ file: String, _ written: String) -> Self {
        Self(
            ru: "ссылку «{2}» в файле {1} не удаётся переписать: напишите её в одну строку и повторите",
            en: "the reference \"{2}\" in {1} cannot be rewritten: write it on one line and try again", [file, written])
    }

    static func newDiagnostics(_ diagnostics: [Diagnostic]) -> Self {
        Self(
            ru: "после переименования на сайте появились бы новые замечания, и ничего не изменено",
            en: "the site would have new faults, so that nothing was changed", diagnostics: diagnostics)
    }

    static func otherMeaning(_ file: String) -> Self {
        Self(
            ru: "после переименования ссылки в content/{1} вели бы не туда, и ничего не изменено: выберите другое имя",
            en: "links in content/{1} would lead elsewhere, so that nothing was changed: choose another name", [file])
    }

    static func changedMeanwhile(_ file: String) -> Self {
        Self(
            ru: "файл {1} изменился, пока готовилось переименование: повторите команду",
            en: "the file {1} has changed meanwhile: try again", [file])
    }

    static func halfDone(_ files: [String]) -> Self {
        Self(
            ru: "записать удалось не всё, и вернуть как было тоже; проверьте файлы: {1}",
            en: "not all could be written, nor taken back; look at the files: {1}", [files.joined(separator: ", ")])
    }
}

import Diagnostics
import Files
import Packaging
import Signatures
import SiteBuilder

/// What packing and verifying may refuse, in words.
enum PackagingWords {
    static func text(_ error: PackagingError) -> String {
        switch error {
        case .noManifest(let path): "\(path): здесь нет manifest.json — это не собранный сайт"
        case .unreadableManifest(let path, _): "\(path): manifest.json повреждён"
        case .outputInsideSite(let path): "\(path): архив не может лежать внутри самого сайта"
        case .damagedManifest(let path):
            "\(path): архив повреждён — список его файлов, manifest.json, не читается; возьмите копию заново"
        case .editionDiffers(let path, let found):
            "\(path): издание повреждено (нет — \(found.missing.count), изменено — \(found.changed.count), "
                + "лишних — \(found.extra.count)\(examples(found))); покажите другое, --to имя, "
                + "или опубликуйте сайт заново: album publish"
        case .siteDiffers(let path, let found):
            "\(path): сайт изменён после сборки (нет — \(found.missing.count), изменено — \(found.changed.count), "
                + "лишних — \(found.extra.count)); соберите его заново"
        case .unfit(let path, let state):
            "\(path): \(contents(state)), такой сайт не раздают: соберите его заново командой album build "
                + "без --drafts и --lenient"
        case .unfitNames(let path, let faults):
            "\(path): такие имена не встанут на флешку или в Windows:\n"
                + faults.map { "  \(Terminal.printable($0.path.text)) — \(reason($0.reason))" }.joined(separator: "\n")
        case .noUpdate(let path):
            "\(path): это не обновление; обновление делает album pack --since, а целый архив распаковывают в новую папку"
        case .sinceUpdate(let path):
            "\(path): это обновление, а не копия; для --since нужен прежний архив целиком"
        case .otherPart(let path, let has, let wanted):
            "\(path): здесь \(part(has)), а складывается \(part(wanted)): обновление бывает только к той же части; "
                + "сложите полный архив, без --since"
        case .onlyPart(let path):
            "\(path): это часть альбома, а публикуют весь: соберите его командой album build"
        case .otherEdition(let path):
            "\(path): это обновление не к этому изданию; возьмите обновление к нему или полный архив"
        case .damaged(let path, let files):
            "\(path): повреждено или потеряно: \(list(files)); возьмите полный архив"
        case .readersFile(let path):
            "\(Terminal.printable(path)): это не файл альбома; перенесите его из папки с копией и повторите"
        case .withdrawn(let path, let pages, let isEdition):
            "\(path): здесь есть то, что снято с публикации позже: \(list(pages)); читатели увидели бы это снова. "
                + (isEdition
                    ? "Исправленное публикуют новым изданием (album build, затем album publish); вернуть и снятое: --with-withdrawn"
                    : "Соберите сайт заново: album build, затем album publish")
        case .unsigned(let path): "\(path): копия не подписана"
        case .unsignedNote(let path):
            "\(path): издание подписано, а к какому изданию это обновление, нет: так вернули бы и прежнее; "
                + "возьмите обновление, которое album pack --since --sign сложит заново, или полный архив"
        case .signature(let path, let error): "\(path): \(text(error))"
        case .bomb(let path): "\(path): это не копия сайта: архив распаковался бы в несоразмерно много данных"
        case .noEdition(let path, let wanted, let editions):
            "\(path): \(wanted.map { "издания «\($0)» нет, или так начинается не одно" } ?? "прежнего издания нет")"
                + (editions.isEmpty ? "" : "; есть: \(editions.map(\.text).joined(separator: ", "))")
        case .program(.slow(let seconds)): "zimwriterfs не закончила за \(seconds) с"
        case .program(.large): "zimwriterfs сказала слишком много и остановлена"
        case .program(.failed(let reason)): "zimwriterfs не справилась: \(Terminal.printable(reason))"
        case .archive(let path, let reason): "\(path): архив не прочитан или не записан: \(reason)"
        case .file(let error): MachineMessage.text(error, .ru)
        }
    }

    /// Which part of a site it is; nothing for the whole.
    private static func part(_ part: String?) -> String {
        part.map { "часть альбома (\(Terminal.printable($0)))" } ?? "весь альбом"
    }

    static func text(_ error: SignatureError) -> String {
        switch error {
        case .unreadable(.publicKey): "это не открытый ключ: его делает album keygen"
        case .unreadable(.secretKey): "это не секретный ключ: его делает album keygen"
        case .unreadable(.signature): "подпись не читается"
        case .passwordNeeded: "ключ закрыт паролем; задайте его в ALBUM_KEY_PASSWORD"
        case .wrongPassword: "пароль не подходит"
        case .otherKey(let number, let expected):
            "подписано другим ключом: \(number.text), а нужен \(expected.text)"
        case .forged: "подпись поддельная или копию изменили после подписи"
        case .unavailable: "для ключа не хватило памяти"
        }
    }

    private static func reason(_ reason: PackedNames.Reason) -> String {
        switch reason {
        case .reserved: "имя занято системой Windows"
        case .sign: "знак, которого не бывает в именах Windows, точка или пробел в конце"
        case .long: "слишком длинно вместе с папкой"
        case .letters: "нужны латинские буквы и цифры"
        case .twin(let other): "отличается от «\(Terminal.printable(other.text))» только размером букв"
        }
    }

    /// Some of the names, and how many more.
    private static func list(_ paths: [SitePath]) -> String {
        let named = paths.prefix(5).map { Terminal.printable($0.text) }.joined(separator: ", ")
        return paths.count > 5 ? named + " и ещё \(paths.count - 5)" : named
    }

    /// The first files that are not as they were.
    private static func examples(_ found: Verification) -> String {
        let names = (found.missing + found.changed).map(\.text) + found.extra
        return names.isEmpty ? "" : ": " + names.prefix(3).map { Terminal.printable($0) }.joined(separator: ", ")
    }

    /// What a build that is not fit holds.
    static func contents(_ state: EditionState) -> String {
        let parts = (state.hasDrafts ? ["черновики"] : []) + (state.isLenient ? ["страницы с ошибками"] : [])
        return "сайт собран так, что в нём могут быть \(parts.joined(separator: " и "))"
    }

    static func status(_ error: PackagingError) -> ExitStatus {
        switch error {
        case .noManifest, .outputInsideSite, .noUpdate, .sinceUpdate, .otherPart, .onlyPart, .readersFile,
            .noEdition:
            .usage
        case .signature(_, .unreadable), .signature(_, .passwordNeeded), .signature(_, .wrongPassword): .usage
        case .signature(_, .unavailable): .machine
        case .withdrawn, .unreadableManifest, .damagedManifest, .siteDiffers, .editionDiffers, .unfit, .unfitNames,
            .bomb, .otherEdition, .damaged,
            .unsigned, .unsignedNote,
            .signature:
            .verificationFailed
        case .archive, .file, .program: .machine
        }
    }
}

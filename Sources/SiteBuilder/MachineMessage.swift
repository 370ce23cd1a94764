import Diagnostics
import Files
import Languages

#if canImport(Glibc)
    import Glibc
#endif

/// What the machine refused, in words.
package enum MachineMessage {
    /// The cause alone.
    package static func cause(_ error: FileError, _ language: Language) -> String {
        switch error.cause {
        case .system(EBUSY) where error.operation == .replace: mountPoint(error.path, language)
        case .system(let number): system(number, language)
        case .notAFile: language.hasRussianMessages ? "это не файл" : "not a file"
        case .notAFolder: language.hasRussianMessages ? "это не папка" : "not a folder"
        case .outsideRoot: language.hasRussianMessages ? "ссылка ведёт за пределы папки" : "the link leaves the folder"
        case .unusableName:
            language.hasRussianMessages ? "имя файла не годится: нужны буквы, цифры, точка и дефис" : "unusable name"
        case .foreignFolder:
            language.hasRussianMessages
                ? "в папке есть файлы, которых программа не делала, и заменить её нельзя: перенесите их "
                    + "или соберите сайт в другую папку, --output ПАПКА"
                : "the folder holds files that this program did not make: move them, or build into another folder, "
                    + "--output FOLDER"
        case .foreignFile:
            language.hasRussianMessages
                ? "этого файла программа не делала, а при сборке он пропал бы: перенесите его в content или удалите"
                : "this program did not make this file and would lose it: move it to content or remove it"
        case .amongSources:
            language.hasRussianMessages
                ? "здесь лежат исходные тексты или тема: сайт нужно собирать в другую папку"
                : "the sources stand here: the site needs another folder"
        case .mountPoint: mountPoint(error.path, language)
        case .writtenTwice: language.hasRussianMessages ? "две страницы с одним адресом" : "two pages for one address"
        case .held:
            language.hasRussianMessages
                ? "в этой папке сейчас работает другой запуск программы: дождитесь его конца и повторите"
                : "another run of the program is at work in this folder: wait until it ends and try again"
        case .closed: language.hasRussianMessages ? "запись уже закончена" : "the output is closed"
        }
    }

    /// A file of the sources that cannot be read, told in the language of the other diagnostics.
    static func unreadable(_ error: FileError, at place: SourceLocation) -> Diagnostic {
        let cause = Bilingual(ru: cause(error, .ru), en: cause(error, .en))
        return Diagnostic(.unreadableFile.because(cause), at: place)
    }

    /// The path and the cause.
    package static func text(_ error: FileError, _ language: Language) -> String {
        "\(error.path): \(cause(error, language))"
    }

    private static func mountPoint(_ path: String, _ language: Language) -> String {
        language.hasRussianMessages
            ? "это точка подключения диска, целиком её не заменить: соберите сайт в папку внутри, --output \(path)/site"
            : "a disk is mounted here, so it cannot be replaced as a whole: build into \(path)/site"
    }

    private static func system(_ number: Int32, _ language: Language) -> String {
        if language.hasRussianMessages {
            switch number {
            case ENOSPC, EDQUOT: return "на диске кончилось место"
            case EACCES, EPERM: return "нет прав доступа"
            case ENOENT: return "нет такого файла или папки"
            case EROFS: return "диск только для чтения"
            case EMFILE, ENFILE: return "открыто слишком много файлов"
            case ENOTDIR: return "это не папка"
            case EISDIR: return "это папка"
            case EBUSY: return "занято другой программой"
            case ENAMETOOLONG: return "слишком длинное имя"
            case ELOOP: return "ссылки ведут по кругу"
            case ENOTEMPTY: return "папка не пуста"
            case EEXIST: return "такой файл уже есть"
            case ENOMEM: return "не хватает памяти"
            case EFBIG: return "файл слишком велик для этого диска"
            case EIO: return "ошибка чтения или записи диска"
            default: return "отказ системы (\(String(cString: strerror(number))))"
            }
        }
        return String(cString: strerror(number))
    }
}

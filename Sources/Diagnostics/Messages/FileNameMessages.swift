extension DiagnosticCode {
    /// Names and places of files that are nearly right.
    package static let fileNameCodes = [materialExtension, copiedFile, unreadCopy, wrongFolder] + rootFileCodes

    package static let materialExtension = DiagnosticCode(
        "material-extension", .warning, ru: "файл материала назван «{1}», а имя должно кончаться на .md",
        en: "the material's file is called \"{1}\" and not .md",
        remedyRu: "переименуйте его в «{2}»; если окончание не видно, включите в Проводнике «Расширения имён файлов»",
        remedyEn: "rename it to \"{2}\"")
    package static let copiedFile = DiagnosticCode(
        "copied-file", .warning, ru: "похоже на копию файла «{1}», а публикуется как отдельный материал",
        en: "this looks like a copy of \"{1}\" and is published as a material of its own",
        remedyRu: "удалите лишний из двух; если это другой материал, дайте файлу другое имя",
        remedyEn: "remove one of the two; if it is another material, give the file another name")
    package static let unreadCopy = DiagnosticCode(
        "unread-copy", .warning, ru: "рядом лежит «{1}», поэтому этот файл не прочитан",
        en: "\"{1}\" lies beside it, so this file is not read",
        remedyRu: "оставьте один из двух под именем «{1}»", remedyEn: "keep one of the two, named \"{1}\"")
    package static let wrongFolder = DiagnosticCode(
        "wrong-folder", .warning, ru: "поля здесь как у вида «{1}», а файл лежит в папке «{2}», где другой вид",
        en: "the fields are those of the kind {1}, and the file lies in \"{2}\", the folder of another",
        remedyRu: "переместите файл в папку «{3}»; если он на месте, исправьте названия полей",
        remedyEn: "move the file to \"{3}\"; if it is in the right place, correct the names of the fields")

    /// Files of `content/root/`.
    package static let rootFileCodes = [rootAddressTaken, unnamedRootFile, missingRootFile]

    package static let rootAddressTaken = DiagnosticCode(
        "root-address-taken", .error, ru: "в корне сайта имя «{1}» занято: такой файл делает сама программа",
        en: "the address \"{1}\" at the root is taken by a file that the program makes",
        remedyRu: "удалите файл из content/root или дайте ему другое имя",
        remedyEn: "remove the file from content/root, or give it another name")
    package static let unnamedRootFile = DiagnosticCode(
        "unnamed-root-file", .error, ru: "«{1}» браузер откроет как страницу с программой, а в album.yml он не назван",
        en: "browsers run \"{1}\" as a page, and album.yml does not name it",
        remedyRu: "если файл нужен, добавьте в album.yml строку «root-files: [{1}]»; иначе удалите его",
        remedyEn: "add root-files: [{1}] to album.yml if it is needed, or remove it")
    package static let missingRootFile = DiagnosticCode(
        "missing-root-file", .warning, ru: "в root-files назван «{1}», а в content/root такого файла нет",
        en: "root-files names \"{1}\", which is not in content/root",
        remedyRu: "положите файл в content/root или уберите его имя из root-files",
        remedyEn: "put the file into content/root, or remove its name from root-files")
}

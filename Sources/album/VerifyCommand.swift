import ArgumentParser
import Packaging

/// The command `album verify`.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Сверяет копию сайта (папку или ZIP) с её manifest.json.",
        discussion: """
            Целая копия ещё не значит подлинная: файлы и манифест можно подменить вместе.
            Подлинность показывает подпись: --key с открытым ключом того, кто издаёт альбом.

            Примеры:
              album verify public
              album verify methodical-album.zip --key album.pub
            """)

    @Argument(help: "Папка или ZIP.")
    var copy: String

    @Option(name: .long, help: ArgumentHelp("Открытый ключ: проверить подпись.", valueName: "ключ"))
    var key: String?

    func run() throws {
        let key = try key.map { try KeyFile.publicKey($0) }
        if Verify.isUpdate(at: copy) {
            Terminal.message(
                "\(copy): это обновление, а не копия: к копии его применяет album update, он же проверит и подпись")
            throw ExitStatus.usage
        }
        let verification: Verification
        do {
            verification = try Verify.copy(at: copy)
        } catch .archive(let path, _) {
            Terminal.message("\(path): архив повреждён, или это не ZIP")
            throw ExitStatus.verificationFailed
        }
        for path in verification.missing { Terminal.data("нет файла: \(path)\n") }
        for path in verification.changed { Terminal.data("изменён: \(path)\n") }
        // What is signed is each file; a hidden one may stand for another.
        let extra = verification.extra + (key == nil ? [] : verification.hidden)
        for path in extra.sorted() { Terminal.data("лишний: \(Terminal.printable(path))\n") }
        if !verification.state.isFit {
            Terminal.message("\(copy): \(PackagingWords.contents(verification.state)): такая копия не для раздачи")
        }
        guard verification.isComplete, extra.isEmpty else {
            Terminal.message(
                verification.isComplete
                    ? "\(copy): все файлы издания целы, но есть и другие: в издании их нет"
                    : "\(copy): копия повреждена")
            throw ExitStatus.verificationFailed
        }
        Terminal.message("\(copy): все файлы на месте и целы — \(verification.fileCount)")
        guard let key else {
            if let first = verification.hidden.first {
                Terminal.message(
                    "\(copy): скрытые файлы, которых в издании нет: \(verification.hidden.count), например "
                        + "\(Terminal.printable(first)); подменить страницы могут и они: с --key они лишние")
            }
            if try CopySignature.isSigned(copyAt: copy) {
                Terminal.message("\(copy): копия подписана; подпись проверяет --key с открытым ключом издателя")
            }
            return
        }
        _ = try CopySignature.verify(copyAt: copy, key)
        Terminal.message("\(copy): подпись подлинная, ключ \(key.number.text)")
    }
}

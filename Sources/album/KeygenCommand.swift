import ArgumentParser
import Files
import Packaging
import Signatures

#if canImport(Glibc)
    import Glibc
#endif

/// The command `album keygen`.
struct KeygenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keygen",
        abstract: "Делает пару ключей, чтобы подписывать копии альбома.",
        discussion: """
            Секретным ключом подписывают (album pack --sign), открытым проверяют
            (album verify --key). Ключи понимает и программа minisign.

            Секретный ключ не кладут в репозиторий и никому не отдают: у кого он есть, тот
            подписывает от вашего имени. Открытый раздают всем.

            Примеры:
              album keygen
              album keygen --password --name kliuchi/album
            """)

    @Option(name: .long, help: ArgumentHelp("Начало имён файлов: NAME.key и NAME.pub.", valueName: "имя"))
    var name = "album"

    @Flag(name: .long, help: "Закрыть секретный ключ паролем: его спросят, или он в ALBUM_KEY_PASSWORD.")
    var password = false

    func run() throws {
        let (secret, open) = (name + ".key", name + ".pub")
        for path in [secret, open] where access(path, F_OK) == 0 {
            throw ValidationError(
                "\(Terminal.printable(path)) уже есть: он остаётся как был, назовите ключ иначе (--name)")
        }
        let folder = name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
        let makesFolder = !folder.isEmpty && access(folder, F_OK) != 0
        let word = password ? try newPassword() : nil
        let key = try signing(secret) { () throws(SignatureError) in try SecretKey.make() }
        let text = try signing(secret) { () throws(SignatureError) in try key.text(password: word) }
        try NewFile.write(Array(text.utf8), to: secret, isSecret: true)
        try NewFile.write(key.publicKey.text, to: open)
        if makesFolder { Terminal.message("\(Terminal.printable(folder)): папки не было, она сделана") }
        Terminal.message("\(secret): секретный ключ. Не кладите его в репозиторий и никому не отдавайте.")
        Terminal.message("\(open): открытый ключ \(key.number.text). Раздайте его тем, кто проверяет копии.")
    }

    private func newPassword() throws -> String {
        if let word = KeyFile.passwordOfEnvironment { return word }
        guard Asking.isPossible else {
            throw ValidationError("пароль спрашивают в терминале; для программ задайте ALBUM_KEY_PASSWORD")
        }
        guard let first = Asking.secret("Пароль: "), !first.isEmpty, first == Asking.secret("Ещё раз: ") else {
            throw ValidationError("пароли не совпали или пусты")
        }
        return first
    }
}

/// Files of keys, and the password of one.
enum KeyFile {
    static var passwordOfEnvironment: String? { getenv("ALBUM_KEY_PASSWORD").map { String(cString: $0) } }

    static func publicKey(_ path: String) throws -> PublicKey {
        let text = try text(path)
        return try signing(path) { () throws(SignatureError) in try PublicKey(parsing: text) }
    }

    static func secretKey(_ path: String) throws -> SecretKey {
        let text = try text(path)
        return try signing(path) { () throws(SignatureError) in
            try SecretKey(parsing: text) {
                passwordOfEnvironment ?? (Asking.isPossible ? Asking.secret("Пароль ключа: ") : nil)
            }
        }
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try DiskFileSystem.readFile(path), as: UTF8.self)
    }
}

import ArgumentParser
import Books
import Catalog
import Diagnostics
import Files
import Packaging
import SiteBuilder

#if canImport(Glibc)
    import Glibc
#endif

/// The program: raw arguments, then one command, then an exit status.
///
/// Data goes to stdout, messages to stderr. Status: 0 fine, 1 errors in the content, 2 usage or configuration,
/// 3 warnings under `--strict`, 4 the machine, 5 a verification that failed.
@main
struct Album: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "album",
        abstract: "Собирает сайт методического альбома из текстов в Markdown.",
        discussion: """
            Примеры:
              album build                          собрать сайт в public/
              album check --strict                 найти всё, что стоит исправить
              album fix                            исправить, где верный ответ один
              album serve                          смотреть сайт во время работы
              album new practice "Квест-игра"      начать новую практику
              album import план.xlsx               сделать черновик из файла Excel или Word
              album mv kvest regata                переименовать материал, исправив ссылки
              album receive kvest.zip              принять присланное читателями
              album search "квест всоко"           искать по собранному сайту
              album explain near-heading           что значит сообщение и что с ним делать
              album book --album team-album --output a.epub   альбом книгой
              album pack --output album.zip        сайт одним файлом, для флешки
            """,
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, CheckCommand.self, PreflightCommand.self, FixCommand.self, ServeCommand.self,
            NewCommand.self,
            ImportCommand.self, ReceiveCommand.self, RenameCommand.self, ListCommand.self, ExplainCommand.self,
            SchemaCommand.self,
            SearchCommand.self, BookCommand.self,
            PublishCommand.self, RollbackCommand.self, RetireCommand.self, RedirectsCommand.self, PackCommand.self,
            ZIMCommand.self,
            VerifyCommand.self,
            UpdateCommand.self,
            KeygenCommand.self, InitCommand.self,
            CleanCommand.self,
        ])

    /// Names of the commands.
    static var names: [String] {
        configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    }

    static func main() async {
        var command: any ParsableCommand
        do {
            command = try parseAsRoot()
        } catch {
            exit(with: error)
        }
        do {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let status as ExitStatus {
            Glibc.exit(status.rawValue)
        } catch let error as FileError {
            Terminal.message(MachineMessage.text(error, .ru))
            // What was named or put there by a person is no fault of the machine.
            let isUsage = [.foreignFolder, .foreignFile, .amongSources].contains(error.cause)
            Glibc.exit((isUsage ? ExitStatus.usage : ExitStatus.machine).rawValue)
        } catch let error as PackagingError {
            Terminal.message(PackagingWords.text(error))
            Glibc.exit(PackagingWords.status(error).rawValue)
        } catch let error as BookError {
            Terminal.message(BookWords.text(error))
            Glibc.exit(ExitStatus.machine.rawValue)
        } catch let error as ValidationError {
            // The call was understood: how to call is no answer to it.
            Terminal.message("Ошибка: \(error.message)")
            Glibc.exit(ExitStatus.usage.rawValue)
        } catch {
            exit(with: error)
        }
    }

    /// Help and versions are no failures; everything else that the parser refuses is a fault of usage.
    private static func exit(with error: any Error) -> Never {
        let text = fullMessage(for: error)
        // Completions are read by a shell, the dump of the help by programs.
        let isForMachines = CommandLine.arguments.contains {
            $0.hasPrefix("--generate-completion-script") || $0.hasPrefix("---") || $0 == "--experimental-dump-help"
        }
        if exitCode(for: error) == .success {
            Terminal.data(isForMachines ? text + "\n" : UsageText.russian(text) + "\n")
            Glibc.exit(0)
        }
        Terminal.message(UsageText.russian(text))
        Glibc.exit(ExitStatus.usage.rawValue)
    }
}

/// How the program ends.
enum ExitStatus: Int32, Error {
    case fine = 0
    case contentErrors = 1
    case usage = 2
    case strictWarnings = 3
    case machine = 4
    case verificationFailed = 5

    /// What the errors of a site call for, those of drafts aside; nothing where there are none.
    ///
    /// What the machine refused to read comes first: all else may follow from it.
    init?(ofErrorsIn diagnostics: [Diagnostic]) {
        let errors = diagnostics.filter { $0.severity == .error && !$0.isOfDraft }
        if errors.isEmpty { return nil }
        if errors.contains(where: \.isOfUnreadFile) {
            self = .machine
        } else {
            self = errors.contains { $0.location.path == Configuration.path } ? .usage : .contentErrors
        }
    }

    /// What is called for where diagnostics keep a command from its work: `otherwise`, unless the machine refused to read a file.
    init(ofRefusalBy diagnostics: [Diagnostic], otherwise: ExitStatus) {
        self = diagnostics.contains(where: \.isOfUnreadFile) ? .machine : otherwise
    }
}

import Files
import Formats
import Languages
import Preview
import SiteBuilder
import Starting
import Synchronization

/// Answers in a folder that holds no site yet: the page on which one begins, and then another desk.
///
/// ```
/// /_edit/start        the questions; sent here to be looked at, or to be made
/// /_edit/…            the same page until there is a site; after that the desk of the site
/// ```
/// It is the only one that writes the files of a new site, only into its own folder and only while that holds nothing but
/// papers (``NewTree/Company``), all or none. What is sent carries the token, as everywhere on the desk; host and origin are the gate's. From any thread.
package final class StartingDesk: EditingDesk {
    private let root: DiskFileSystem
    private let token: String
    private let starter: Starter
    private let next: any EditingDesk
    private let language = Language.ru
    private let started: @Sendable () -> Void
    /// One site at a time.
    private let making = Mutex(())

    /// - Parameters:
    ///   - root: the folder that the site is to stand in.
    ///   - token: that nobody can guess.
    ///   - next: who answers once there is a site.
    ///   - started: called once a site was written.
    package init(
        root: DiskFileSystem, token: String, starter: Starter, next: any EditingDesk,
        started: @escaping @Sendable () -> Void
    ) {
        self.root = root
        self.token = token
        self.starter = starter
        self.next = next
        self.started = started
    }

    /// Where a person begins.
    package static let address = StartingPage.address

    package func answer(_ request: EditingRequest) async -> SiteResponder.Answer {
        do throws(FileError) {
            // Asked each time: somebody may have called `album init` meanwhile.
            if try root.entry(StartingAnswers.last) == nil { return try respond(request) }
        } catch {
            return failed(error)
        }
        return request.path == Self.address ? SiteDesk.redirect(to: "/") : await next.answer(request)
    }

    private func respond(_ request: EditingRequest) throws(FileError) -> SiteResponder.Answer {
        let assets = EditingRequest.prefix + "assets/"
        if request.path.hasPrefix(assets), let asset = Asset(rawValue: String(request.path.dropFirst(assets.count))) {
            return asset.answer
        }
        guard request.path == Self.address else {
            return request.body == nil
                ? SiteDesk.redirect(to: Self.address) : page(StartingForm(FormData(encoded: []), language), 404, true)
        }
        guard let body = request.body else {
            return page(StartingForm(FormData(encoded: []), language), 200, true)
        }
        let form = StartingForm(FormData(encoded: body), language)
        guard form.form["_token"] == token else { return page(form, 403, said: [.oldPage]) }
        guard form.form.has("_save"), let answers = form.answers else {
            return page(form, form.refusals.isEmpty ? 200 : 422)
        }
        return try make(answers, form)
    }

    private func make(_ answers: StartingAnswers, _ form: StartingForm) throws(FileError) -> SiteResponder.Answer {
        let isMade = try making.withLock { _ throws(FileError) in
            guard try NewTree.obstacle(in: root.root, to: starter.topNames, beside: .papers) == nil else {
                return false
            }
            let files = starter.files(answers).map { (path: $0.path, bytes: $0.bytes) }
            try NewTree.write(files, to: root.root, last: StartingAnswers.last)
            return true
        }
        guard isMade else { return page(form, 409, said: [.notEmpty]) }
        started()
        return SiteDesk.redirect(to: "/")
    }

    private func page(
        _ form: StartingForm, _ status: Int, _ isFresh: Bool = false, said: [StartingWord] = []
    ) -> SiteResponder.Answer {
        let page = StartingPage(
            form: form, token: token, isFresh: isFresh, said: said.map { $0.text(language) })
        return SiteDesk.html(status, page.html())
    }

    private func failed(_ error: FileError) -> SiteResponder.Answer {
        SiteDesk.html(503, "<p>\(HTMLEscaping.html(MachineMessage.text(error, language)))</p>")
    }
}

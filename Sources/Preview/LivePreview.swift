import Files
import Formats
import Languages
import Synchronization

/// What the preview shows at the moment: the last site that could be made, and what is wrong with a newer one.
///
/// Each page gets, at its end, what is wrong and a script (``PreviewAssets``) that loads the page anew when another build
/// is shown. A page's Content-Security-Policy lets scripts and styles of the page's own address be loaded and may forbid
/// everything else, requests included; a worker is such a script, and a policy of its own lets it ask. The names begin with
/// `.album-preview`, so no page of a site has them.
///
/// ```swift
/// let preview = LivePreview(session: "5f3a…")
/// preview.show(site: site, notice: nil)            // open pages load themselves anew
/// preview.show(site: nil, notice: .init(…))        // the site of before, with the notice on it
/// ```
package final class LivePreview: Sendable {
    /// What is wrong with the site, for people.
    package struct Notice: Sendable, Hashable {
        package let language: Language
        /// A sentence: what is shown now, and why.
        package let title: String
        /// The messages, in lines.
        package let text: String

        package init(language: Language, title: String, text: String) {
            self.language = language
            self.title = title
            self.text = text
        }
    }

    private struct Shown {
        var site: (any PreviewedSite)?
        var notice: Notice?
        /// Counts what was shown, from 0 for nothing yet.
        var build = 0
        /// Those who wait for the next build.
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var waitersSoFar = 0
    }

    private let session: String
    private let patience: Duration
    private let shown = Mutex(Shown())
    private let edited = Mutex<(@Sendable (String) -> Edited)?>(nil)

    /// - Parameters:
    ///   - session: letters and digits that no other run has, so that a tab notices that the program was started anew.
    ///   - patience: how long a request for the next build is held at most, so that those whose asker has gone end.
    package init(session: String, patience: Duration = .seconds(25)) {
        self.session = session
        self.patience = patience
    }

    /// What is known of a page by those who edit.
    package struct Edited: Sendable {
        /// Where what it shows is edited: a material, an entry of a list, the words of the site; nothing of other pages.
        let address: String?
        /// Where it is edited instead, in words; nothing where ``address`` is it, and of pages that are no materials.
        let elsewhere: String?
        /// Whether something was typed there that is not saved.
        let isUnsaved: Bool
        /// Whether a new material was begun and not saved.
        let hasBegun: Bool
        /// What is said of a save that was just made of it; nothing where none was.
        let said: String?
        /// Where a new material is made of this one; nothing of what is not there for that.
        let adapting: String?
        /// That of the site.
        let language: Language

        package init(
            address: String?, elsewhere: String? = nil, isUnsaved: Bool, hasBegun: Bool, said: String? = nil,
            adapting: String? = nil,
            language: Language
        ) {
            self.address = address
            self.elsewhere = elsewhere
            self.adapting = adapting
            self.said = said
            self.isUnsaved = isUnsaved
            self.hasBegun = hasBegun
            self.language = language
        }
    }

    /// Lets each page that can be edited lead to where it is: `edited` tells it for a page's path.
    package func editing(_ edited: @escaping @Sendable (String) -> Edited) { self.edited.withLock { $0 = edited } }

    /// Whether there is a site to be shown.
    package var hasSite: Bool { shown.withLock { $0.site != nil } }

    /// To be called after each build.
    ///
    /// - Parameters:
    ///   - site: the new site; nothing keeps that of before.
    ///   - notice: what is wrong with it; nothing when all is well.
    package func show(site: (any PreviewedSite)?, notice: Notice?) {
        let (former, waiting) = shown.withLock { shown in
            let (former, waiting) = (shown.site, shown.waiting.values)
            if let site { shown.site = site }
            shown.notice = notice
            shown.build += 1
            shown.waiting = [:]
            return (former, waiting)
        }
        // A large site takes a while to be freed: nobody waits for that.
        withExtendedLifetime(former) {
            for continuation in waiting { continuation.resume() }
        }
    }

    /// The answer for a percent-encoded path that begins with `/`, without its query.
    ///
    /// It may take its time: until the next build is shown, or until the file that is asked for is made.
    package func answer(_ path: String) async -> SiteResponder.Answer {
        if let asset = PreviewAssets.asset(path) { return asset }
        if path.hasPrefix(PreviewAssets.nextBuildPath) {
            let known = path.dropFirst(PreviewAssets.nextBuildPath.count)
            return PreviewAssets.answer("text/plain", await build(otherThan: known))
        }
        return await aside { self.page(path) }
    }

    private func page(_ path: String) -> SiteResponder.Answer {
        let (site, notice, build) = shown.withLock { ($0.site, $0.notice, name(of: $0.build)) }
        guard let site else {
            var answer = PreviewAssets.answer("text/html", PreviewAssets.emptyPage(notice?.language ?? .ru))
            answer.status = 503
            answer.bytes = PreviewAssets.inject(notice, build: build, into: answer.bytes)
            return answer
        }
        var answer = SiteResponder(site: site).answer(path)
        if answer.contentType.hasPrefix("text/html") {
            answer.bytes = PreviewAssets.inject(notice, build: build, into: answer.bytes, edited: links(path))
        }
        return answer
    }

    /// Where a page is edited, and where new ones begin; nothing where nobody edits.
    private func links(_ path: String) -> PreviewAssets.EditingLinks? {
        edited.withLock { $0 }.map { edited in
            let page = edited(PercentEncoding.decoded(path) ?? "")
            return PreviewAssets.EditingLinks(
                page: page.address, elsewhere: page.elsewhere, adapting: page.adapting, isUnsaved: page.isUnsaved,
                hasBegun: page.hasBegun,
                said: page.said,
                desk: EditingRequest.prefix, language: page.language)
        }
    }

    // MARK: The next build

    private func name(of build: Int) -> String { "\(session)-\(build)" }

    /// The name of the build that is shown: at once when it is not the known one, or else when another one is shown or
    /// ``patience`` ends.
    private func build(otherThan known: Substring) async -> String {
        let build = shown.withLock { $0.build }
        if name(of: build) == known {
            // Patience that ends is no fault: the same build is told then.
            try? await within(patience) { await self.change(from: build) }
        }
        return name(of: shown.withLock { $0.build })
    }

    /// Returns when another build than `build` is shown, or when the task is cancelled.
    private func change(from build: Int) async {
        let waiter = shown.withLock { shown in
            shown.waitersSoFar += 1
            return shown.waitersSoFar
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = shown.withLock { shown in
                    // Cancelled before it waits: nobody would resume it.
                    if shown.build != build || Task.isCancelled { return true }
                    shown.waiting[waiter] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            shown.withLock { $0.waiting.removeValue(forKey: waiter) }?.resume()
        }
    }
}

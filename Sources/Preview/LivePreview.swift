import Files
import Formats
import Synchronization

/// What the preview shows at the moment: the last site that could be built, and what is wrong with a newer one.
///
/// Pages get what is wrong at their end, and a script of the server's own address, which asks once a second which build
/// is shown, as a script again: a page's Content-Security-Policy lets scripts and styles of its own site be loaded and
/// may forbid everything else. The names begin with a dot, so no page of a site has them.
///
/// ```swift
/// let preview = LivePreview(session: "5f3a…")
/// preview.show(site: files, fault: nil)            // open pages load themselves anew
/// preview.show(site: nil, fault: .init(…))         // the site of before, with the fault on it
/// ```
package final class LivePreview: Sendable {
    /// What is wrong with the site, for people.
    package struct Fault: Sendable, Hashable {
        /// A sentence: what is shown now, and why.
        package let title: String
        /// The messages, in lines.
        package let text: String

        package init(title: String, text: String) {
            self.title = title
            self.text = text
        }
    }

    private struct Shown {
        var site: (any FileSystem)?
        var fault: Fault?
        /// Counts what was shown, from 0 for nothing yet.
        var build = 0
    }

    static let scriptPath = "/.album-preview/reload.js"
    static let buildPath = "/.album-preview/build.js"
    static let stylePath = "/.album-preview/fault.css"

    private let session: String
    private let shown = Mutex(Shown())

    /// - Parameter session: letters and digits that no other run has, so that a tab notices that the program was started
    ///   anew.
    package init(session: String) { self.session = session }

    /// Whether there is a site to be shown.
    package var hasSite: Bool { shown.withLock { $0.site != nil } }

    /// To be called after each build.
    ///
    /// - Parameters:
    ///   - site: the new site; nothing keeps that of before.
    ///   - fault: what is wrong with it; nothing when all is well.
    package func show(site: (any FileSystem)?, fault: Fault?) {
        shown.withLock { shown in
            if let site { shown.site = site }
            shown.fault = fault
            shown.build += 1
        }
    }

    /// The answer for a percent-encoded path that begins with `/`, without its query.
    package func answer(_ path: String) -> SiteResponder.Answer {
        let now = shown.withLock { $0 }
        let build = "\(session)-\(now.build)"
        switch path {
        case Self.scriptPath: return asset("text/javascript", Self.script(build: build))
        case Self.buildPath: return asset("text/javascript", "albumPreviewBuild(\"\(build)\");\n")
        case Self.stylePath: return asset("text/css", Self.style)
        default: break
        }
        guard let site = now.site else {
            let page = Array(Self.emptyPage.utf8)
            return SiteResponder.Answer(
                status: 503, contentType: "text/html; charset=utf-8", bytes: inject(now.fault, into: page))
        }
        var answer = SiteResponder(files: site).answer(path)
        if answer.contentType.hasPrefix("text/html") { answer.bytes = inject(now.fault, into: answer.bytes) }
        return answer
    }

    /// The page with the fault and the script at the end of its body.
    private func inject(_ fault: Fault?, into page: [UInt8]) -> [UInt8] {
        var markup = "<script src=\"\(Self.scriptPath)\"></script>"
        if let fault {
            markup =
                "<link rel=\"stylesheet\" href=\"\(Self.stylePath)\"><div class=\"album-preview-fault\" role=\"alert\">"
                + "<p>\(HTMLEscaping.html(fault.title))</p><pre>\(HTMLEscaping.html(fault.text))</pre></div>" + markup
        }
        let end = Array("</body>".utf8)
        var index = page.count - end.count
        while index >= 0 {
            if page[index] == end[0], page[index..<index + end.count].elementsEqual(end) {
                return page[..<index] + Array(markup.utf8) + page[index...]
            }
            index -= 1
        }
        return page + Array(markup.utf8)
    }

    private func asset(_ type: String, _ text: String) -> SiteResponder.Answer {
        SiteResponder.Answer(status: 200, contentType: type + "; charset=utf-8", bytes: Array(text.utf8))
    }

    private static let emptyPage = """
        <!DOCTYPE html>
        <html lang="ru"><head><meta charset="utf-8"><title>Сайта ещё нет</title></head>
        <body></body></html>

        """

    private static let style = """
        .album-preview-fault { position: sticky; bottom: 0; z-index: 1000; max-height: 50vh; overflow: auto;
          box-sizing: border-box; padding: 0.75rem 1rem; border-top: 4px solid #b00020; background: #fff; color: #111;
          font: 1rem/1.4 sans-serif; }
        .album-preview-fault p { margin: 0 0 0.5rem; font-weight: bold; }
        .album-preview-fault pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 0.875rem/1.4 monospace;
          background: none; color: inherit; }
        @media print { .album-preview-fault { display: none; } }

        """

    private static func script(build: String) -> String {
        """
        "use strict";
        (() => {
          const shown = "\(build)";
          window.albumPreviewBuild = (build) => { if (build !== shown) location.reload(); };
          setInterval(() => {
            const script = document.createElement("script");
            script.src = "\(buildPath)?" + Date.now();
            script.onload = script.onerror = () => script.remove();
            document.head.append(script);
          }, 1000);
        })();

        """
    }
}

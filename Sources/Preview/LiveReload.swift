import Synchronization

/// Reloads the pages that are open in browsers when the site was built anew.
///
/// Pages get one script of the server's own address, which asks once a second for the build's number, as a script
/// again: a page's Content-Security-Policy lets scripts of its own site run and may forbid everything else. The names
/// begin with a dot, so no page of a site has them.
package final class LiveReload: Sendable {
    static let scriptPath = "/.album-preview/reload.js"
    static let buildPath = "/.album-preview/build.js"

    private let build = Mutex(1)

    package init() {}

    /// To be called when a new build is in place.
    package func siteWasRebuilt() { build.withLock { $0 += 1 } }

    /// The answer for the server's own paths; nil for the site's.
    func answer(_ path: String) -> SiteResponder.Answer? {
        switch path {
        case Self.scriptPath: script(Self.script(build: build.withLock { $0 }))
        case Self.buildPath: script("albumPreviewBuild(\(build.withLock { $0 }));\n")
        default: nil
        }
    }

    /// The page with the script at the end of its body.
    func inject(into page: [UInt8]) -> [UInt8] {
        let tag = Array("<script src=\"\(Self.scriptPath)\"></script>".utf8)
        let end = Array("</body>".utf8)
        var index = page.count - end.count
        while index >= 0 {
            if page[index] == end[0], page[index..<index + end.count].elementsEqual(end) {
                return page[..<index] + tag + page[index...]
            }
            index -= 1
        }
        return page + tag
    }

    private func script(_ text: String) -> SiteResponder.Answer {
        SiteResponder.Answer(status: 200, contentType: "text/javascript; charset=utf-8", bytes: Array(text.utf8))
    }

    private static func script(build: Int) -> String {
        """
        "use strict";
        (() => {
          const shown = \(build);
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

import Files
import Formats
import Languages

/// What the preview adds to pages: a script, a worker, a style, and the panel of what is wrong.
enum PreviewAssets {
    /// Behind it stands the name of a build; the answer comes when another one is shown.
    static let nextBuildPath = "/.album-preview/after/"
    static let scriptPath = path("reload", "js", of: script)
    private static let stylePath = path("notice", "css", of: style)
    /// Always the same, as tabs share a worker by its address.
    private static let workerPath = "/.album-preview/worker.js"

    /// A path that changes with the text, so that browsers may keep the file.
    private static func path(_ name: String, _ ending: String, of text: String) -> String {
        let digest = SHA256.digest(Array(text.utf8)).hexadecimal
        return "/.album-preview/\(name).\(digest.prefix(8)).\(ending)"
    }

    /// The file of the preview's own at `path`.
    static func asset(_ path: String) -> SiteResponder.Answer? {
        switch path {
        case scriptPath: answer("text/javascript", script, isForever: true)
        case stylePath: answer("text/css", style, isForever: true)
        case workerPath: answer("text/javascript", worker)
        default: nil
        }
    }

    /// An answer with a text.
    static func answer(_ type: String, _ text: String, isForever: Bool = false) -> SiteResponder.Answer {
        SiteResponder.Answer(
            status: 200, contentType: type + "; charset=utf-8", bytes: Array(text.utf8), isForever: isForever)
    }

    /// The page with the notice and the script at the end of its body.
    /// - Parameter edited: where the page is edited; nothing where nobody edits.
    static func inject(
        _ notice: LivePreview.Notice?, build: String, into page: [UInt8], edited: EditingLinks? = nil
    ) -> [UInt8] {
        let style = notice == nil && edited == nil ? "" : "<link rel=\"stylesheet\" href=\"\(stylePath)\">"
        let markup =
            style + (edited.map(bar) ?? "") + (notice.map(panel) ?? "")
            + "<script src=\"\(scriptPath)\" data-build=\"\(build)\"></script>"
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

    /// Where a page leads to those who edit.
    struct EditingLinks {
        /// The form of the material that the page shows; nothing on other pages.
        let page: String?
        /// Where it is edited instead, in words; nothing where ``page`` is it, and of pages that are no materials.
        let elsewhere: String?
        /// Where a new material is made of that one.
        let adapting: String?
        /// Whether something was typed there that is not saved.
        let isUnsaved: Bool
        /// Whether a new one was begun and not saved.
        let hasBegun: Bool
        /// What is said of the save that led here; nothing where none did.
        let said: String?
        /// Where new ones begin.
        let desk: String
        let language: Language
    }

    private static func bar(_ links: EditingLinks) -> String {
        let isRussian = links.language.hasRussianMessages
        let (name, edit, new) =
            isRussian ? ("Правка", "Править", "Новый материал") : ("Editing", "Edit", "New material")
        let unsaved = isRussian ? "есть несохранённое" : "not all is saved"
        let begun = links.hasBegun ? " · <strong>\(isRussian ? "есть начатый" : "one is begun")</strong>" : ""
        let note = links.isUnsaved ? " · <strong>\(unsaved)</strong>" : ""
        return
            "<nav class=\"album-preview-edit\" lang=\"\(links.language.ofMessages.rawValue)\" aria-label=\"\(name)\">"
            + (links.said.map { "<span role=\"status\">✓ \(HTMLEscaping.html($0))</span>" } ?? "")
            + (links.elsewhere.map { "<span>\(HTMLEscaping.html($0))</span>" } ?? "")
            + (links.page.map { "<a href=\"\(HTMLEscaping.html($0))\">\(edit)\(note)</a>" } ?? "")
            + (links.adapting.map {
                "<a href=\"\(HTMLEscaping.html($0))\">\(isRussian ? "Адаптировать" : "Adapt")</a>"
            } ?? "")
            + "<a href=\"\(links.desk)\">\(new)\(begun)</a></nav>"
    }

    /// The page that waits for a site.
    static func emptyPage(_ language: Language) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language.ofMessages.rawValue)"><head><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width">\
        <title>\(language.hasRussianMessages ? "Сайта ещё нет" : "There is no site yet")</title></head>
        <body></body></html>

        """
    }

    /// Read out when the page is loaded; it takes no focus.
    ///
    /// The script shows the button, which is nothing without it.
    private static func panel(_ notice: LivePreview.Notice) -> String {
        "<div class=\"album-preview-notice\" role=\"alert\" lang=\"\(notice.language.ofMessages.rawValue)\">"
            + "<button type=\"button\" hidden>\(notice.language.hasRussianMessages ? "Закрыть" : "Close")</button>"
            + "<p>\(HTMLEscaping.html(notice.title))</p><pre>\(HTMLEscaping.html(notice.text))</pre></div>"
    }

    /// The panel is the last thing of the page and sticks to the window's lower edge, so that nothing lies under it when
    /// the page is scrolled to its end.
    private static let style = """
        .album-preview-notice { position: sticky; bottom: 0; z-index: 1000; max-height: 40vh; overflow: auto;
          box-sizing: border-box; padding: 0.75rem 1rem; border-top: 4px solid #b00020; background: #fff; color: #111;
          font: 1rem/1.4 sans-serif; text-align: start; }
        .album-preview-notice[hidden], .album-preview-notice button[hidden] { display: none; }
        .album-preview-notice button { float: inline-end; margin: 0 0 0.5rem 1rem; padding: 0.5rem 0.75rem;
          border: 1px solid #111; border-radius: 4px; background: #fff; color: #111; font: inherit; cursor: pointer; }
        .album-preview-notice p { margin: 0 0 0.5rem; font-weight: bold; }
        .album-preview-notice pre { margin: 0; padding: 0; border: 0; white-space: pre-wrap; overflow-wrap: anywhere;
          font: 0.875rem/1.4 monospace; background: none; color: inherit; }
        .album-preview-edit { position: sticky; inset-block-end: 0; z-index: 998; display: flex; flex-wrap: wrap;
          gap: 0.5rem; padding: 0.5rem 0.75rem; border-block-start: 1px solid #111; background: #fff; }
        @supports selector(:has(*)) {
          html:has(.album-preview-edit) { scroll-padding-bottom: 4rem; }
          html:has(.album-preview-notice:not([hidden])) { scroll-padding-bottom: 42vh; }
        }
        .album-preview-edit a { padding: 0.5rem 0.75rem; border: 1px solid #111; border-radius: 4px; background: #fff;
          color: #111; font: 1rem/1.2 sans-serif; text-decoration: none; }
        .album-preview-edit span { padding: 0.5rem 0; color: #111; font: 1rem/1.2 sans-serif; }
        .album-preview-edit span[role] { padding-inline: 0.75rem; color: #075e2b; font-weight: bold; }
        .album-preview-edit a:hover, .album-preview-edit a:focus-visible { background: #111; color: #fff; }
        @media print { .album-preview-notice, .album-preview-edit { display: none; } }

        """

    /// A tab in the background waits until it is looked at.
    ///
    /// A panel that was closed stays so on all pages of the tab
    /// until another build is shown.
    private static let script = """
        "use strict";
        (() => {
          const shown = document.currentScript.dataset.build;
          const panel = document.querySelector(".album-preview-notice");
          if (panel) {
            const closed = "album-preview-closed";
            const button = panel.querySelector("button");
            panel.hidden = sessionStorage.getItem(closed) === shown;
            button.hidden = false;
            button.addEventListener("click", () => {
              sessionStorage.setItem(closed, shown);
              panel.hidden = true;
            });
          }

          let isStale = false, isLeft = false;
          // A page that is on its way to another one would lose that way by loading itself.
          const renew = () => { if (isStale && !isLeft && !document.hidden) location.reload(); };
          window.addEventListener("beforeunload", () => {
            isLeft = true;
            // Where the way led to no page, to a file that is kept, this one is still read.
            setTimeout(() => { isLeft = false; renew(); }, 5000);
          });
          const channel = new BroadcastChannel("album-preview");
          channel.addEventListener("message", ({ data }) => {
            if (data.current === undefined) return;
            isStale = data.current !== shown;
            renew();
          });
          document.addEventListener("visibilitychange", renew);
          // A page that comes back with the browser's arrow has heard nothing meanwhile.
          const tell = () => channel.postMessage({ shown });
          window.addEventListener("pageshow", (event) => { if (event.persisted) tell(); });
          new SharedWorker("\(workerPath)");
          tell();
        })();

        """

    /// One worker asks for all tabs, since browsers open no more than six connections to a server.
    ///
    /// A tab tells it which build it shows, it tells the tabs which one is current. When the server does not answer it asks
    /// again at growing intervals.
    private static let worker = """
        "use strict";
        const shortestPause = 250, longestPause = 10000;
        const channel = new BroadcastChannel("album-preview");
        let known = "";  // nothing: the server answers at once
        let request = new AbortController();
        let wake = () => {};

        channel.addEventListener("message", ({ data }) => {
          if (data.shown === undefined || data.shown === known) return;
          known = "";
          request.abort();
          wake();
        });

        async function ask() {
          request = new AbortController();
          const answer = await fetch("\(nextBuildPath)" + known, { signal: request.signal });
          if (!answer.ok) throw new Error(answer.statusText);
          known = await answer.text();
          channel.postMessage({ current: known });
        }

        async function watch() {
          let pause = shortestPause;
          for (;;) {
            try {
              await ask();
              pause = shortestPause;
            } catch {
              if (request.signal.aborted) continue;
              await new Promise((resolve) => { wake = resolve; setTimeout(resolve, pause); });
              pause = Math.min(2 * pause, longestPause);
            }
          }
        }

        watch();

        """
}

import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

extension ServingTests {
    /// `album serve` from outside: the program, a client, files that change.
    @Suite struct ChangeTests {
        @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
        func draftsAndFaultsAreShownAndNothingIsWritten(signal: Int32) throws {
            let folder = try TemporaryFolder.withNewSite()
            try folder.write(
                "---\ntitle: Тайна\nsummary: с\ndraft: да\n---\nТекст\n", to: "site/content/practices/taina.md")
            try folder.write(
                "---\ntitle: Ошибка\nsummary: с\n---\n[[propazha]]\n", to: "site/content/practices/oshibka.md")
            let before = try folder.files(below: "site")
            // But for where it shows the site, see `album receive`.
            func written() throws -> [String] {
                try folder.files(below: "site").filter { $0 != ".album-work/server" && $0 != ".album-work/.gitignore" }
            }
            let served = try ServedSite(folder, "site")
            #expect(try served.get("/practices/taina.html").body.contains("Это черновик"))
            #expect(
                try served.get("/practices/oshibka.html").body.withoutBreaks.contains("материал «propazha» не найден"))
            #expect(try written() == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("tmp")) == [])
            #expect(try Program.run(["pack", "--root", "site", "--output", "a.zip"], in: folder.path).status == 4)
            #expect(try served.stop(signal) == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("tmp")) == [])
            #expect(try written() == before)
            #expect(!folder.contains("a.zip"))
        }

        @Test func whatStandsInPublicIsLeftAsItWasBuilt() throws {
            let folder = try TemporaryFolder.withNewSite()
            #expect(try Program.run(["build", "--root", "site"], in: folder.path).status == 0)
            let before = try folder.texts(below: "site/public")
            let served = try ServedSite(folder, "site")
            try folder.write(
                "---\ntitle: Тайна\nsummary: с\ndraft: да\n---\nТекст\n", to: "site/content/practices/taina.md")
            #expect(try served.wait(for: "/practices/taina.html") { $0.status == 200 } == nil)
            #expect(try served.stop() == 0)
            #expect(try folder.texts(below: "site/public") == before)
            #expect(try Program.run(["pack", "--root", "site", "--output", "a.zip"], in: folder.path).status == 0)
        }

        /// Albums among the roots of a common site lie beside its own content.
        @Test func changesInTheAlbumsOfACommonSiteAreShown() throws {
            let folder = try ReceiveRootsTests.country()
            let served = try ServedSite(folder, "strana")
            let page = "/omskaia-oblast/practices/novaia.html"
            try folder.write(
                "---\ntitle: Новая\nsummary: О чём.\nmunicipalities: [Тарский МР]\n---\n\n## Цель\n\nТекст.\n",
                to: "strana/regions/omsk/content/practices/novaia.md")
            #expect(try served.wait(for: page) { $0.status == 200 } == nil)
            // An album that is named while the site is served is watched too.
            let album = try folder.text("strana/album.yml")
            try folder.write(
                album.replacing("roots:\n", with: "roots:\n  - {folder: more, id: more, region: omskaia-oblast}\n"),
                to: "strana/album.yml")
            try folder.write(
                "---\ntitle: Ещё\nsummary: О чём.\n---\n\n## Цель\n\nТекст.\n",
                to: "strana/more/content/practices/eshche.md")
            #expect(try served.wait(for: "/more/practices/eshche.html") { $0.status == 200 } == nil)
            try folder.write(
                "---\ntitle: Ещё раз\nsummary: О чём.\n---\n\n## Цель\n\nТекст.\n",
                to: "strana/more/content/practices/eshche.md")
            #expect(try served.wait(for: "/more/practices/eshche.html") { $0.body.contains("Ещё раз") } == nil)
        }

        @Test func everyAddressOfTheBuiltSiteIsServedWithItsBytesButForWhatThePreviewAdds() throws {
            let folder = try TemporaryFolder()
            let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            for name in ["album.yml", "content"] {
                try FileManager.default.copyItem(
                    atPath: repository.appendingPathComponent(name).path, toPath: folder.path(name))
            }
            let build = try Program.run(["build", "--lenient", "--drafts", "--output", "built"], in: folder.path)
            #expect(build.status == 0, "\(build.messages)")
            let served = try ServedSite(folder, ".")
            let bar =
                #"<link rel="stylesheet" href="/\.album-preview/notice\.[0-9a-f]+\.css"><nav class="album-preview-edit"[^\n]*</nav>"#
            let script = try Regex(
                bar + #"<script src="/\.album-preview/reload\.[0-9a-f]+\.js" data-build="[a-z0-9]+-1"></script>"#)
            var count = 0
            for path in try folder.files(below: "built") {
                let address = try #require(path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed))
                let answer = try served.get("/" + address)
                let body = path.hasSuffix(".html") ? answer.body.replacing(script, with: "") : answer.body
                let isSame = try body == folder.text("built/" + path)
                #expect(answer.status == 200 && isSame, "\(path)")
                count += 1
            }
            #expect(count > 300)
            #expect(try served.stop() == 0)
        }

        @Test func aPageOfARootSaysInWhichAlbumItIsEdited() throws {
            let folder = try TemporaryFolder.withNewSite()
            try folder.write(
                try folder.text("site/album.yml").replacing("language: ru", with: "language: tt")
                    + "\nroots: [{folder: regions/perm}]\n",
                to: "site/album.yml")
            try folder.write(
                "---\ntitle: Квест\nsummary: с\n---\nТекст\n", to: "site/regions/perm/practices/kvest.md")
            let served = try ServedSite(folder, "site")
            let page = try served.get("/perm/practices/kvest.html")
            #expect(
                page.body.contains("<span>Эту страницу правят в альбоме «perm»: album serve --root regions/perm</span>")
            )
            // Editors are told in Russian on a Tatar site too.
            #expect(page.body.contains(">Новый материал<") && !page.body.contains(">Править"))
            #expect(try !served.get("/").body.contains("Правят в альбоме"))
            #expect(try served.stop() == 0)
        }

        // MARK: Changes

        @Test func aChangeOfEverySourceIsShown() throws {
            let folder = try TemporaryFolder.withNewSite()
            let served = try ServedSite(folder, "site")
            try folder.write(
                "---\ntitle: Новая\nsummary: с\nattachments: [list.pdf]\n---\nТекст\n",
                to: "site/content/practices/novaia.md")
            try folder.write("%PDF-1.4 один", to: "site/content/practices/list.pdf")
            #expect(try served.wait(for: "/practices/list.pdf") { $0.body.hasSuffix("один") } == nil)
            try folder.write("%PDF-1.4 два и три", to: "site/content/practices/list.pdf")
            #expect(try served.wait(for: "/practices/list.pdf") { $0.body.hasSuffix("три") } == nil)
            try folder.remove("site/content/practices/novaia.md")
            try folder.remove("site/content/practices/list.pdf")
            #expect(try served.wait(for: "/practices/novaia.html") { $0.status == 404 } == nil)

            let title = try #require(try folder.text("site/album.yml").firstMatch(of: /(?m)^title: .*$/)).output
            try folder.replace(String(title), with: "title: Другое имя", in: "site/album.yml")
            #expect(try served.wait(for: "/") { $0.body.contains("Другое имя") } == nil)

            try folder.replace(
                "name: Знание", with: "name: Иное направление, aliases: [Знание]", in: SiteOfTest.directions)
            #expect(try served.wait(for: "/directions/") { $0.body.withoutBreaks.contains("Иное направление") } == nil)

            let kind = try #require(try folder.files(below: "site/content/kinds").first { $0.hasPrefix("practice") })
            let kindTitle = try #require(
                try folder.text("site/content/kinds/\(kind)").firstMatch(of: /(?m)^title: .*$/)
            ).output
            try folder.replace(String(kindTitle), with: "title: Опыт школ", in: "site/content/kinds/\(kind)")
            #expect(try served.wait(for: "/practices/") { $0.body.contains("Опыт школ") } == nil)

            try folder.write(
                "<li class=\"own\">{{title}}</li>\n", to: "site/themes/album/templates/partials/card.mustache")
            #expect(try served.wait(for: "/practices/") { $0.body.contains("<li class=\"own\">") } == nil)
            #expect(try served.stop() == 0)
        }

        @Test func aChangeOfTheThemeBesideTheProgramIsShown() throws {
            let folder = try TemporaryFolder.withNewSite()
            let theme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("../../themes").standardized
            for folders in ["bin", "share/album"] {
                try FileManager.default.createDirectory(
                    atPath: folder.path(folders), withIntermediateDirectories: true)
            }
            try FileManager.default.copyItem(atPath: theme.path, toPath: folder.path("share/album/themes"))
            try FileManager.default.copyItem(
                atPath: #require(Program.path, "swift build makes the program"), toPath: folder.path("bin/album"))
            let served = try ServedSite(folder, "site", program: "bin/album")
            try folder.write(
                "<li class=\"own\">{{title}}</li>\n",
                to: "share/album/themes/album/templates/partials/card.mustache")
            #expect(try served.wait(for: "/practices/") { $0.body.contains("<li class=\"own\">") } == nil)
            #expect(try served.stop() == 0)
        }

        @Test func anotherFileOfTheSameSizeAndDateIsNoticed() throws {
            let folder = try TemporaryFolder.withNewSite()
            let path = folder.path(SiteOfTest.practice)
            let text = try folder.text(SiteOfTest.practice)
            let date = try #require(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
            let title = try #require(text.firstMatch(of: /title: (.*)/)).output.1
            let other = String(title.reversed())
            let served = try ServedSite(folder, "site")
            try folder.write(text.replacing(title, with: other), to: "copy.md")
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: folder.path("copy.md"))
            try #require(rename(folder.path("copy.md"), path) == 0)
            #expect(try served.wait(for: "/practices/pervaia-praktika.html") { $0.body.contains(other) } == nil)
            // In place too: the same file, size and date.
            try folder.write(text, to: SiteOfTest.practice)
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
            #expect(try served.wait(for: "/practices/pervaia-praktika.html") { $0.body.contains(title) } == nil)
            #expect(try served.stop() == 0)
        }

        /// A user of one's own, for whom limits can be set, is not to be had on every machine.
        private static let mayHaveLimits: Bool = {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["unshare", "-r", "test", "-w", "/proc/sys/user/max_inotify_watches"]
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationStatus == 0
        }()

        @Test(.enabled(if: mayHaveLimits)) func whereFoldersCannotBeWatchedFilesAreLookedAt() throws {
            let folder = try TemporaryFolder.withNewSite()
            let program = try #require(Program.path, "swift build makes the program")
            try folder.write(
                """
                #!/bin/sh
                exec unshare -r sh -c 'echo 3 >/proc/sys/user/max_inotify_watches && exec "$0" "$@"' "\(program)" "$@" --verbose
                """, to: "limited")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: folder.path("limited"))
            let served = try ServedSite(folder, "site", program: "limited")
            #expect(try served.messages().contains("fs.inotify.max_user_watches"))
            try folder.write(folder.text(SiteOfTest.practice) + "\nЕщё.\n", to: SiteOfTest.practice)
            #expect(
                try served.wait(for: "/practices/pervaia-praktika.html") { $0.body.contains("Ещё.") } == nil)
            #expect(try served.stop() == 0)
        }

        @Test func editsThatNeverPauseStillGetABuild() throws {
            let folder = try TemporaryFolder.withNewSite()
            let served = try ServedSite(folder, "site")
            let end = Date(timeIntervalSinceNow: 60)
            var count = 0
            var isSeen = false
            while !isSeen, Date() < end {
                count += 1
                try folder.write(
                    "---\ntitle: Правка\nsummary: с\n---\nПравка номер \(count)\n",
                    to: "site/content/practices/pravka.md")
                usleep(50_000)
                if count % 10 == 0 { isSeen = try served.get("/practices/pravka.html").status == 200 }
            }
            #expect(isSeen, "no build in \(count) edits")
            #expect(try served.stop() == 0)
        }
    }
}

import TestSupport
import Testing

/// `album receive` in a site of several albums: what is sent in goes where its places are.
@Suite struct ReceiveRootsTests {
    /// `strana` of two albums in `strana/regions`, as `album init` makes them.
    static func country() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, region, places) in [
            ("perm", "Пермский край", "Пермский ГО\nЛенинский МР\n"),
            ("omsk", "Омская область", "Тарский МР\nЛенинский МР\n"),
        ] {
            let run = try Program.run(
                [
                    "init", "strana/regions/\(name)", "--region", region, "--directions", "nine", "--municipalities",
                    "-",
                ], in: folder.path, input: places)
            #expect(run.status == 0, "\(run.messages)")
        }
        let run = try Program.run(
            ["init", "strana", "--roots", "strana/regions/perm,strana/regions/omsk", "--region", "Альбом страны"],
            in: folder.path)
        #expect(run.status == 0, "\(run.messages)")
        return folder
    }

    private func sent(_ fields: String, body: String = "## Цель\n\nИскать.") -> String {
        "---\nkind: practice\ntitle: \"Квест\"\nsummary: \"Ищут.\"\n\(fields)\ndate: \"2024\"\n---\n\n\(body)\n"
    }

    private func receive(_ text: String, _ folder: TemporaryFolder, further: [String] = []) throws -> Program.Run {
        try folder.write(text, to: "квест.md")
        return try Program.run(["receive", "квест.md", "--root", "strana"] + further, in: folder.path)
    }

    /// What `album check` says of the album by itself.
    private func check(_ root: String, _ folder: TemporaryFolder) throws -> String {
        try Program.run(["check", "--root", root], in: folder.path).messages
    }

    @Test func aMaterialOfAnAlbumsPlaceLiesInThatAlbum() throws {
        let folder = try Self.country()
        let run = try receive(sent("municipalities: [Тарский МР]"), folder)
        let path = "regions/\(Self.omsk)/content/practices/kvest.md"
        #expect(run.status == 0 && run.output == path + "\n", "\(run.output)\(run.messages)")
        #expect(try folder.text("strana/" + path).contains("Тарский МР"))
        #expect(try folder.files(below: "strana/content").allSatisfy { !$0.hasSuffix("kvest.md") })
        #expect(run.messages.contains("альбома «omskaia-oblast»"), "\(run.messages)")
        #expect(run.messages.contains("album serve --root strana/regions/omsk"), "\(run.messages)")
        #expect(run.messages.contains("/_edit/material/practices/kvest "), "\(run.messages)")
        // The very same is known, wherever it lies.
        let again = try receive(sent("municipalities: [Тарский МР]"), folder)
        #expect(again.output == "" && again.messages.contains("открыт как \(path)"), "\(again.messages)")
    }

    private static let omsk = "omsk"

    @Test func aPlaceOfTwoNamesakesIsCalledAsItsAlbumCallsIt() throws {
        let folder = try Self.country()
        let run = try receive(sent("municipalities: [omskaia-oblast.leninskii-mr]"), folder)
        #expect(run.output == "regions/omsk/content/practices/kvest.md\n", "\(run.messages)")
        let text = try folder.text("strana/regions/omsk/content/practices/kvest.md")
        #expect(text.contains("municipalities: [leninskii-mr]"), "\(text)")
        let told = try check("strana/regions/omsk", folder)
        #expect(!told.contains("leninskii-mr"), "\(told)")
    }

    @Test func whatIsForAMaterialOfAnAlbumLiesThere() throws {
        let folder = try Self.country()
        try folder.write(
            "---\ntitle: Игра\nsummary: Ищут\n---\n\n## Цель\n\nИскать.\n",
            to: "strana/regions/perm/content/practices/igra.md")
        let run = try receive(
            sent("", body: "К материалу [[permskii-krai/practices/igra]].\n\n## Цель\n\nИскать."), folder)
        #expect(run.output == "regions/perm/content/practices/kvest.md\n", "\(run.messages)")
        #expect(
            try folder.text("strana/regions/perm/content/practices/kvest.md").contains("К материалу [[practices/igra]]")
        )
        #expect(run.messages.contains("/_edit/joining/practices/kvest"), "\(run.messages)")
    }

    @Test func whatBelongsToNoAlbumOrSeveralIsTheSitesAndSaysSo() throws {
        let folder = try Self.country()
        for fields in ["", "municipalities: [Тарский МР, Пермский ГО]"] {
            let run = try receive(sent(fields), folder, further: ["--dry-run"])
            #expect(run.messages.contains("→ content/practices/kvest.md"), "\(run.messages)")
            #expect(run.messages.contains("в общих материалах сайта"), "\(run.messages)")
        }
    }
}

import Diagnostics
import Languages

/// What came of a file: how much of each thing, and everything that is otherwise.
package struct ImportReport: Sendable, Hashable {
    /// How much of a thing the source has, and how much of it came.
    package struct Count: Sendable, Hashable {
        package let name: Bilingual
        package let source: Int
        package let taken: Int
        /// What those that came are made of.
        package var parts: Told?
    }

    /// Things that the source has.
    package internal(set) var counts: [Count] = []
    /// What came of each table.
    package internal(set) var outcomes: [TableOutcome] = []
    /// In the order of the source where it is known.
    package internal(set) var losses: [Loss] = []
    /// What could come in besides, or otherwise.
    package internal(set) var offers: [ImportOffer] = []
    /// Words that are in the material and not among those found, or the other way about: none, if all adds up.
    package internal(set) var wordDifference = 0

    /// Where the title comes from; nothing where that is told as a row above a table.
    package internal(set) var titleOrigin: TitleOrigin?
    /// What stood above the title and begins the text.
    package internal(set) var linesAboveTitle: [String] = []

    /// What is not in the material.
    package var lost: [Loss] { losses.filter { !$0.sort.isKept } }
    /// What is in it otherwise than in the source.
    package var changed: [Loss] { losses.filter(\.sort.isKept) }

    /// How much came, in the fewest words: «12 строк, 11 сроков, 1 без года»; nothing where no table did.
    package func short(_ language: Language) -> String {
        // In a document the table is one thing of many: it is named.
        let isBook = counts.contains { $0.name == ImportOutcome.sheets }
        return isBook && outcomes.count == 1 && !outcomes[0].isPlain
            ? outcomes[0].short(language) : outcomes.map { $0.line(language) }.joined(separator: "; ")
    }

    /// What somebody should look at next: first what is hidden in the source and was left there.
    ///
    /// - Parameter areRowsPlaced: whether the tables are in a text as they came: then it is told which of their rows are no
    ///   records.
    package func checks(_ language: Language, areRowsPlaced: Bool = true) -> [String] {
        let losses = losses.filter(\.sort.isToCheck)
        var lines = Self.lines(of: losses.filter(\.sort.isLeftUnasked), language)
        lines += Self.lines(of: losses.filter { $0.sort == .shownHidden }, language)
        lines += outcomes.flatMap { $0.checks(language, areRowsPlaced: areRowsPlaced) }
        let rest = losses.filter { !$0.sort.isLeftUnasked && $0.sort != .shownHidden }
        lines += Self.lines(of: rest.filter { !$0.sort.isKept }, language)
        lines += Self.lines(of: rest.filter(\.sort.isKept), language)
        if let titleOrigin, titleOrigin == .fileName { lines.append(titleOrigin.text(language)) }
        if !linesAboveTitle.isEmpty {
            lines.append(ImportOutcome.aboveTitle.text(language, [TableOutcome.list(linesAboveTitle, language)]))
        }
        if wordDifference != 0 { lines.append(ImportOutcome.wordsDiffer.text(language, [String(wordDifference)])) }
        return lines
    }

    /// All that the source has and what came of it, with what is otherwise and needs no look.
    package func details(_ language: Language) -> [String] {
        let sums = counts.filter { $0.source > 0 || $0.taken > 0 }.map { count in
            let left = count.source - count.taken
            return ImportOutcome.count.text(
                language, [count.name.text(language), String(count.source), String(count.taken)])
                + (count.parts?.text(language) ?? "")
                + (left > 0 ? ImportOutcome.lostOfThem.text(language, [String(left)]) : "")
        }
        let origin = titleOrigin.flatMap { $0 == .fileName ? nil : $0.text(language) }.map { [$0] } ?? []
        return origin + sums + Self.lines(of: losses.filter { !$0.sort.isToCheck }, language)
    }

    /// All of it in lines.
    package func lines(_ language: Language) -> [String] {
        let details = details(language)
        return outcomes.map { $0.line(language) } + checks(language)
            + (details.isEmpty ? [] : [ImportOutcome.details.text(language) + ":"]) + details
    }

    /// What is otherwise than in the source, a sentence for each sort: «цвет не перенесён, текст остался (3)».
    package func summary(_ language: Language) -> [String] {
        LossSort.allCases.compactMap { sort in
            let own = losses.filter { $0.sort == sort }
            // That numbers are no data is nothing that a paste has changed.
            guard !own.isEmpty, sort != .rowNumbers else { return nil }
            let names = own.map(\.text).joined(separator: language.hasRussianMessages ? "», «" : "\", \"")
            return sort.wording.text(language, [names]) + (own.count > 1 ? " (\(own.count))" : "")
        }
    }

    /// The same, each place in a line.
    package func places(_ language: Language) -> [String] { Self.lines(of: losses, language) }

    /// So many places of one sort are told one by one.
    private static let mostPlaces = 20

    private static func lines(of losses: [Loss], _ language: Language) -> [String] {
        var counts: [LossSort: Int] = [:]
        var lines: [String] = []
        for loss in losses {
            counts[loss.sort, default: 0] += 1
            if counts[loss.sort, default: 0] <= mostPlaces { lines.append(loss.line(language)) }
        }
        for sort in LossSort.allCases {
            guard let count = counts[sort], count > mostPlaces else { continue }
            let name = sort.wording.text(language)
            lines.append(ImportOutcome.more.text(language, [name, String(count - mostPlaces)]))
        }
        return lines
    }

    mutating func count(_ name: Bilingual, _ source: Int, _ taken: Int, parts: Told? = nil) {
        counts.append(Count(name: name, source: source, taken: taken, parts: parts))
    }

    /// Offers rows for each year instead of columns where that is not certain, and to keep the columns where it is.
    mutating func offerYears(_ options: ImportOptions) {
        for (isCertain, choice, wording) in [
            (false, ImportChoice.years, ImportOutcome.offerYears), (true, .wide, ImportOutcome.offerWide),
        ] {
            let own = outcomes.compactMap(\.years).filter { $0.isCertain == isCertain }
            guard let first = own.first else { continue }
            let told = Told(wording, first.names.joined(separator: ", "))
            offers.append(ImportOffer(choice: choice, told: told, isTaken: first.isTurned != isCertain))
        }
    }

    /// Offers to put the text of merged cells into each of them.
    mutating func offerMerged(isTaken: Bool) {
        let count = outcomes.reduce(0) { $0 + $1.mergeCount }
        guard count > 0 else { return }
        let cells = outcomes.reduce(0) { $0 + $1.emptiedCellCount }
        func label(_ language: Language) -> String {
            let counted = [(ImportOutcome.blocks, count), (ImportOutcome.emptyCells, cells)].map { forms, number in
                forms[language]?.counted(number, language) ?? String(number)
            }
            return ImportOutcome.offerMerged.text(language, counted)
        }
        let told = Told(Bilingual(ru: label(.ru), en: label(.en)))
        offers.append(ImportOffer(choice: .merged, told: told, isTaken: isTaken))
    }
}

extension ImportReport {
    /// Of a document.
    init(_ audit: LossAudit, _ composer: DocumentComposer) {
        let census = audit.census
        let writer = composer.writer
        outcomes = composer.outcomes
        // What the writer told of pictures and formulas has a better place than the count.
        losses = audit.losses + composer.losses
        tellMissing(.picture, census.pictureCount - writer.pictureCount - told([.picture, .outerPicture]))
        tellMissing(.footnote, census.noteCount - writer.noteCount - told([.footnote]))
        count(ImportOutcome.words, audit.wordCount, audit.foundWordCount)
        count(ImportOutcome.tables, census.tableCount, composer.tableCount)
        count(ImportOutcome.pictures, census.pictureCount, writer.pictureCount)
        count(ImportOutcome.footnotes, census.noteCount, writer.noteCount)
        count(ImportOutcome.comments, told([.comment]), 0)
        count(ImportOutcome.insertions, told([.insertion]), told([.insertion]))
        count(ImportOutcome.deletions, told([.deletion]), 0)
        count(ImportOutcome.colours, told([.colour]), 0)
        let boxes = census.passages.count { $0.sort == .textBox }
        count(ImportOutcome.textBoxes, boxes, boxes - told([.textBox]))
        count(ImportOutcome.margins, told([.header, .footer]), 0)
        count(ImportOutcome.charts, told([.chart]) + census.things.count { $0.sort == .smartArt }, 0)
        count(ImportOutcome.objects, told([.embedded]), 0)
        wordDifference = PlainWords.count(writer.plain) - audit.foundWordCount
        offerYears(composer.options)
        offerMerged(isTaken: composer.options.fillsMerged)
    }

    private func told(_ sorts: Set<LossSort>) -> Int { losses.count { sorts.contains($0.sort) } }

    private mutating func tellMissing(_ sort: LossSort, _ number: Int) {
        guard number > 0 else { return }
        losses += (0..<number).map { _ in Loss(sort, Told(ImportPlace.document)) }
    }

    /// Of a workbook.
    init(_ workbook: Workbook, _ composer: WorkbookComposer) {
        outcomes = composer.outcomes
        losses = composer.losses
        offers = composer.offers
        offerYears(composer.options)
        offerMerged(isTaken: composer.options.fillsMerged)
        var census = SourceCensus()
        for sheet in composer.sheets {
            for row in sheet.rows {
                let place = Told(ImportPlace.sheetRow, sheet.name, String(row.number))
                for cell in row.cells { census.add(.body, place, cell.text) }
            }
        }
        let audit = LossAudit(census, plain: composer.plain)
        losses += audit.losses
        let sheets = workbook.sheets.filter { !$0.rows.isEmpty }
        count(ImportOutcome.sheets, sheets.count, composer.sheets.count)
        let (records, others) = outcomes.reduce((0, 0)) { ($0.0 + $1.sourceRowCount, $0.1 + $1.sourceOtherCount) }
        let heads = composer.rowCount - records - others
        count(
            ImportOutcome.rowsOfTables, sheets.reduce(0) { $0 + $1.rows.count }, composer.rowCount,
            parts: Told(ImportOutcome.rowParts, String(records), String(others), String(heads)))
        func words(_ sheets: [Workbook.Sheet]) -> Int {
            sheets.flatMap(\.rows).flatMap(\.cells).reduce(0) { $0 + PlainWords.count($1.text) }
        }
        let beside = workbook.sheets.flatMap { $0.comments.map(\.text) + $0.drawings.map(\.text) }
        let left = words(sheets) - words(composer.sheets) + beside.reduce(0) { $0 + PlainWords.count($1) }
        count(ImportOutcome.words, audit.wordCount + left, audit.foundWordCount)
        count(ImportOutcome.comments, workbook.sheets.reduce(0) { $0 + $1.comments.count }, 0)
        let drawings = workbook.sheets.flatMap(\.drawings)
        count(ImportOutcome.pictures, drawings.count { $0.sort == .picture }, 0)
        count(ImportOutcome.charts, drawings.count { $0.sort == .chart }, 0)
        count(ImportOutcome.textBoxes, drawings.count { $0.sort == .textBox }, 0)
        count(ImportOutcome.colours, workbook.sheets.reduce(0) { $0 + $1.colouredCells.count }, 0)
    }
}

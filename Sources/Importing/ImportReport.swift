import Diagnostics
import Languages

/// What came of a file: how much of each thing, and everything that is otherwise.
package struct ImportReport: Sendable, Hashable {
    /// How much of a thing the source has, and how much of it came.
    package struct Count: Sendable, Hashable {
        package let name: Bilingual
        package let source: Int
        package let taken: Int
    }

    /// Things that the source has.
    package internal(set) var counts: [Count] = []
    /// What came of each table.
    package internal(set) var outcomes: [TableOutcome] = []
    /// In the order of the source where it is known.
    package internal(set) var losses: [Loss] = []
    /// Words that are in the material and not among those found, or the other way about: none, if all adds up.
    package internal(set) var wordDifference = 0

    /// What is not in the material.
    package var lost: [Loss] { losses.filter { !$0.sort.isKept } }
    /// What is in it otherwise than in the source.
    package var changed: [Loss] { losses.filter(\.sort.isKept) }

    /// All of it in lines.
    package func lines(_ language: Language) -> [String] {
        var lines = outcomes.map { $0.line(language) }
        lines += counts.filter { $0.source > 0 || $0.taken > 0 }.map { count in
            let left = count.source - count.taken
            return ImportOutcome.count.text(
                language, [count.name.text(language), String(count.source), String(count.taken)])
                + (left > 0 ? ImportOutcome.lostOfThem.text(language, [String(left)]) : "")
        }
        if wordDifference != 0 { lines.append(ImportOutcome.wordsDiffer.text(language, [String(wordDifference)])) }
        return lines + Self.lines(of: lost, language) + Self.lines(of: changed, language)
    }

    /// What is otherwise than in the source, a sentence for each sort: «цвет не перенесён, текст остался (3)».
    package func summary(_ language: Language) -> [String] {
        LossSort.allCases.compactMap { sort in
            let count = losses.count { $0.sort == sort }
            guard count > 0 else { return nil }
            return sort.wording.text(language) + (count > 1 ? " (\(count))" : "")
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

    mutating func count(_ name: Bilingual, _ source: Int, _ taken: Int) {
        counts.append(Count(name: name, source: source, taken: taken))
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
        var census = SourceCensus()
        let sheets = workbook.sheets.filter { !$0.rows.isEmpty }
        for sheet in sheets where !sheet.isHidden {
            for row in sheet.rows {
                let place = Told(ImportPlace.sheetRow, sheet.name, String(row.number))
                for cell in row.cells { census.add(.body, place, cell.text) }
            }
        }
        let audit = LossAudit(census, plain: composer.plain)
        losses += audit.losses
        count(ImportOutcome.sheets, sheets.count, sheets.count { !$0.isHidden })
        count(ImportOutcome.rowsOfTables, sheets.reduce(0) { $0 + $1.rows.count }, composer.rowCount)
        let unseen = sheets.filter(\.isHidden).flatMap(\.rows).flatMap(\.cells).map(\.text)
        let beside = workbook.sheets.flatMap { $0.comments.map(\.text) + $0.drawings.map(\.text) }
        let left = (unseen + beside).reduce(0) { $0 + PlainWords.count($1) }
        count(ImportOutcome.words, audit.wordCount + left, audit.foundWordCount)
        count(ImportOutcome.comments, workbook.sheets.reduce(0) { $0 + $1.comments.count }, 0)
        let drawings = workbook.sheets.flatMap(\.drawings)
        count(ImportOutcome.pictures, drawings.count { $0.sort == .picture }, 0)
        count(ImportOutcome.charts, drawings.count { $0.sort == .chart }, 0)
        count(ImportOutcome.textBoxes, drawings.count { $0.sort == .textBox }, 0)
        count(ImportOutcome.colours, workbook.sheets.reduce(0) { $0 + $1.colouredCells.count }, 0)
    }
}

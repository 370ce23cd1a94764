import Languages

/// Days as texts and queries write them: «28.06.2023», «28.06.23», «28/06/2023», «28 июня 2023».
///
/// The index has a term for each, `2023-06-28`, so that a day is found however it is written. The browser's client knows
/// days in queries the same way.
struct Days {
    /// Genitives of the months; folded they are the same.
    static let months = MonthNames.genitive.map { Array($0.utf8) }

    /// What a chunk may be of a day.
    private enum Piece: Equatable {
        case numbers([Int])
        case month(Int)
        case other
    }

    /// The last chunks, the latest behind: what they are and where they stand.
    private var recent: [(piece: Piece, source: Range<Int>)] = []

    /// The term of a day; nil where there is no such day.
    static func term(day: Int, month: Int, year: Int) -> [UInt8]? {
        let year = year < 100 ? 2000 + year : year
        guard (1...31).contains(day), (1...12).contains(month), (1000...9999).contains(year) else { return nil }
        return Array("\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)".utf8)
    }

    /// Whether a chunk can neither begin a day nor go on with one: then it need not be taken.
    @inline(__always)
    func isIdle(before chunk: borrowing WordScanner.Chunk) -> Bool {
        let head = chunk.bytes[0]
        return recent.isEmpty && !(head >= 0x30 && head <= 0x39)
    }

    /// Takes the next chunk of a text; returns the terms of the days that end with it.
    mutating func next(_ chunk: borrowing WordScanner.Chunk, in text: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
        if isIdle(before: chunk) { return [] }
        let piece = Self.piece(chunk)
        if piece == .other {
            recent.removeAll(keepingCapacity: true)
            return []
        }
        recent.append((piece, chunk.source))
        if case .numbers(let numbers) = piece, numbers.count == 3 {
            return [Self.term(day: numbers[0], month: numbers[1], year: numbers[2])].compactMap(\.self)
        }
        if recent.count > 3 { recent.removeFirst() }
        return recent.count == 3 ? days(in: text) : []
    }

    private func days(in text: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
        guard case .numbers(let days) = recent[0].piece, case .numbers(let years) = recent[2].piece, years.count == 1
        else { return [] }
        switch recent[1].piece {
        case .month(let month):
            guard years[0] > 999 else { return [] }
            return days.compactMap { Self.term(day: $0, month: month, year: years[0]) }
        case .numbers(let months):
            let gaps = zip(recent, recent.dropFirst()).map { $0.source.upperBound..<$1.source.lowerBound }
            guard days.count == 1, months.count == 1, gaps.allSatisfy({ $0.count == 1 && text[$0.lowerBound] == 0x2E })
            else { return [] }
            return [Self.term(day: days[0], month: months[0], year: years[0])].compactMap(\.self)
        case .other: return []
        }
    }

    /// Numbers of one, two or four digits, or a month.
    private static func piece(_ chunk: borrowing WordScanner.Chunk) -> Piece {
        let bytes = chunk.bytes
        guard bytes[0] >= 0x30, bytes[0] <= 0x39 else {
            return months.firstIndex { bytes.elementsEqual($0) }.map { .month($0 + 1) } ?? .other
        }
        var numbers: [Int] = []
        chunk.forEachPart { numbers.append(number($0) ?? -1) }
        return numbers.contains(-1) ? .other : .numbers(numbers)
    }

    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard [1, 2, 4].contains(digits.count), digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    // MARK: Queries

    /// The day that runs of a query are: one in figures, or a day, a month and a year; with what is said after it.
    ///
    /// A slash or a hyphen may stand for the point, for both: «9/02-21» is a number.
    static func read(_ runs: some Collection<Substring.UnicodeScalarView>) -> (term: [UInt8], runs: Int)? {
        let runs = runs.prefix(4).map { String($0) }
        guard let first = runs.first else { return nil }
        if let term = inFigures(first) { return (term, 1) }
        guard runs.count > 2, let day = number(first.utf8), day < 32 else { return nil }
        let month = FoldedWords.wholes(of: runs[1]).first.flatMap { months.firstIndex(of: $0) }
        guard let month, let year = number(withoutSigns(runs[2]).utf8), year > 999,
            let term = term(day: day, month: month + 1, year: year)
        else { return nil }
        return (term, runs.count > 3 && ["г", "года"].contains(withoutSigns(runs[3])) ? 4 : 3)
    }

    private static func inFigures(_ run: String) -> [UInt8]? {
        let parts = withoutSigns(run).utf8.split(omittingEmptySubsequences: false) { $0 >= 0x2D && $0 <= 0x2F }
        let numbers = parts.compactMap { number($0) }
        let signs = withoutSigns(run).utf8.filter { $0 >= 0x2D && $0 <= 0x2F }
        guard parts.count == 3, numbers.count == 3, parts[0].count < 3, parts[1].count < 3, parts[2].count > 1,
            signs[0] == signs[1]
        else { return nil }
        return term(day: numbers[0], month: numbers[1], year: numbers[2])
    }

    /// Without the marks that end a sentence or a part of one.
    static func withoutSigns(_ run: String) -> String {
        var scalars = run.unicodeScalars
        while let last = scalars.last, ",.;:!?)".unicodeScalars.contains(last) { scalars.removeLast() }
        return String(scalars)
    }

    /// How texts may write the day of a term: what is marked in them.
    static func writings(of term: [UInt8]) -> [[[UInt8]]] {
        let (year, month, day) = (Array(term[0..<4]), Array(term[5..<7]), Array(term[8..<10]))
        let days = day[0] == 0x30 ? [day, [day[1]]] : [day]
        let name = months[(Int(month[0]) - 0x30) * 10 + Int(month[1]) - 0x31]
        let figures = month[0] == 0x30 ? [month, [month[1]]] : [month]
        return days.flatMap { day in
            [[day, name, year]] + figures.flatMap { [[day, $0, year], [day, $0, Array(year.suffix(2))]] }
        }
    }
}

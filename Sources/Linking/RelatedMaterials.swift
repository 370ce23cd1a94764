/// Finds for each material those nearest to it: by the entries of axes they share, the rarer the heavier, then by
/// the terms they share.
///
/// Never quadratic: candidates come from lists of materials by feature (an entry, a pair of entries, a term), and of
/// a long list only the neighbours of the material itself are looked at. A feature that everybody has tells nothing,
/// and is worth nothing as a source of candidates either.
package struct RelatedMaterials: Sendable {
    /// What is known of one material: small numbers that stand for entries and for terms.
    package struct Features: Sendable {
        /// Entries of axes, each once, sorted.
        package let entries: [Int]
        /// Its most telling terms, each once, sorted.
        package let terms: [Int]

        package init(entries: [Int], terms: [Int]) {
            self.entries = entries.sorted()
            self.terms = terms.sorted()
        }
    }

    /// Of each list, at most so many neighbours are candidates.
    private static let reach = 24
    private let materials: [Features]
    private let entryLists: [[Int32]]
    private let termLists: [[Int32]]
    private let pairLists: [Int: [Int32]]
    private let entryWeights: [Double]
    private let termWeights: [Double]

    /// Prepares the lists.
    ///
    /// O(features).
    package init(_ materials: [Features]) {
        self.materials = materials
        var entryLists: [[Int32]] = []
        var termLists: [[Int32]] = []
        var pairLists: [Int: [Int32]] = [:]
        for (index, features) in materials.enumerated() {
            for entry in features.entries { Self.append(Int32(index), to: &entryLists, at: entry) }
            for term in features.terms { Self.append(Int32(index), to: &termLists, at: term) }
            for key in Self.pairs(features.entries) { pairLists[key, default: []].append(Int32(index)) }
        }
        self.entryLists = entryLists
        self.termLists = termLists
        entryWeights = entryLists.map { Self.weight($0.count, of: materials.count) }
        termWeights = termLists.map { 0.25 * Self.weight($0.count, of: materials.count) }
        self.pairLists = pairLists
    }

    /// The nearest materials of each of a range, the best first; ties by position.
    ///
    /// A range at a time, so that one workspace serves many. O(range × features × reach).
    package func nearest(to range: Range<Int>, limit: Int = 5) -> [[Int]] {
        var workspace = Workspace(count: materials.count)
        return range.map { index in
            candidates(of: index, &workspace)
            let own = materials[index]
            var best: [(score: Double, index: Int)] = []
            for candidate in workspace.found where candidate != index {
                let score = score(own, materials[candidate])
                if score > 0 { Self.insert((score, candidate), into: &best, limit: limit) }
            }
            return best.map(\.index)
        }
    }

    /// Keeps the best few in order.
    private static func insert(
        _ item: (score: Double, index: Int), into best: inout [(score: Double, index: Int)], limit: Int
    ) {
        if best.count == limit, let last = best.last, (last.score, item.index) > (item.score, last.index) { return }
        let place = best.firstIndex { ($0.score, item.index) < (item.score, $0.index) } ?? best.count
        best.insert(item, at: place)
        if best.count > limit { best.removeLast() }
    }

    /// Candidates found so far, each once, without clearing a table of all materials in between.
    private struct Workspace {
        private(set) var found: [Int] = []
        private var stamps: [Int32]
        private var stamp: Int32 = 0

        init(count: Int) { stamps = [Int32](repeating: 0, count: count) }

        mutating func begin() {
            found.removeAll(keepingCapacity: true)
            stamp += 1
        }

        mutating func insert(_ index: Int) {
            guard stamps[index] != stamp else { return }
            stamps[index] = stamp
            found.append(index)
        }
    }

    private func candidates(of index: Int, _ workspace: inout Workspace) {
        workspace.begin()
        let own = materials[index]
        for key in Self.pairs(own.entries) { if let list = pairLists[key] { take(list, around: index, &workspace) } }
        for entry in own.entries { take(entryLists[entry], around: index, &workspace) }
        for term in own.terms { take(termLists[term], around: index, &workspace) }
    }

    /// The neighbours of a material in a sorted list.
    private func take(_ list: [Int32], around index: Int, _ workspace: inout Workspace) {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if Int(list[middle]) < index { low = middle + 1 } else { high = middle }
        }
        for position in max(0, low - Self.reach / 2)..<min(list.count, low + Self.reach / 2 + 1) {
            workspace.insert(Int(list[position]))
        }
    }

    /// Shared entries weigh by rarity; terms decide among those with the same entries.
    ///
    /// Both lists are sorted, so that one pass finds what they share.
    private func score(_ left: Features, _ right: Features) -> Double {
        var result = 0.0
        Self.forShared(left.entries, right.entries) { result += entryWeights[$0] }
        Self.forShared(left.terms, right.terms) { result += termWeights[$0] }
        return result
    }

    private static func forShared(_ left: [Int], _ right: [Int], _ body: (Int) -> Void) {
        var (first, second) = (0, 0)
        while first < left.count, second < right.count {
            if left[first] == right[second] {
                body(left[first])
                first += 1
                second += 1
            } else if left[first] < right[second] {
                first += 1
            } else {
                second += 1
            }
        }
    }

    /// Inverse document frequency (Spärck Jones 1972): log2(n / df), above zero for what at least one other lacks.
    private static func weight(_ frequency: Int, of count: Int) -> Double {
        frequency == 0 ? 0 : RarityTable.log2(Double(count + 1) / Double(frequency))
    }

    private static func append(_ index: Int32, to lists: inout [[Int32]], at position: Int) {
        while lists.count <= position { lists.append([]) }
        lists[position].append(index)
    }

    /// One number for each pair of entries.
    private static func pairs(_ entries: [Int]) -> [Int] {
        var result: [Int] = []
        for (index, first) in entries.enumerated() {
            for second in entries[(index + 1)...] { result.append(min(first, second) << 32 | max(first, second)) }
        }
        return result
    }
}

/// A logarithm that is the same on every machine: only exact arithmetic, no call of the C library.
enum RarityTable {
    /// log2 of a number of at least 1, to about 1e-4: exponent plus a quadratic of the fraction.
    static func log2(_ value: Double) -> Double {
        let fraction = value.significand - 1
        return Double(value.exponent) + fraction * (1.3465 - 0.3465 * fraction)
    }
}

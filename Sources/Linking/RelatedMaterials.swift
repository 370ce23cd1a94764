import Catalog

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
    /// Features of all materials one behind the other, and where those of each begin: its entries, then its terms.
    ///
    /// Numbers of entries come first, those of terms follow.
    private let features: [Int32]
    private let starts: [Int]
    /// The materials of each feature, and of each pair of entries: offsets, in half the room.
    private let lists: [[Int32]]
    private let pairs: PerMaterial<[Int]>
    private let pairLists: [Int: [Int32]]
    /// What each feature is worth when it is shared.
    private let weights: [Double]

    /// Prepares the lists.
    ///
    /// O(features).
    package init(_ materials: PerMaterial<Features>) {
        let entryCount = 1 + (materials.lazy.compactMap(\.entries.last).max() ?? -1)
        let termCount = 1 + (materials.lazy.compactMap(\.terms.last).max() ?? -1)
        var features: [Int32] = []
        var starts = [0]
        var lists = [[Int32]](repeating: [], count: entryCount + termCount)
        var pairLists: [Int: [Int32]] = [:]
        for (index, own) in materials.positioned {
            for feature in own.entries + own.terms.map({ $0 + entryCount }) {
                features.append(Int32(feature))
                lists[feature].append(Int32(index.offset))
            }
            starts.append(features.count)
        }
        pairs = materials.mapped { Self.pairs($0.entries) }
        for (index, pairs) in pairs.positioned {
            for pair in pairs { pairLists[pair, default: []].append(Int32(index.offset)) }
        }
        weights = lists.enumerated().map { feature, list in
            Self.weight(list.count, of: materials.count) * (feature < entryCount ? 1 : 0.25)
        }
        self.features = features
        self.starts = starts
        self.lists = lists
        self.pairLists = pairLists
    }

    /// The nearest materials of each of a range, the best first; ties by position.
    ///
    /// A range at a time, so that one workspace serves many. O(range × features² × reach) at most.
    package func nearest(to range: Range<MaterialIndex>, limit: Int = 5) -> [[MaterialIndex]] {
        var workspace = Workspace(count: pairs.count)
        // What each feature adds to the score of a candidate: its weight while the material has it, else nothing.
        var gains = [Double](repeating: 0, count: weights.count)
        return range.map { index in
            candidates(of: index, &workspace)
            for feature in own(index) { gains[Int(feature)] = weights[Int(feature)] }
            defer { for feature in own(index) { gains[Int(feature)] = 0 } }
            var best: [(score: Double, index: MaterialIndex)] = []
            for candidate in workspace.found where candidate != index {
                var score = 0.0
                for feature in own(candidate) { score += gains[Int(feature)] }
                if score > 0 { Self.insert((score, candidate), into: &best, limit: limit) }
            }
            return best.map(\.index)
        }
    }

    /// Keeps the best few in order.
    private static func insert(
        _ item: (score: Double, index: MaterialIndex), into best: inout [(score: Double, index: MaterialIndex)],
        limit: Int
    ) {
        if best.count == limit, let last = best.last, (last.score, item.index) > (item.score, last.index) { return }
        let place = best.firstIndex { ($0.score, item.index) < (item.score, $0.index) } ?? best.count
        best.insert(item, at: place)
        if best.count > limit { best.removeLast() }
    }

    /// Candidates found so far, each once, without clearing a table of all materials in between.
    private struct Workspace {
        private(set) var found: [MaterialIndex] = []
        private var stamps: PerMaterial<Int32>
        private var stamp: Int32 = 0

        init(count: Int) { stamps = Indexed(repeating: 0, count: count) }

        mutating func begin() {
            found.removeAll(keepingCapacity: true)
            stamp += 1
        }

        mutating func insert(_ index: MaterialIndex) {
            guard stamps[index] != stamp else { return }
            stamps[index] = stamp
            found.append(index)
        }
    }

    private func own(_ index: MaterialIndex) -> ArraySlice<Int32> {
        features[starts[index.offset]..<starts[index.offset + 1]]
    }

    private func candidates(of index: MaterialIndex, _ workspace: inout Workspace) {
        workspace.begin()
        for pair in pairs[index] { if let list = pairLists[pair] { take(list, around: index, &workspace) } }
        for feature in own(index) { take(lists[Int(feature)], around: index, &workspace) }
    }

    /// The neighbours of a material in a sorted list.
    private func take(_ list: [Int32], around index: MaterialIndex, _ workspace: inout Workspace) {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if Int(list[middle]) < index.offset { low = middle + 1 } else { high = middle }
        }
        for position in max(0, low - Self.reach / 2)..<min(list.count, low + Self.reach / 2 + 1) {
            workspace.insert(MaterialIndex(Int(list[position])))
        }
    }

    /// Inverse document frequency (Spärck Jones 1972): log2(n / df), above zero for what at least one other lacks.
    private static func weight(_ frequency: Int, of count: Int) -> Double {
        frequency == 0 ? 0 : RarityTable.log2(Double(count + 1) / Double(frequency))
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

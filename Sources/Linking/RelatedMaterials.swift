/// Finds for each material those nearest to it: by the entries of axes they share, the rarer the heavier, then by
/// the terms they share.
///
/// Never quadratic: candidates come from lists of materials by feature (an entry, a pair of entries, a term), and of
/// a long list only the neighbours of the material itself are looked at. A feature that everybody has tells nothing,
/// and is worth nothing as a source of candidates either.
package struct RelatedMaterials: Sendable {
    /// What is known of one material: small numbers that stand for entries and for terms.
    package struct Features: Sendable {
        /// Entries of axes, each once.
        package let entries: [Int]
        /// Its most telling terms, each once.
        package let terms: [Int]

        package init(entries: [Int], terms: [Int]) {
            self.entries = entries
            self.terms = terms
        }
    }

    /// Of each list, at most so many neighbours are candidates.
    private static let reach = 24
    private let materials: [Features]
    private let entryLists: [[Int32]]
    private let termLists: [[Int32]]
    private let pairLists: [Int: [Int32]]

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
        self.pairLists = pairLists
    }

    /// The nearest materials, the best first; ties by position.
    ///
    /// O(features × reach).
    package func nearest(to index: Int, limit: Int = 5) -> [Int] {
        let own = materials[index]
        var scores: [Int: Double] = [:]
        for candidate in candidates(of: index) { scores[candidate] = score(own, materials[candidate]) }
        scores[index] = nil
        return scores.filter { $0.value > 0 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(limit).map(\.key)
    }

    private func candidates(of index: Int) -> Set<Int> {
        let own = materials[index]
        var found: Set<Int> = []
        func take(_ list: [Int32]) {
            // The list is sorted; look around the place where this material stands.
            var low = 0
            var high = list.count
            while low < high {
                let middle = (low + high) / 2
                if Int(list[middle]) < index { low = middle + 1 } else { high = middle }
            }
            for position in max(0, low - Self.reach / 2)..<min(list.count, low + Self.reach / 2 + 1) {
                found.insert(Int(list[position]))
            }
        }
        for key in Self.pairs(own.entries) { if let list = pairLists[key] { take(list) } }
        for entry in own.entries { take(entryLists[entry]) }
        for term in own.terms { take(termLists[term]) }
        return found
    }

    /// Shared entries weigh by rarity; terms decide among those with the same entries.
    private func score(_ left: Features, _ right: Features) -> Double {
        var result = 0.0
        for entry in left.entries where right.entries.contains(entry) { result += weight(entryLists[entry].count) }
        for term in left.terms where right.terms.contains(term) { result += 0.25 * weight(termLists[term].count) }
        return result
    }

    /// Inverse document frequency (Spärck Jones 1972): log2(n / df), above zero for what at least one other lacks.
    private func weight(_ frequency: Int) -> Double {
        RarityTable.log2(Double(materials.count + 1) / Double(frequency))
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

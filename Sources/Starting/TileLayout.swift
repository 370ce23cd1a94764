import Diagnostics
import Languages

/// A cell of the tile map; both count from 1.
package struct TileCell: Sendable, Hashable {
    package let column: Int
    package let row: Int
}

/// Lays municipalities out as equal tiles, no two in one cell, the same on every machine.
///
/// With degrees, places are projected (equirectangular, true at the mean latitude) and each gets the cell of a grid so that the
/// sum of squared displacements is least; a least sum over all is a problem of assignment (``CellAssignment``), which is
/// the method of Eppstein, van Kreveld, Speckmann and Staals, "Improved Grid Map Layout by Point Set Matching",
/// International Journal of Computational Geometry & Applications 25 (2015). With lists of neighbours the places are
/// found first, so that distances follow the number of borders between (``StressLayout``); degrees of some of them then turn
/// that map northward (``turned(_:to:)``), else it is told that nobody knows where the north is. With neither, a compact
/// grid in the order of the list.
enum TileLayout {
    /// The notes that it can tell.
    static let reasons = [
        StartingReason.noPlace, StartingReason.unknownNeighbour, StartingReason.plainGrid, StartingReason.unknownNorth,
    ]

    /// A cell for each proposal; those that have no place stand in rows of their own below the others.
    static func cells(of all: [MunicipalityProposal]) -> ([TileCell], [StartingNote]) {
        let points = all.map { proposal -> PlanePoint? in
            guard let latitude = proposal.latitude, let longitude = proposal.longitude, abs(latitude) < 90,
                abs(longitude) <= 180
            else { return nil }
            return PlanePoint(x: longitude, y: latitude)
        }
        let located = points.count { $0 != nil }
        if located > 0, located >= all.count(where: { !$0.neighbours.isEmpty }) {
            let known = all.indices.filter { points[$0] != nil }
            let cells = cells(at: projected(known.compactMap { points[$0] }))
            return placed(cells, known, all)
        }
        if all.contains(where: { !$0.neighbours.isEmpty }) {
            let (borders, notes) = borders(all)
            let known = all.indices.filter { !borders[$0].isEmpty }
            guard !known.isEmpty else { return (grid(all.count), notes + [StartingNote(StartingReason.plainGrid, [])]) }
            let position = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($0.element, $0.offset) })
            let graph = known.map { borders[$0].compactMap { position[$0] } }
            let map = turned(StressLayout.points(of: graph), to: known.map { points[$0] })
            let (cells, more) = placed(cells(at: map.points), known, all)
            let north = map.isTurned ? [] : [StartingNote(StartingReason.unknownNorth, [])]
            return (cells, notes + north + more)
        }
        return (grid(all.count), all.count > 1 ? [StartingNote(StartingReason.plainGrid, [])] : [])
    }

    private static func placed(
        _ cells: [TileCell], _ known: [Int], _ all: [MunicipalityProposal]
    ) -> ([TileCell], [StartingNote]) {
        let places = Dictionary(uniqueKeysWithValues: zip(known, cells))
        let missing = all.indices.filter { places[$0] == nil }
        // Nobody is left out of the map for want of a place; a free row tells them from the others.
        let below = (cells.map(\.row).max() ?? 0) + 2
        let width = max(cells.map(\.column).max() ?? 1, 1)
        var result: [TileCell] = []
        for index in all.indices {
            let turn = missing.firstIndex(of: index) ?? 0
            result.append(places[index] ?? TileCell(column: turn % width + 1, row: below + turn / width))
        }
        let names = missing.map { all[$0].name.name }.joined(separator: ", ")
        return (result, missing.isEmpty ? [] : [StartingNote(StartingReason.noPlace, [names])])
    }

    /// Rows of nearly as many as there are rows.
    static func grid(_ count: Int) -> [TileCell] {
        let width = max(1, Int((Double(count) * 1.3).squareRoot().rounded(.up)))
        return (0..<count).map { TileCell(column: $0 % width + 1, row: $0 / width + 1) }
    }

    // MARK: Places to cells

    /// Eastward and southward in degrees of latitude.
    private static func projected(_ points: [PlanePoint]) -> [PlanePoint] {
        let mean = points.reduce(0) { $0 + $1.y } / Double(points.count)
        let scale = cosine(degrees: mean)
        return points.map { PlanePoint(x: $0.x * scale, y: -$0.y) }
    }

    /// Places turned, and mirrored if need be, so that they lie as the degrees of some of them say: the rotation of the plane
    /// with the least sum of squares (Procrustes), of the map or of its mirror image, whichever fits better.
    ///
    /// It takes three places that lie in no line: two of them lie alike in both images.
    static func turned(_ map: [PlanePoint], to degrees: [PlanePoint?]) -> (points: [PlanePoint], isTurned: Bool) {
        let known = degrees.indices.filter { degrees[$0] != nil }
        guard known.count > 2 else { return (map, false) }
        let here = centred(known.map { map[$0] })
        let there = centred(projected(known.compactMap { degrees[$0] }))
        // Sums of conj(p)·q and of p·q, as of complex numbers: their directions are the rotations.
        var (plain, mirrored) = (PlanePoint(x: 0, y: 0), PlanePoint(x: 0, y: 0))
        for (one, other) in zip(here, there) {
            plain = PlanePoint(
                x: plain.x + one.x * other.x + one.y * other.y, y: plain.y + one.x * other.y - one.y * other.x)
            mirrored = PlanePoint(
                x: mirrored.x + one.x * other.x - one.y * other.y, y: mirrored.y + one.x * other.y + one.y * other.x)
        }
        let origin = PlanePoint(x: 0, y: 0)
        let (straight, turned) = (plain.squaredDistance(to: origin), mirrored.squaredDistance(to: origin))
        guard abs(straight - turned) > max(straight, turned) * 1e-6 else { return (map, false) }
        let isMirrored = turned > straight
        let (sum, length) = isMirrored ? (mirrored, turned.squareRoot()) : (plain, straight.squareRoot())
        let points = map.map { point in
            let y = isMirrored ? -point.y : point.y
            return PlanePoint(
                x: (point.x * sum.x - y * sum.y) / length, y: (point.x * sum.y + y * sum.x) / length)
        }
        return (points, true)
    }

    private static func centred(_ points: [PlanePoint]) -> [PlanePoint] {
        let count = Double(points.count)
        let (x, y) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
        return points.map { PlanePoint(x: $0.x - x, y: $0.y - y) }
    }

    /// By its series: the same bits on every machine, which the C library does not promise; exact to 1e-9 up to 90°.
    private static func cosine(degrees: Double) -> Double {
        let angle = degrees * 3.14159265358979 / 180
        var (term, sum) = (1.0, 1.0)
        for step in 1...10 {
            term *= -angle * angle / Double((2 * step - 1) * (2 * step))
            sum += term
        }
        return sum
    }

    /// Cells for a third more than there are points, so that the outline stays; one ring around for what has no room.
    static func cells(at points: [PlanePoint]) -> [TileCell] {
        guard let first = points.first else { return [] }
        var (low, high) = (first, first)
        for point in points {
            low = PlanePoint(x: min(low.x, point.x), y: min(low.y, point.y))
            high = PlanePoint(x: max(high.x, point.x), y: max(high.y, point.y))
        }
        let (width, height) = (high.x - low.x, high.y - low.y)
        let count = Double(points.count)
        let unit = max((width * height / (count * 1.3)).squareRoot(), max(width, height) / count, 1e-9)
        let columns = Int((width / unit).rounded(.up)) + 3
        let rows = Int((height / unit).rounded(.up)) + 3
        let free = (0..<(columns * rows)).map { PlanePoint(x: Double($0 % columns), y: Double($0 / columns)) }
        let scaled = points.map { PlanePoint(x: ($0.x - low.x) / unit + 1, y: ($0.y - low.y) / unit + 1) }
        let costs = scaled.map { point in
            free.map { cell in Int((point.squaredDistance(to: cell) * 10_000).rounded()) }
        }
        let chosen = CellAssignment.least(costs).map { (column: $0 % columns, row: $0 / columns) }
        let (left, top) = (chosen.map(\.column).min() ?? 0, chosen.map(\.row).min() ?? 0)
        return chosen.map { TileCell(column: $0.column - left + 1, row: $0.row - top + 1) }
    }

    // MARK: Neighbours

    /// Who borders on whom, both ways, and what was not found.
    private static func borders(_ all: [MunicipalityProposal]) -> ([[Int]], [StartingNote]) {
        var owners: [String: Set<Int>] = [:]
        for (index, proposal) in all.enumerated() {
            for name in proposal.name.allNames { owners[NameFolding.fold(name), default: []].insert(index) }
        }
        var sets = [Set<Int>](repeating: [], count: all.count)
        var notes: [StartingNote] = []
        for (index, proposal) in all.enumerated() {
            for name in proposal.neighbours {
                // As it was pasted, or in the form that the rule has made of it.
                let spelled = [name, MunicipalityName.read(name)?.name].compactMap(\.self)
                let found = spelled.lazy.compactMap { owners[NameFolding.fold($0)] }.first { $0.count == 1 }?.first
                guard let found else {
                    notes.append(StartingNote(StartingReason.unknownNeighbour, [proposal.name.name, name]))
                    continue
                }
                guard found != index else { continue }
                sets[index].insert(found)
                sets[found].insert(index)
            }
        }
        return (sets.map { $0.sorted() }, notes)
    }
}

/// A place on the plane.
struct PlanePoint: Sendable, Hashable {
    let x: Double
    let y: Double

    func squaredDistance(to other: PlanePoint) -> Double {
        (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
    }
}

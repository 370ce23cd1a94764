import Diagnostics
import Testing

@testable import Starting

@Suite struct TileLayoutTests {
    /// Twenty places as on a map, with names that say where: column and row.
    private static func points(_ width: Int, _ height: Int) -> String {
        var text = "Название\tШирота\tДолгота\n"
        for row in 0..<height {
            for column in 0..<width {
                // A little aside of a lattice, as towns are.
                let aside = Double((row * 7 + column * 3) % 5) / 10
                text += "К\(column)Р\(row)\t\(60 - Double(row) - aside)\t\(50 + Double(column) * 2 + aside)\n"
            }
        }
        return text
    }

    private func cells(_ text: String) -> [String: TileCell] {
        let made = MunicipalityProposals(MunicipalityList.read(text), region: RegionName.read("Край")!)
        return Dictionary(uniqueKeysWithValues: made.all.compactMap { one in one.cell.map { (one.name.name, $0) } })
    }

    @Test func noTwoStandInOneCell() {
        for text in [Self.points(5, 4), Self.points(8, 8), Self.points(1, 9), Self.points(9, 1), ring(17)] {
            let cells = cells(text)
            #expect(cells.count == Set(cells.values).count && !cells.isEmpty)
            #expect(cells.values.map(\.column).min() == 1 && cells.values.map(\.row).min() == 1)
        }
    }

    @Test func theSameTextGivesTheSameMap() {
        #expect(cells(Self.points(6, 5)) == cells(Self.points(6, 5)))
        #expect(cells(ring(12)) == cells(ring(12)))
    }

    /// North is up and east is right.
    @Test func placesKeepTheirSides() throws {
        let cells = cells(Self.points(5, 4))
        let (northWest, southEast) = (try #require(cells["К0Р0"]), try #require(cells["К4Р3"]))
        #expect(northWest.column < southEast.column && northWest.row < southEast.row)
    }

    @Test func neighboursOnTheMapAreNearInTheGrid() {
        let cells = cells(Self.points(6, 6))
        for row in 0..<6 {
            for column in 0..<5 {
                guard let one = cells["К\(column)Р\(row)"], let other = cells["К\(column + 1)Р\(row)"] else { continue }
                #expect(abs(one.column - other.column) + abs(one.row - other.row) <= 3)
            }
        }
    }

    @Test func onePlaceForAllIsNoHindrance() {
        let cells = cells("Название\tШирота\tДолгота\nА\t58\t56\nБ\t58\t56\nВ\t58\t56\n")
        #expect(Set(cells.values).count == 3)
    }

    @Test func whoHasNoPlaceStandsApartAndIsNamed() {
        let made = MunicipalityProposals(
            MunicipalityList.read("Название\tШирота\tДолгота\nА\t58\t56\nБ\t\t\nВ\t59\t57\n"),
            region: RegionName.read("Край")!)
        // Apart from the others, below a free row.
        let rows = made.all.compactMap { $0.cell?.row }
        #expect(rows.count == 3 && rows[1] == max(rows[0], rows[2]) + 2)
        #expect(made.notes.contains { $0.arguments == ["Б"] })
    }

    /// A chain of neighbours closed to a ring.
    private func ring(_ count: Int) -> String {
        "Название\tСоседи\n" + (0..<count).map { "Н\($0)\tН\(($0 + 1) % count)\n" }.joined()
    }

    @Test func bordersGiveAMapInWhichNeighboursAreNear() {
        let cells = cells(ring(12))
        let far = (0..<12).map { index in
            let (one, other) = (cells["Н\(index)"]!, cells["Н\((index + 1) % 12)"]!)
            return max(abs(one.column - other.column), abs(one.row - other.row))
        }
        #expect(far.allSatisfy { $0 <= 2 }, "\(far)")
        #expect(far.reduce(0, +) <= 16, "\(far)")
    }

    /// A map of 4 by 3 whose neighbours are known, and of some the degrees: north-west is up and left.
    private func bordered(_ degrees: Set<Int>) -> MunicipalityProposals {
        var text = "Название\tСоседи\tШирота\tДолгота\n"
        for place in 0..<12 {
            let (column, row) = (place % 4, place / 4)
            let near = [(column + 1, row), (column, row + 1)].filter { $0.0 < 4 && $0.1 < 3 }
            let known = degrees.contains(place) ? "\(60 - row)\t\(50 + column * 2)" : "\t"
            text += "К\(column)Р\(row)\t\(near.map { "К\($0.0)Р\($0.1)" }.joined(separator: ", "))\t\(known)\n"
        }
        return MunicipalityProposals(MunicipalityList.read(text), region: RegionName.read("Край")!)
    }

    @Test func degreesOfThreeTurnAMapOfNeighboursNorthward() throws {
        let made = bordered([0, 3, 8])
        func cell(_ name: String) throws -> TileCell { try #require(made.all.first { $0.name.name == name }?.cell) }
        let (west, east, south) = (try cell("К0Р0"), try cell("К3Р0"), try cell("К0Р2"))
        #expect(west.column < east.column && abs(west.row - east.row) <= 1, "\(west) \(east)")
        #expect(west.row < south.row && abs(west.column - south.column) <= 1, "\(west) \(south)")
        #expect(!made.notes.contains { $0.reason == StartingReason.unknownNorth })
        #expect(Set(made.all.compactMap(\.cell)).count == 12)
    }

    @Test(arguments: [[], [0], [0, 3], [0, 1, 2]])
    func thatNobodyKnowsTheNorthIsTold(degrees: [Int]) {
        #expect(bordered(Set(degrees)).notes.contains { $0.reason == StartingReason.unknownNorth })
    }

    @Test func withoutPlacesTheListFillsACompactGrid() {
        let cells = cells("А\nБ\nВ\nГ\nД\n")
        #expect(cells["А"] == TileCell(column: 1, row: 1))
        #expect(Set(cells.values).count == 5 && cells.values.map(\.column).max() == 3)
    }

    @Test func theCheapestAssignmentIsFound() {
        #expect(CellAssignment.least([[4, 1, 3], [2, 0, 5], [3, 2, 2]]) == [1, 0, 2])
        #expect(CellAssignment.least([[1, 1], [1, 1]]).sorted() == [0, 1])
    }
}

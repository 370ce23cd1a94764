import Catalog
import TestSupport
import Testing

@testable import Linking

private func material(_ entries: [Int], _ terms: [Int] = []) -> RelatedMaterials.Features {
    RelatedMaterials.Features(entries: entries, terms: terms)
}

extension RelatedMaterials {
    /// The nearest of one material.
    fileprivate func nearest(to index: MaterialIndex, limit: Int = 5) -> [MaterialIndex] {
        nearest(to: index..<index.advanced(by: 1), limit: limit)[0]
    }
}

@Suite struct RelatedMaterialsTests {
    @Test func aRareEntryOutweighsACommonOne() {
        // Entry 0 is everybody's, entry 1 belongs to two.
        let related = RelatedMaterials([
            material([0, 1]), material([0]), material([0]), material([0]), material([1]), material([0]),
        ])
        #expect(related.nearest(to: 0).first == 4)
        #expect(related.nearest(to: 0) == [4, 1, 2, 3, 5])
    }

    @Test func twoSharedEntriesOutweighOneOfThem() {
        let related = RelatedMaterials([
            material([0, 1]), material([0]), material([0, 1]), material([1]), material([2]),
        ])
        #expect(related.nearest(to: 0).first == 2)
        #expect(!related.nearest(to: 0).contains(4))
    }

    @Test func termsDecideAmongThoseWithTheSameEntries() {
        let related = RelatedMaterials([
            material([0], [7, 8]), material([0], [9]), material([0], [8]), material([0], [7, 8]), material([0]),
        ])
        #expect(related.nearest(to: 0) == [3, 2, 1, 4])
    }

    @Test func aMaterialIsNeverItsOwn() {
        let related = RelatedMaterials([material([0], [0]), material([0], [0]), material([])])
        #expect(related.nearest(to: 0) == [1] && related.nearest(to: 1) == [0] && related.nearest(to: 2).isEmpty)
        #expect(RelatedMaterials([material([0])]).nearest(to: 0).isEmpty)
    }

    @Test func theLimitIsKept() {
        let related = RelatedMaterials(Indexed((0..<30).map { _ in material([0]) + material([1]) }))
        #expect(related.nearest(to: 3, limit: 4).count == 4 && related.nearest(to: 3, limit: 0).isEmpty)
    }

    @Test func aRangeGivesWhatItsMembersGive() {
        let related = RelatedMaterials(Indexed((0..<60).map { material([$0 % 3, 3 + $0 % 7], [$0 % 11]) }))
        #expect(
            related.nearest(to: 10..<40, limit: 3) == (10..<40).map { related.nearest(to: MaterialIndex($0), limit: 3) }
        )
    }

    @Test func theSameMaterialsGiveTheSameAnswerEachTime() {
        let materials = PerMaterial<_>(
            (0..<200).map { material([$0 % 3, 3 + $0 % 7], [$0 % 11, 11 + $0 % 13]) })
        let first = materials.indices.map { RelatedMaterials(materials).nearest(to: $0) }
        #expect(first == materials.indices.map { RelatedMaterials(materials).nearest(to: $0) })
    }

    @Test(.timeLimit(.minutes(5))) func thousandsOfMaterialsOfOneEntryAreNotComparedWithEachOther() {
        let materials = (0..<20_000).map { number in
            let terms = [number % 50, 50 + number % 500]
            return material([number % 9, 9 + number % 43, 52], Array(Set(terms)).sorted())
        }
        let clock = ContinuousClock()
        let duration = clock.measure {
            #expect(RelatedMaterials(Indexed(materials)).nearest(to: 0..<20_000).allSatisfy { $0.count == 5 })
        }
        // Quadratic work would be four hundred million comparisons: minutes in a debug build.
        #expect(duration < .seconds(20))

    }

    @Test func theLogarithmIsExactAtPowersOfTwoAndRises() {
        #expect((0...10).allSatisfy { RarityTable.log2(Double(1 << $0)) == Double($0) })
        let values = (10...4000).map { RarityTable.log2(Double($0) / 10) }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
        #expect(abs(RarityTable.log2(3) - 1.58496) < 0.01)
    }
}

extension RelatedMaterials.Features {
    /// What two materials have together.
    fileprivate static func + (left: Self, right: Self) -> Self {
        Self(entries: left.entries + right.entries, terms: left.terms + right.terms)
    }
}

import Testing

@testable import Catalog

/// Plans and facts of indicators as people write them.
@Suite struct PlannedValueTests {
    @Test(
        arguments: [
            ("87,5", nil, 87.5), ("не ниже 90", .atLeast, 90), ("Не  менее 90 %", .atLeast, 90),
            ("≥ 90 %", .atLeast, 90),
            (">=90", .atLeast, 90), ("не более 5", .atMost, 5), ("≤5", .atMost, 5), ("более 3", .above, 3),
            ("менее 1 000", .below, 1000), ("12 штук", nil, 12), ("−2", nil, -2),
        ] as [(String, PlannedValue.Bound?, Double)])
    func aNumberIsReadWithItsBound(text: String, bound: PlannedValue.Bound?, number: Double) throws {
        let value = try #require(PlannedValue(text, unit: "Штук"))
        #expect(value.bound == bound && value.number == number)
    }

    @Test(arguments: ["", "да", "до 90", "80–90", "90 (оценка)", "не ниже", "не ниже прошлого года", "12 школ", "1/2"])
    func whatIsNoCertainNumberIsNone(text: String) { #expect(PlannedValue(text, unit: "Штук") == nil) }

    private func outcome(_ plan: String, _ fact: String, _ better: BetterValue? = nil, _ isPercent: Bool = false)
        -> PlanOutcome?
    {
        guard let plan = PlannedValue(plan), let fact = PlannedValue(fact) else { return nil }
        return PlanOutcome(plan: plan, fact: fact, better: better, isPercent: isPercent)
    }

    @Test func aBareNumberIsNoBoundUnlessSomebodySaysSo() {
        #expect(outcome("90", "87") == .differs(by: -3) && outcome("90", "93") == .differs(by: 3))
        #expect(outcome("90", "90,0") == .met)
        #expect(outcome("90", "87", .higher) == .missed(difference: -3) && outcome("90", "87", .lower) == .met)
    }

    @Test func theBoundOfThePlanGoesBeforeWhatTheKindSays() {
        #expect(outcome("не более 5", "7", .higher) == .missed(difference: 2))
        #expect(outcome("более 5", "5") == .missed(difference: 0) && outcome("менее 5", "4,9") == .met)
    }

    @Test func whatCannotBeComparedIsNot() {
        #expect(outcome("90 %", "0,9") == nil && outcome("90", "не ниже 80") == nil)
        #expect(outcome("90 %", "87", nil, true) == .differs(by: -3))
    }

    /// Binary fractions would have 2,7000000000000028.
    @Test func aDifferenceHasTheDigitsThatAreWritten() {
        #expect(outcome("≥ 90,2", "87,5") == .missed(difference: -2.7))
    }
}

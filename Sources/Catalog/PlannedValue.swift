import Formats
import Languages

/// Which of two values of an indicator is the better one.
package enum BetterValue: String, Sendable, CaseIterable {
    case higher, lower
}

/// How a table of indicators says which value is the better one: for all of its rows, or by a column of each.
///
/// ```yaml
/// better: higher          # or lower
/// better: trend           # a column: {type: choice, choices: {higher: больше, lower: меньше}}
/// ```
package enum BetterRule: Sendable, Equatable {
    case all(BetterValue)
    case column(FieldID)
}

/// A plan or a fact of an indicator, as far as it can be compared: «87,5», «не ниже 90 %», «≤ 5».
///
/// ```
/// value := [bound] number [unit]
/// bound := не ниже | не менее | не меньше | ≥ | >=      at least
///        | не выше | не более | не больше | ≤ | <=      at most
///        | выше | более | больше | свыше | >            above
///        | ниже | менее | меньше | <                    below
/// unit  := % | the unit of the row
/// ```
/// «До 90» and «80–90» say no bound that is certain, and are none.
package struct PlannedValue: Sendable, Equatable {
    package enum Bound: Sendable {
        case atLeast, atMost, above, below

        /// Which value is the better one by it.
        package var better: BetterValue {
            switch self {
            case .atLeast, .above: .higher
            case .atMost, .below: .lower
            }
        }
    }

    /// Nothing for a bare number.
    package let bound: Bound?
    package let number: Double
    /// Whether it is written with a percent sign.
    let hasPercent: Bool
    /// Digits behind the point, as written.
    let fractionDigits: Int

    private static let bounds: [(words: String, bound: Bound)] = [
        ("не ниже", .atLeast), ("не менее", .atLeast), ("не меньше", .atLeast), ("≥", .atLeast), (">=", .atLeast),
        ("не выше", .atMost), ("не более", .atMost), ("не больше", .atMost), ("≤", .atMost), ("<=", .atMost),
        ("выше", .above), ("более", .above), ("больше", .above), ("свыше", .above), (">", .above),
        ("ниже", .below), ("менее", .below), ("меньше", .below), ("<", .below),
    ]

    /// Nothing for what is no number with or without a bound.
    ///
    /// - Parameter unit: that of the row, which may stand behind the number too.
    package init?(_ text: String, unit: String = "") {
        var rest = NameFolding.fold(text)
        let found = Self.bounds.first { rest.hasPrefix($0.words) }
        if let found { rest = String(rest.dropFirst(found.words.count)) }
        let unit = NameFolding.fold(unit)
        let isPercent = rest.hasSuffix("%")
        if isPercent {
            rest.removeLast()
        } else if !unit.isEmpty, rest.hasSuffix(unit) {
            rest.removeLast(unit.count)
        }
        guard let number = ValueReader.decimal(rest) else { return nil }
        bound = found?.bound
        self.number = number
        hasPercent = isPercent
        let point = rest.lastIndex { $0 == "," || $0 == "." }
        fractionDigits = point.map { rest[$0...].count { $0.isNumber } } ?? 0
    }

    /// Whether a unit is a percentage: «%», «процентов».
    package static func isPercentage(_ unit: String) -> Bool {
        let unit = NameFolding.fold(unit)
        return unit == "%" || unit.hasPrefix("процент")
    }
}

/// What came of a plan, as far as what is written makes it certain.
package enum PlanOutcome: Sendable, Equatable {
    /// Reached, whichever value is the better one.
    case met
    /// Not reached; by how much the fact differs, with its sign.
    case missed(difference: Double)
    /// The fact differs, and nobody said which value is the better one.
    case differs(by: Double)

    /// Nothing where both cannot be compared: a fact with a bound, a percent sign on one of them alone.
    ///
    /// - Parameters:
    ///   - better: which value is the better one, where the plan itself has no bound.
    ///   - isPercent: whether the row's unit is a percentage, so that a sign that is missing means the same.
    package init?(plan: PlannedValue, fact: PlannedValue, better: BetterValue?, isPercent: Bool) {
        guard fact.bound == nil, isPercent || plan.hasPercent == fact.hasPercent else { return nil }
        let difference = Self.difference(fact, plan)
        let isMet: Bool
        switch (plan.bound, better) {
        case (.atLeast, _), (nil, .higher): isMet = difference >= 0
        case (.atMost, _), (nil, .lower): isMet = difference <= 0
        case (.above, _): isMet = difference > 0
        case (.below, _): isMet = difference < 0
        case (nil, nil):
            self = difference == 0 ? .met : .differs(by: difference)
            return
        }
        self = isMet ? .met : .missed(difference: difference)
    }

    /// Without what binary fractions add: 87,5 − 90,2 = −2,7.
    private static func difference(_ fact: PlannedValue, _ plan: PlannedValue) -> Double {
        var scale = 1.0
        for _ in 0..<min(9, max(fact.fractionDigits, plan.fractionDigits)) { scale *= 10 }
        return ((fact.number - plan.number) * scale).rounded() / scale
    }
}

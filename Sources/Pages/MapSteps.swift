import Theming

/// Four steps of a measure above zero, of nearly equal width.
struct MapSteps {
    private let values: [Int]
    private let highest: Int

    init(_ values: [Int]) {
        self.values = values
        highest = max(values.max() ?? 0, 1)
    }

    /// 0 for nothing, else 1…4.
    func step(of value: Int) -> Int { value == 0 ? 0 : min(4, (value * 4 + highest - 1) / highest) }

    /// Only the steps that some tile has, each with the values that it has.
    func legend(none: String) -> [LegendStepView] {
        var steps = values.contains(0) ? [LegendStepView(0, none)] : []
        for step in 1...4 {
            let own = values.filter { $0 > 0 && self.step(of: $0) == step }
            guard let first = own.min(), let last = own.max() else { continue }
            steps.append(LegendStepView(step, first == last ? "\(first)" : "\(first)–\(last)"))
        }
        return steps
    }
}

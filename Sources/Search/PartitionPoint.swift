extension Range<Int> {
    /// The first place of a sorted list that is not below what is looked for; the end where all are.
    func firstPlace(_ isBelow: (Int) -> Bool) -> Int {
        var (low, high) = (lowerBound, upperBound)
        while low < high {
            let middle = (low + high) / 2
            if isBelow(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Double {
    /// Shortest decimal form for machines: no exponent for whole numbers, no `.0`.
    package var plainDecimal: String {
        if self == rounded(), abs(self) < 1e15 { return String(Int(self)) }
        return description
    }
}

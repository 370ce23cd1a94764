extension FieldType {
    /// Whether its values are set as figures.
    package var isNumeric: Bool { self == .number || self == .share }
}

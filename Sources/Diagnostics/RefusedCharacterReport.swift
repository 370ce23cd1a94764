import Languages

/// Tells of characters that nobody sees and that do harm.
package enum RefusedCharacterReport {
    /// One for each character, at its first place, with the number of its places; in the order of their first places.
    ///
    /// O(places).
    /// - Parameter found: ``RefusedCharacters``, and where they are written.
    package static func diagnostics(
        _ found: [(scalar: Unicode.Scalar, range: Range<Int>)], in file: SourceFile
    ) -> [Diagnostic] {
        var order: [Unicode.Scalar] = []
        var places: [Unicode.Scalar: [Range<Int>]] = [:]
        for (scalar, range) in found {
            if places[scalar] == nil { order.append(scalar) }
            places[scalar, default: []].append(range)
        }
        return order.compactMap { scalar in
            guard let ranges = places[scalar], let first = ranges.first else { return nil }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let name = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            return Diagnostic(code(of: scalar), [name, String(ranges.count)], at: SourceLocation(file, first))
        }
    }

    private static func code(of scalar: Unicode.Scalar) -> DiagnosticCode {
        if RefusedCharacters.isForbidden(scalar) { return .controlCharacter }
        return RefusedCharacters.isTurning(scalar) ? .directionMark : .unseenCharacter
    }
}

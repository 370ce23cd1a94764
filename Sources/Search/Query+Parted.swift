/// Numbers of documents that are typed without the hyphen they have in the texts.
extension Query {
    /// The words of a run whose letters and digits were typed together: «р139» is «Р-139», «пк1вн» «ПК-1вн».
    ///
    /// - Returns: nil unless a hyphen at one of the places where letters and digits meet makes it a compound that the
    ///   texts have, with all its parts.
    func parted(_ run: String, isLast: Bool) -> [Word]? {
        let scalars = Array(run.unicodeScalars)
        for place in scalars.indices.dropFirst() where Self.meet(scalars[place - 1], scalars[place]) {
            var text = String.UnicodeScalarView(scalars[..<place])
            text.append("-")
            text.append(contentsOf: scalars[place...])
            let words = resolve(String(text), isLast: isLast)
            if words.contains(where: \.isCompound), words.allSatisfy({ !$0.terms.isEmpty }) { return words }
        }
        return nil
    }

    private static func meet(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
        let isDigit = [left, right].map { ("0"..."9").contains($0) }
        return isDigit[0] != isDigit[1]
            && [left, right].allSatisfy { ("0"..."9").contains($0) || $0.properties.isAlphabetic }
    }
}

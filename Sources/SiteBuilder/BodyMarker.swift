/// Stands in rendered HTML where a record table belongs.
///
/// No text holds a zero byte, since files with one are refused.
enum BodyMarker {
    static func bytes(_ table: Int) -> [UInt8] { [0] + Array(String(table).utf8) + [0] }

    /// HTML between the markers, and the tables they stand for.
    static func split(_ html: [UInt8]) -> [CompiledMaterial.Part] {
        var parts: [CompiledMaterial.Part] = []
        for (position, piece) in html.split(separator: 0, omittingEmptySubsequences: false).enumerated() {
            if position % 2 == 1 {
                if let table = Int(String(decoding: piece, as: UTF8.self)) { parts.append(.table(table)) }
            } else if piece.contains(where: { $0 > 0x20 }) {
                parts.append(.html(String(decoding: piece, as: UTF8.self)))
            }
        }
        return parts
    }
}

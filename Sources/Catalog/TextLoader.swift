import Diagnostics
import Files
import Formats
import Languages

/// Turns the bytes of a file into text, and says what was wrong with them.
///
/// Every problem is one that an editor's program makes without telling: another encoding, a byte order mark, Windows
/// line ends, a file of nothing or of hundreds of megabytes.
package enum TextLoader {
    /// A file larger than this is no material: 4 MiB, some 600 pages of print.
    package static let largestSize = 4 << 20

    /// The text of a file; of one that is too large no more than the limit is read.
    /// - Parameters:
    ///   - shown: what stands before its path for people.
    ///   - limit: bytes that it may have.
    package static func load(
        _ path: SitePath, shown: String = "", of files: some FileSystem,
        allowing allowed: Set<SourceFile.Irregularity> = [], atMost limit: Int = largestSize
    ) throws(FileError) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
        let (bytes, byteCount) = try files.readBeginning(path, atMost: limit + 1)
        return load(path: shown + path.text, bytes: bytes, byteCount: byteCount, allowing: allowed, atMost: limit)
    }

    /// The text, or nothing when it cannot be one.
    /// - Parameters:
    ///   - allowed: what is usual in files of this sort and not reported.
    ///   - byteCount: how large the file is where not all of it was read.
    ///   - limit: bytes that it may have.
    package static func load(
        path: String, bytes: [UInt8], byteCount: Int? = nil, allowing allowed: Set<SourceFile.Irregularity> = [],
        atMost limit: Int = largestSize
    ) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
        let place = SourceLocation(path: path)
        let size = byteCount ?? bytes.count
        if size > limit {
            let (found, most) = ("\((size + 1_048_575) / 1_048_576)", "\(limit / 1_048_576)")
            return (nil, [Diagnostic(.hugeFile, [found, most], at: place)])
        }
        if let signature = FileSignature(bytes) {
            return (nil, [Diagnostic(.notText.because(signature.name), at: place)])
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return (nil, [Diagnostic(.badEncoding, [utf16], at: place)])
        }
        var content = bytes
        var irregularities: Set<SourceFile.Irregularity> = []
        if content.starts(with: [0xEF, 0xBB, 0xBF]) {
            content.removeFirst(3)
            irregularities.insert(.byteOrderMark)
        }
        if content.firstIndex(of: 0x0D, in: 0..<content.count) != nil {
            content = normalisedLineEnds(content)
            irregularities.insert(.carriageReturns)
        }
        let file = SourceFile(path: path, bytes: content, irregularities: irregularities)
        let survey = ByteSurvey(content)
        if let offset = survey.firstInvalid { return (nil, [badByte(file, offset)]) }
        guard !survey.holdsForbidden else { return (nil, forbiddenCharacters(file)) }
        var reported = irregularities.subtracting(allowed)
        // Windows writes both: one message says it.
        if reported.contains(.carriageReturns) { reported.remove(.byteOrderMark) }
        return (
            file,
            (survey.mayHoldUnseen ? unseenCharacters(file) : [])
                + [
                    (SourceFile.Irregularity.byteOrderMark, DiagnosticCode.byteOrderMark),
                    (.carriageReturns, .carriageReturns),
                ]
                .filter { reported.contains($0.0) }.map { Diagnostic($0.1, at: SourceLocation(path: path)) }
        )
    }

    /// A text of another encoding in UTF-8; nothing where it is not told in which it is.
    ///
    /// O(bytes).
    package static func utf8(of bytes: [UInt8]) -> [UInt8]? {
        switch load(path: "", bytes: bytes).diagnostics.first?.arguments.first {
        case utf16: utf16Text(bytes)
        case _?: LegacyEncoding.utf8Text(bytes)
        case nil: nil
        }
    }

    /// Each pair of bytes one unit, by the mark at the beginning or as the zeros lie; nothing where that spells no text.
    private static func utf16Text(_ bytes: [UInt8]) -> [UInt8]? {
        let isBig: Bool
        switch (bytes.first, bytes.dropFirst().first) {
        case (0xFE, 0xFF): isBig = true
        case (0xFF, 0xFE): isBig = false
        // Of a Russian text most high halves are 4, those of its spaces and digits 0.
        default:
            let zeros = bytes.indices.filter { bytes[$0] == 0 }
            isBig = zeros.count { $0.isMultiple(of: 2) } * 2 > zeros.count
        }
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: 0, to: bytes.count, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBig ? first << 8 | second : second << 8 | first
        }
        let text = units.first == 0xFEFF ? units.dropFirst() : units[...]
        return String(validating: text, as: UTF16.self).map { Array($0.utf8) }
    }

    private static let utf16 = "UTF-16"

    /// Characters that no page may hold; they come along unseen with what is copied from slides and PDF files.
    ///
    /// O(bytes).
    private static func forbiddenCharacters(_ file: SourceFile) -> [Diagnostic] {
        var found: [Range<Int>] = []
        file.bytes.withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                let length = ByteSurvey.forbiddenLength(bytes, at: index)
                if length > 0 { found.append(index..<index + length) }
            }
        }
        return diagnostics(found, file)
    }

    /// Characters that turn the order of letters around, and those that nobody sees.
    ///
    /// O(bytes).
    private static func unseenCharacters(_ file: SourceFile) -> [Diagnostic] {
        var found: [(scalar: Unicode.Scalar, range: Range<Int>)] = []
        var last: Unicode.Scalar?
        var index = 0
        for scalar in String(decoding: file.bytes, as: UTF8.self).unicodeScalars {
            let length = UTF8.width(scalar)
            if RefusedCharacters.contains(scalar), !RefusedCharacters.isShape(scalar, behind: last) {
                found.append((scalar, index..<index + length))
            }
            last = scalar
            index += length
        }
        return RefusedCharacterReport.diagnostics(found, in: file)
    }

    private static func diagnostics(_ found: [Range<Int>], _ file: SourceFile) -> [Diagnostic] {
        let characters = found.compactMap { range in file.text(range).unicodeScalars.first.map { ($0, range) } }
        return RefusedCharacterReport.diagnostics(characters, in: file)
    }

    /// CR LF and a CR alone become LF.
    private static func normalisedLineEnds(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0D {
                result.append(0x0A)
                if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
            } else {
                result.append(bytes[index])
            }
            index += 1
        }
        return result
    }

    /// Fewer letters may be a fault in a text of another sort.
    private static let leastLetters = 20

    /// Every second byte of a Russian text in UTF-16 is 0 or 4; those of the encodings of one byte spell Russian words.
    private static func badByte(_ file: SourceFile, _ offset: Int) -> Diagnostic {
        let zeros = file.bytes.reduce(into: 0) { if $1 == 0 { $0 += 1 } }
        if zeros > 8, zeros * 8 > file.bytes.count {
            return Diagnostic(.badEncoding, [utf16], at: SourceLocation(path: file.path))
        }
        let high = file.bytes.reduce(into: 0) { if $1 >= 0x80 { $0 += 1 } }
        if high > leastLetters, let encoding = LegacyEncoding.likeliest(file.bytes) {
            return Diagnostic(.badEncoding, [encoding.name], at: SourceLocation(path: file.path))
        }
        return Diagnostic(.badUTF8, at: SourceLocation(file, offset..<offset + 1))
    }
}

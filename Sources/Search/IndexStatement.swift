import Formats

extension JSONValue {
    /// The values of `albumSearchData("name",values…);`, or nil when a file is anything else.
    static func values(ofStatement bytes: [UInt8], name: String) -> [JSONValue]? {
        let head = "albumSearchData(".utf8
        let tail = ");\n".utf8
        guard bytes.count > head.count + tail.count, bytes.starts(with: head),
            bytes.suffix(tail.count).elementsEqual(tail),
            let values = list(bytes, in: head.count..<bytes.count - tail.count), values.count > 1,
            values[0] == .string(Array(name.utf8))
        else { return nil }
        return Array(values.dropFirst())
    }
}

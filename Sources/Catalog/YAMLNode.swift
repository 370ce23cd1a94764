/// A value of a YAML file with its place in the text.
package struct YAMLNode: Sendable {
    /// What stands there.
    package enum Value: Sendable {
        /// Text of a scalar; `isPlain` when it stood without quotation marks.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        /// In the order of the file; keys are unique.
        case mapping([Pair])
    }

    /// One line of a mapping.
    package struct Pair: Sendable {
        package let key: String
        package let keyRange: Range<Int>
        package let value: YAMLNode
    }

    package let value: Value
    /// Bytes in the source file; of a collection, its first character.
    package let range: Range<Int>

    /// The text of a scalar that holds more than white space.
    package var text: String? {
        guard case .scalar(let text, let isPlain) = value, text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
        return isPlain && (text == "~" || text == "null") ? nil : text
    }

    /// Nothing was written behind the colon.
    package var isEmpty: Bool {
        switch value {
        case .scalar: text == nil
        case .sequence(let items): items.isEmpty
        case .mapping(let pairs): pairs.isEmpty
        }
    }

    /// The items of a sequence, or a single value as a sequence of one.
    package var items: [YAMLNode] {
        switch value {
        case .scalar: isEmpty ? [] : [self]
        case .sequence(let items): items
        case .mapping: [self]
        }
    }

    /// The pairs of a mapping; nothing for another value.
    package var pairs: [Pair]? {
        if case .mapping(let pairs) = value { pairs } else { nil }
    }

    /// The value of a key of a mapping.
    package subscript(key key: String) -> YAMLNode? { pairs?.first { $0.key == key }?.value }
}

extension YAMLNode {
    /// A mapping with the keys of another that it does not have, behind its own; itself where one is no mapping.
    package func completed(with other: YAMLNode) -> YAMLNode {
        guard let own = pairs, let others = other.pairs else { return self }
        return YAMLNode(value: .mapping(own + others.filter { self[key: $0.key] == nil }), range: range)
    }
}

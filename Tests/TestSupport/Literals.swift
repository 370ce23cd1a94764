import Catalog

// In tests a position may be written as a number, a list as its elements, an address as its text; in the program nowhere.

extension MaterialIndex: ExpressibleByIntegerLiteral {
    @usableFromInline
    package init(integerLiteral value: Int) { self.init(value) }
}

extension KindIndex: ExpressibleByIntegerLiteral {
    @usableFromInline
    package init(integerLiteral value: Int) { self.init(value) }
}

extension VocabularyIndex: ExpressibleByIntegerLiteral {
    @usableFromInline
    package init(integerLiteral value: Int) { self.init(value) }
}

extension EntryIndex: ExpressibleByIntegerLiteral {
    @usableFromInline
    package init(integerLiteral value: Int) { self.init(value) }
}

extension Indexed: ExpressibleByArrayLiteral {
    @usableFromInline
    package init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension SiteAddress: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self.init(value) }
}

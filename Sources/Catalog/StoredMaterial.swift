import Formats

// Materials as bytes; positions in the schema are kept as they are, under a key that names the schema.

extension MaterialOrigin: Storable {
    package func store(in writer: inout ByteWriter) {
        writer.text(listing.id.rawValue)
        writer.number(listing.kind.offset)
        writer.text(listing.title)
        writer.text(listing.path)
        writer.text(listing.address.text)
        writer.flag(listing.isDraft)
        writer.texts(listing.formerPaths)
        writer.text(listing.root?.rawValue)
        writer.flag(isText)
        writer.flag(isBroken)
        writer.optional(id) { $0.range($1) }
        writer.optional(title) { $0.range($1) }
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        let id = MaterialID(try reader.text())
        let listing = MaterialDirectory.Listing(
            id: id, kind: KindIndex(try reader.number()), title: try reader.text(), path: try reader.text(),
            address: SiteAddress(try reader.text()), isDraft: try reader.flag(), formerPaths: try reader.texts(),
            root: try reader.optionalText().map { RootID($0) })
        self.init(
            listing: listing, isText: try reader.flag(), isBroken: try reader.flag(),
            id: try reader.optional { reader throws(ByteReader.Damage) in try reader.range() },
            title: try reader.optional { reader throws(ByteReader.Damage) in try reader.range() })
    }
}

extension Material {
    /// What its origin does not know.
    package func store(in writer: inout ByteWriter) {
        writer.text(summary)
        writer.optional(date)
        writer.optional(updated)
        writer.texts(formerAddresses)
        writer.list(attachments) { writer, attachment in
            writer.text(attachment.written)
            writer.text(attachment.path)
            writer.range(attachment.range)
        }
        writer.list(tableFiles) { writer, table in
            writer.number(table.definition)
            writer.text(table.path)
            writer.range(table.range)
        }
        writer.optional(timeFrame)
        writer.list(fields) { writer, field in
            writer.text(field.id.rawValue)
            field.value.store(in: &writer)
            writer.list(field.places) { $0.range($1) }
            // Places are left out of stamps, but not whether there are any.
            writer.flag(isDefault(field))
        }
        writer.list(axes)
        writer.flag(isMisplaced)
    }

    package convenience init(_ origin: MaterialOrigin, from reader: inout ByteReader) throws(ByteReader.Damage) {
        let listing = origin.listing
        self.init(
            id: listing.id, kind: listing.kind, title: listing.title, summary: try reader.text(),
            address: listing.address, path: listing.path, date: try reader.optional(), updated: try reader.optional(),
            isDraft: listing.isDraft, formerAddresses: try reader.texts(),
            attachments: try reader.list { reader throws(ByteReader.Damage) in
                Attachment(written: try reader.text(), path: try reader.text(), range: try reader.range())
            },
            tableFiles: try reader.list { reader throws(ByteReader.Damage) in
                TableFile(definition: try reader.number(), path: try reader.text(), range: try reader.range())
            },
            timeFrame: try reader.optional(),
            fields: try reader.list { reader throws(ByteReader.Damage) in
                let field = Field(
                    id: FieldID(try reader.text()), value: try FieldValue(from: &reader),
                    places: try reader.list { reader throws(ByteReader.Damage) in try reader.range() })
                _ = try reader.flag()
                return field
            },
            axes: try reader.entries(), isMisplaced: try reader.flag())
    }
}

extension EntryReference: Storable {
    package func store(in writer: inout ByteWriter) {
        if let names = writer.names {
            writer.text(names(vocabulary.offset, entry.offset))
        } else {
            writer.number(vocabulary.offset)
            writer.number(entry.offset)
        }
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        let (list, position) = (try reader.number(), try reader.number())
        guard let positions = reader.positions else {
            self.init(vocabulary: VocabularyIndex(list), entry: EntryIndex(position))
            return
        }
        guard let now = positions(list, position) else { throw ByteReader.Damage() }
        self.init(vocabulary: VocabularyIndex(list), entry: EntryIndex(now))
    }
}

extension ByteReader {
    /// Entries that were written in their order, which may be another one now.
    fileprivate mutating func entries() throws(ByteReader.Damage) -> [EntryReference] {
        let entries: [EntryReference] = try list()
        return positions == nil ? entries : entries.sorted()
    }
}

extension Schema {
    /// What stands for an entry where there is no room for its name (``Vocabulary/letter(of:)``).
    package func letter(of reference: EntryReference) -> String {
        vocabularies[reference.vocabulary].letter(of: reference.entry)
    }

    /// What an entry is called where positions do not count: `directions/znanie`.
    package func entryName(of reference: EntryReference) -> String {
        vocabularies[reference.vocabulary].id.rawValue + "/" + entry(reference).id.rawValue
    }

    /// What entries are called in stamps (``ByteWriter/Names``): their ids, which outlive positions.
    package var entryName: ByteWriter.Names {
        let ids = vocabularies.map { ($0.id.rawValue, $0.entries.map(\.id.rawValue)) }
        return { list, position in ids[list].0 + "/" + ids[list].1[position] }
    }
}

extension MaterialName: Storable {
    package func store(in writer: inout ByteWriter) {
        writer.text(text)
        writer.optional(kind) { $0.number($1.offset) }
        writer.text(root?.rawValue)
        writer.range(range)
        writer.flag(isUncertain)
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        self.init(
            text: try reader.text(),
            kind: try reader.optional { reader throws(ByteReader.Damage) in KindIndex(try reader.number()) },
            root: try reader.optionalText().map { RootID($0) },
            range: try reader.range(), isUncertain: try reader.flag())
    }
}

extension FieldValue: Storable {
    package func store(in writer: inout ByteWriter) {
        switch self {
        case .text(let text):
            writer.byte(0)
            writer.text(text)
        case .markdown(let text):
            writer.byte(1)
            writer.text(text)
        case .number(let number):
            writer.byte(2)
            writer.word(number.bitPattern)
        case .share(let number):
            writer.byte(3)
            writer.word(number.bitPattern)
        case .date(let date):
            writer.byte(4)
            date.store(in: &writer)
        case .period(let period):
            writer.byte(5)
            period.store(in: &writer)
        case .flag(let flag):
            writer.byte(6)
            writer.flag(flag)
        case .choice(let id, let label):
            writer.byte(7)
            writer.text(id)
            writer.text(label)
        case .list(let items):
            writer.byte(8)
            writer.texts(items)
        case .entries(let entries):
            writer.byte(9)
            writer.list(entries)
        case .materials(let names):
            writer.byte(10)
            writer.list(names)
        case .citations(let citations):
            writer.byte(11)
            writer.list(citations) { writer, citation in
                citation.source.store(in: &writer)
                writer.text(citation.locator)
            }
        case .absentInSource: writer.byte(12)
        case .reach(let reach):
            writer.byte(13)
            writer.flag(reach.isEverybody)
            for entries in [reach.sorted, reach.named, reach.but] { writer.list(entries) }
        }
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        switch try reader.byte() {
        case 0: self = .text(try reader.text())
        case 1: self = .markdown(try reader.text())
        case 2: self = .number(Double(bitPattern: try reader.word()))
        case 3: self = .share(Double(bitPattern: try reader.word()))
        case 4: self = .date(try CalendarDate(from: &reader))
        case 5: self = .period(try Period(from: &reader))
        case 6: self = .flag(try reader.flag())
        case 7: self = .choice(id: try reader.text(), label: try reader.text())
        case 8: self = .list(try reader.texts())
        case 9: self = .entries(try reader.list())
        case 10: self = .materials(try reader.list())
        case 11:
            self = .citations(
                try reader.list { reader throws(ByteReader.Damage) in
                    SourceCitation(source: try EntryReference(from: &reader), locator: try reader.text())
                })
        case 12: self = .absentInSource
        case 13:
            var reach = EntryReach()
            reach.isEverybody = try reader.flag()
            (reach.sorted, reach.named, reach.but) = (try reader.list(), try reader.list(), try reader.list())
            self = .reach(reach)
        default: throw ByteReader.Damage()
        }
    }
}

// Paragraphs, and what the first bytes of one make of it: a task, an alert, a note.

extension TreeReader {
    mutating func readParagraph(_ block: CmarkNode) {
        var range = range(of: block)
        setMap(block, range)
        range = map.start..<max(map.start, range.upperBound)
        if nextTable < scan.tables.count, scan.tables[nextTable].paragraph == block {
            nextTable += 1
            readTable(block, scan.tables[nextTable - 1].layout, range)
            lastNote = nil
            return
        }
        let alert = takeAlert(block)
        if let alert { range = max(range.lowerBound, min(alert, range.upperBound))..<range.upperBound }
        let mark = alert ?? takeTask(block) ?? firstText
        if let firstText { range = min(max(range.lowerBound, firstText), range.upperBound)..<range.upperBound }
        firstText = nil
        let depth = builder.open.count
        builder.enter(.paragraph, range)
        readInlines(of: block, from: text, cell: nil, textFrom: mark)
        leaveParagraph(block, depth: depth)
    }

    /// Closes a paragraph; one that was nothing but the mark of an alert is none.
    mutating func leaveParagraph(_ block: CmarkNode, depth: Int) {
        if builder.open.count == depth + 1, builder.open[depth] == builder.nodes.count - 1, depth > 0,
            case .alert = builder.nodes[builder.open[depth - 1]].kind
        {
            builder.abandonOpened()
        }
        // Where the paragraph turned out to be a footnote, the note is open around it.
        if builder.open.count > depth + 1 { lastNote = (builder.open[depth], block) }
        while builder.open.count > depth { builder.leave() }
    }

    /// Reads an indented block behind a note as further blocks of it.
    mutating func continueNote(with block: CmarkNode) -> Bool {
        guard !isEmbedded, let note = lastNote, block.previous == note.paragraph,
            let continuation = EmbeddedText(noteBlock: block, scan)
        else { return false }
        let depth = builder.open.count
        let range = builder.nodes[note.node].range
        blockEnd = max(range.upperBound, codeRange(block).upperBound)
        // Places of the continuation are compared with those of what is around, so that must reach around them all.
        builder.reopen(note.node)
        builder.setRange(of: note.node, 0..<max(blockEnd, continuation.bytes.count))
        CmarkParser.read(continuation, extensions, into: &builder)
        builder.setRange(of: note.node, range.lowerBound..<blockEnd)
        while builder.open.count > depth { builder.leave() }
        return true
    }

    /// Reads a block of HTML as a paragraph if it begins with a tag that passes.
    mutating func readTaggedParagraph(_ block: CmarkNode) -> Bool {
        guard !isEmbedded, extensions.contains(.inlineTags), let embedded = EmbeddedText(htmlBlock: block, scan) else {
            return false
        }
        let depth = builder.open.count
        let range = codeRange(block)
        blockEnd = range.upperBound
        CmarkParser.read(embedded, extensions, into: &builder)
        while builder.open.count > depth { builder.leave() }
        return true
    }

    /// Makes an alert of the quote around if its first paragraph begins so; returns where the text after the mark begins.
    mutating func takeAlert(_ block: CmarkNode) -> Int? {
        guard extensions.contains(.alerts), let quote = builder.open.last, quote == builder.nodes.count - 1,
            case .blockQuote = builder.nodes[quote].kind,
            let mark = Alert.mark(in: text, at: map.start, limit: map.end), block.firstChild?.kind == .text
        else { return nil }
        builder.setKind(of: quote, .alert(mark.alert))
        if mark.end < map.end, text[mark.end] != UInt8(ascii: "\n") { return mark.end }
        return map.source.count > 1 ? map.source[1] : map.end
    }

    /// Marks the item around as a task if its first paragraph begins so; returns where the text after the mark begins.
    private mutating func takeTask(_ block: CmarkNode) -> Int? {
        guard extensions.contains(.tasks), let item = builder.open.last, item == builder.nodes.count - 1,
            case .item = builder.nodes[item].kind, let mark = TaskItems.mark(in: text, at: map.start, limit: map.end),
            block.firstChild?.kind == .text
        else { return nil }
        builder.setKind(of: item, .item(isDone: mark.isDone))
        return mark.end
    }
}

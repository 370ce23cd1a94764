import CExpat
import Diagnostics

/// What is told of an XML text, in its order.
///
/// Names come without their prefixes: parts of office files that mean the same have different ones.
package protocol XMLHandler {
    mutating func start(_ name: String, _ attributes: [String: String])
    mutating func end(_ name: String)
    /// Pieces of a text; one text may come in several.
    mutating func text(_ text: String)
}

/// Reads XML as events.
///
/// This file is the only one that knows expat. A text with a document type is refused, so that no entity is ever
/// expanded or fetched; so is one that is nested deeper than ``deepest``. O(bytes).
package enum XMLReader {
    /// Word nests tables in cells some dozens of elements deep.
    package static let deepest = 400

    /// Tells all of a text to a handler; throws when it is no XML that an office program writes.
    ///
    /// - Parameter part: the name of the part, for the message.
    package static func read<Handler: XMLHandler>(
        _ bytes: [UInt8], _ part: String, _ handler: inout Handler
    ) throws(ImportFailure) {
        guard let parser = XML_ParserCreateNS(nil, separator) else {
            preconditionFailure("expat makes a parser where there is memory")
        }
        defer { XML_ParserFree(parser) }
        let state = State(parser, handler)
        XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
        XML_SetElementHandler(
            parser, { State.of($0)?.start($1, $2) }, { data, name in State.of(data)?.end(name) })
        XML_SetCharacterDataHandler(parser) { State.of($0)?.text($1, $2) }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in State.of(data)?.stop(.documentType) }
        let status = withExtendedLifetime(state) {
            bytes.withUnsafeBytes {
                XML_Parse(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: $0.count), 1)
            }
        }
        if let handled = state.handler as? Handler { handler = handled }
        switch state.fault {
        case .documentType: throw ImportFailure(ImportReason.documentType, [part])
        case .depth: throw ImportFailure(ImportReason.tooDeep, [part])
        case nil: if status != XML_STATUS_OK { throw ImportFailure(ImportReason.brokenPart, [part]) }
        }
    }

    /// Stands between the address of a namespace and a name; no name holds it.
    private static let separator = CChar(bitPattern: UInt8(ascii: "\n"))

    private enum Fault {
        case documentType, depth
    }

    /// What the callbacks share; it lives as long as one call of ``read(_:_:_:)``.
    private final class State {
        let parser: XML_Parser
        var handler: any XMLHandler
        var depth = 0
        var fault: Fault?

        init(_ parser: XML_Parser, _ handler: any XMLHandler) {
            self.parser = parser
            self.handler = handler
        }

        static func of(_ data: UnsafeMutableRawPointer?) -> State? {
            data.map { Unmanaged<State>.fromOpaque($0).takeUnretainedValue() }
        }

        func stop(_ fault: Fault) {
            guard self.fault == nil else { return }
            self.fault = fault
            XML_StopParser(parser, XML_Bool(0))
        }

        func start(_ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
            guard fault == nil, let name else { return }
            depth += 1
            guard depth <= XMLReader.deepest else { return stop(.depth) }
            var values: [String: String] = [:]
            var index = 0
            while let key = attributes?[index], let value = attributes?[index + 1] {
                values[XMLReader.local(key)] = String(cString: value)
                index += 2
            }
            handler.start(XMLReader.local(name), values)
        }

        func end(_ name: UnsafePointer<CChar>?) {
            guard fault == nil, let name else { return }
            depth -= 1
            handler.end(XMLReader.local(name))
        }

        func text(_ start: UnsafePointer<CChar>?, _ count: Int32) {
            guard fault == nil, let start else { return }
            let bytes = UnsafeRawBufferPointer(start: start, count: Int(count))
            handler.text(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Without the address of its namespace.
    private static func local(_ name: UnsafePointer<CChar>) -> String {
        let whole = String(cString: name)
        guard let end = whole.utf8.lastIndex(of: UInt8(bitPattern: separator)) else { return whole }
        return String(whole[whole.utf8.index(after: end)...])
    }
}

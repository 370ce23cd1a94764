import Catalog
import Files
import Formats
import Store

/// What one build works out from stamped inputs and the next one takes over while the stamp is the same: in the store, or
/// in memory where several builds are made by one run.
struct BuildMemory: Sendable {
    let store: BuildStore?
    let shelf: UnitShelf?
    /// What is different for other readers is kept apart for them.
    let readers: String

    /// The value of before where it was made of the same, else a new one.
    /// - Parameter stamp: of all that it is made of.
    func value<Value: Storable & Sendable, Failure>(
        _ name: String, of stamp: UInt64, make: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        if shelf != nil { return try lasting(name, of: stamp, make: make) }
        let name = "\(name)-\(readers)"
        if let bytes = store?.value(name, in: .traces), let kept = try? Stamped<Value>(stored: bytes),
            kept.stamp == stamp
        {
            return kept.value
        }
        let value = try make()
        store?.set(name, Stamped(stamp: stamp, value: value).stored, in: .traces)
        return value
    }

    /// The same for what has no form of bytes: it is kept in memory alone.
    func lasting<Value: Sendable, Failure>(
        _ name: String, of stamp: UInt64, make: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        if let kept = shelf?.value(name, of: stamp, as: Value.self) { return kept }
        let value = try make()
        shelf?.keep(name, value, of: stamp)
        return value
    }

    /// The same for each material: in memory, only those are worked out again that are not what they were.
    ///
    /// - Parameters:
    ///   - stamp: of what all of them hang on; nothing where that cannot be told.
    ///   - versions: of each material.
    func each<Value: Sendable>(
        _ name: String, of stamp: UInt64?, _ versions: PerMaterial<UInt64>, _ parallel: Parallel,
        make: @Sendable (MaterialIndex) -> Value
    ) -> PerMaterial<Value> {
        typealias Known = PerMaterial<(version: UInt64, value: Value)>
        guard let shelf, let stamp else { return parallel.map(versions) { index, _ in make(index) } }
        let known = shelf.value(name, of: stamp, as: Known.self)
        let values = parallel.map(versions) { index, version in
            if let known, known[index].version == version { return known[index] }
            return (version: version, value: make(index))
        }
        shelf.keep(name, values, of: stamp)
        return values.mapped(\.value)
    }

    private struct Stamped<Value: Storable>: Storable {
        let stamp: UInt64
        let value: Value

        init(stamp: UInt64, value: Value) {
            self.stamp = stamp
            self.value = value
        }

        func store(in writer: inout ByteWriter) {
            writer.word(stamp)
            value.store(in: &writer)
        }

        init(from reader: inout ByteReader) throws(ByteReader.Damage) {
            stamp = try reader.word()
            value = try Value(from: &reader)
        }
    }
}

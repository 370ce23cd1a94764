#if !LIBFUZZER
    import Foundation

    /// The same targets without libFuzzer, from the ordinary build: inputs changed at random, led by nothing; CI runs it.
    ///
    ///     album-fuzz TARGET INPUTS SECONDS SEED
    ///
    /// Begins with the files of the folder INPUTS. A seed gives the same inputs again; with `ALBUM_FUZZ_LAST` each is written to that
    /// file before it is tried, so that the last one is what broke something.
    @main enum ShortRun {
        static func main() throws {
            let arguments = CommandLine.arguments
            guard arguments.count == 5, let target = FuzzTarget(rawValue: arguments[1]),
                let seconds = Double(arguments[3]),
                let seed = UInt64(arguments[4])
            else {
                FileHandle.standardError.write(Data("album-fuzz TARGET INPUTS SECONDS SEED\n".utf8))
                exit(2)
            }
            let folder = URL(fileURLWithPath: arguments[2])
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            let inputs = try names.map { Array(try Data(contentsOf: folder.appendingPathComponent($0))) }
            guard !inputs.isEmpty else {
                FileHandle.standardError.write(Data("album-fuzz: \(folder.path) is empty\n".utf8))
                exit(2)
            }
            let last = ProcessInfo.processInfo.environment["ALBUM_FUZZ_LAST"].map(URL.init(fileURLWithPath:))
            var changes = RandomChanges(seed: seed, inputs: inputs)
            let end = Date(timeIntervalSinceNow: seconds)
            var tried = 0
            // Whole inputs first: what a seed breaks is no accident.
            while tried < inputs.count || Date() < end {
                let input = tried < inputs.count ? inputs[tried] : changes.next()
                if let last { try Data(input).write(to: last) }
                target.run(input)
                tried += 1
            }
            print("\(target.rawValue): \(tried) inputs")
        }
    }

    /// Inputs made of others by a few changes each.
    struct RandomChanges {
        private static let longest = 16_384
        private static let tokens = [
            "---\n", "\n", "\r\n", ": ", "- ", "| ", "|", "[", "](", "![", "<", "</", "&#", "`", "```\n", "\"", "'",
            ";", ",", "%2e", "../",
            "\0", "\u{FEFF}", "\u{AD}", "\u{301}", "№", "«", "»", "ё", "2024", "31.12.9999", "-1",
            "99999999999999999999", "1e400", "PK\u{3}\u{4}",
            "Content-Length: ", "HTTP/1.1\r\n\r\n", "{", "}", "&a *a", "!!", "<![CDATA[", "<!ENTITY a \"b\">",
        ].map { Array($0.utf8) }

        /// SplitMix64 (Steele, Lea, Flood, «Fast splittable pseudorandom number generators», 2014).
        private struct Chance: RandomNumberGenerator {
            var state: UInt64

            mutating func next() -> UInt64 {
                state &+= 0x9E37_79B9_7F4A_7C15
                var mixed = state
                mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
                return mixed ^ mixed >> 31
            }
        }

        private var chance: Chance
        private let inputs: [[UInt8]]

        init(seed: UInt64, inputs: [[UInt8]]) {
            (chance, self.inputs) = (Chance(state: seed), inputs)
        }

        mutating func next() -> [UInt8] {
            var input = some()
            for _ in 0..<Int.random(in: 1...6, using: &chance) { change(&input) }
            return Array(input.prefix(Self.longest))
        }

        private mutating func some() -> [UInt8] {
            Array((inputs.randomElement(using: &chance) ?? []).prefix(Self.longest))
        }

        private mutating func change(_ input: inout [UInt8]) {
            let place = Int.random(in: 0...input.count, using: &chance)
            let end = Int.random(in: place...min(input.count, place + 64), using: &chance)
            switch Int.random(in: 0..<7, using: &chance) {
            case 0: if place < input.count { input[place] ^= 1 << UInt8.random(in: 0...7, using: &chance) }
            case 1: if place < input.count { input[place] = UInt8.random(in: 0...255, using: &chance) }
            case 2: input.removeSubrange(place..<end)
            case 3: input.insert(contentsOf: Array(input[place..<end]), at: place)
            case 4: input.insert(contentsOf: Self.tokens.randomElement(using: &chance) ?? [], at: place)
            case 5:
                let token = Self.tokens.randomElement(using: &chance) ?? []
                input.replaceSubrange(
                    place..<end, with: repeatElement(token, count: Int.random(in: 1...40, using: &chance)).joined())
            default:
                let other = some()
                input = Array(input[..<place]) + other.dropFirst(Int.random(in: 0...other.count, using: &chance))
            }
        }
    }
#endif

import Bodies
import Programs

/// Makes pictures that pages can show of those that they cannot, by ImageMagick or libvips where one is installed.
///
/// What a file is was found out by its first bytes and is told to the program, which is to guess nothing: no text, drawing
/// or address is ever opened. Nothing that a camera wrote down stays in the result; it stands upright and has the colours
/// of the web.
package struct PictureConverter: Sendable {
    private enum Program: Sendable {
        case magick(BoundedProgram)
        case vips(BoundedProgram)
    }

    /// A picture that was made.
    package struct Made: Sendable, Equatable {
        package let bytes: [UInt8]
        package let format: PictureFormat
    }

    /// Name the programs where they are not in `PATH`.
    package static let (magickVariable, vipsVariable) = ("ALBUM_MAGICK", "ALBUM_VIPS")

    private static let longestSeconds = 40
    private static let largestAnswer = 32 << 20
    private static let quality = 84

    private let programs: [Program]

    /// None where neither is installed.
    package static func find(_ environment: [String: String] = BoundedProgram.environment) -> PictureConverter? {
        func program(_ name: String, _ variable: String) -> BoundedProgram? {
            BoundedProgram.path(of: name, variable: variable, environment).map {
                BoundedProgram(path: $0, longestSeconds: longestSeconds, largestAnswer: largestAnswer)
            }
        }
        let magick = program("magick", magickVariable) ?? program("convert", magickVariable)
        let programs = [
            magick.map { Program.magick($0) }, program("vips", vipsVariable).map { Program.vips($0) },
        ].compactMap(\.self)
        return programs.isEmpty ? nil : PictureConverter(programs: programs)
    }

    /// The picture as a JPEG, or as what it was where its lines are sharp or its ground may be seen through, no wider or
    /// higher than `widest`; else what the last program said.
    package func made(of bytes: [UInt8], _ format: PictureFormat, widest: Int) -> Result<Made, Refusal> {
        let keepsFormat = format == .png || format == .bmp || format == .webp
        let first = keepsFormat ? (format == .bmp ? PictureFormat.png : format) : .jpeg
        var refusal = Refusal(message: "")
        for program in programs {
            switch made(of: bytes, format, as: first, widest, program) {
            case .success(let made):
                guard made.bytes.count > PublishedFileCheck.largestPicture, first != .jpeg,
                    case .success(let smaller) = self.made(of: bytes, format, as: .jpeg, widest, program)
                else { return .success(made) }
                // A photograph that was kept without loss: as a JPEG it has a tenth.
                return .success(smaller)
            case .failure(let failure): refusal = failure
            }
        }
        return .failure(refusal)
    }

    /// What a program said.
    package struct Refusal: Error, Equatable {
        package let message: String
    }

    private func made(
        of bytes: [UInt8], _ format: PictureFormat, as goal: PictureFormat, _ widest: Int, _ program: Program
    ) -> Result<Made, Refusal> {
        let file = "made." + goal.ending
        do {
            let run: BoundedProgram.Run
            switch program {
            case .magick(let program):
                run = try program.run(
                    Self.magick(format, goal, widest, file), bytes, made: file, more: Self.environment)
            case .vips(let program):
                run = try program.run(Self.vips(goal, widest, file), bytes, made: file, more: Self.environment)
            }
            guard run.status == 0, PictureFormat(run.answer) == goal else {
                let line = run.message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
                return .failure(Refusal(message: line))
            }
            return .success(Made(bytes: run.answer, format: goal))
        } catch {
            return .failure(Refusal(message: "\(error)"))
        }
    }

    /// Its temporary files go into the folder of the run; what loaders libvips distrusts are not used.
    private static let environment = [
        "PATH": "/usr/local/bin:/usr/bin:/bin", "MAGICK_TEMPORARY_PATH": ".", "VIPS_BLOCK_UNTRUSTED": "1",
        "VIPS_CONCURRENCY": "1", "MAGICK_THREAD_LIMIT": "1",
    ]

    private static func magick(_ format: PictureFormat, _ goal: PictureFormat, _ widest: Int, _ file: String)
        -> [String]
    {
        let limits = [
            ("memory", "512MiB"), ("map", "512MiB"), ("disk", "1GiB"), ("width", "20KP"), ("height", "20KP"),
            ("time", String(longestSeconds)),
        ].flatMap { ["-limit", $0.0, $0.1] }
        let ground = goal == .jpeg ? ["-background", "white", "-flatten"] : []
        return limits + ["\(format.rawValue):in[0]", "-auto-orient", "-resize", "\(widest)x\(widest)>"] + ground + [
            "-colorspace", "sRGB", "-strip", "-quality", String(goal == .png ? 95 : quality),
            "\(goal.rawValue):\(file)",
        ]
    }

    private static func vips(_ goal: PictureFormat, _ widest: Int, _ file: String) -> [String] {
        let options =
            switch goal {
            case .png: "[strip,compression=9]"
            case .jpeg: "[strip,background=255,Q=\(quality)]"
            default: "[strip,Q=\(quality)]"
            }
        return [
            "thumbnail", "in", file + options, String(widest), "--height", String(widest), "--size", "down",
            "--export-profile", "srgb",
        ]
    }
}

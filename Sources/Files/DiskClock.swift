import Glibc

/// The clock by which a disk notes when a file was touched.
package enum DiskClock {
    /// Nanoseconds within which a disk may note no second change: the coarsest clocks tick some hundred times a second,
    /// FAT every two seconds.
    private static let grain: Int64 = 2_000_000_000

    /// Nanoseconds since 1970.
    package static var now: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    }

    /// Whole seconds since 1970.
    package static var second: Int { Int(now / 1_000_000_000) }

    /// From when on a file must have been touched that might not show it if it was touched again after `look`.
    static func unsettled(at look: Int64) -> Int64 { look - grain }

    /// Whether a file that was last touched at `time` would show it if it was touched again after `look`.
    package static func isSettled(_ time: Int64, at look: Int64) -> Bool { time < unsettled(at: look) }
}

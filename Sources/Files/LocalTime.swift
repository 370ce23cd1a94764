import Glibc

/// A moment as the clock on the wall shows it, for what is said to the person in front of this computer.
///
/// No page of a site is made with it: those know no time zone.
package struct LocalTime: Sendable, Hashable {
    package let year: Int
    /// From 1.
    package let month: Int
    package let day: Int
    package let hour: Int
    package let minute: Int
    package let second: Int

    /// - Parameter second: since 1970, in UTC.
    package init(second: Int) {
        var (moment, parts) = (time_t(second), tm())
        localtime_r(&moment, &parts)
        year = Int(parts.tm_year) + 1900
        month = Int(parts.tm_mon) + 1
        day = Int(parts.tm_mday)
        hour = Int(parts.tm_hour)
        minute = Int(parts.tm_min)
        self.second = Int(parts.tm_sec)
    }

    /// `09:05`.
    package var clock: String { Self.two(hour) + ":" + Self.two(minute) }

    /// `09:05:07`.
    package var exactClock: String { clock + ":" + Self.two(second) }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

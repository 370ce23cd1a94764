import ArgumentParser
import Catalog
import Formats
import Programs
import Starting

/// The day on which a person does something with a site: publishes it, looks at it before, withdraws a page.
///
/// What a build makes hangs on the day of its edition alone, so that it is the same whenever it is built.
enum Today {
    /// Names a moment as seconds since 1970 (reproducible-builds.org), which stands for now.
    static let variable = "SOURCE_DATE_EPOCH"
    /// 1 January 1970 as spreadsheets count days.
    private static let epoch = 25_569
    private static let secondsPerDay = 86_400

    /// By the clock on the wall, or as the environment says it, then in UTC; what is no moment there is a fault of usage.
    static func day(_ environment: [String: String] = BoundedProgram.environment) throws -> CalendarDate {
        guard let text = environment[variable], !text.isEmpty else { return StartingAnswers.today }
        guard let seconds = Int(text), seconds >= 0, let day = CalendarDate.spreadsheet(epoch + seconds / secondsPerDay)
        else { throw ValidationError("\(variable): нужно число секунд с 1 января 1970 года, а не «\(text)»") }
        return day
    }
}

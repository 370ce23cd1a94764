import Formats

/// When a material was changed, as git has it: the newest change first.
///
/// No names of people.
package struct ChangeHistory: Sendable, Hashable {
    package struct Change: Sendable, Hashable {
        /// When it was made, where its author was.
        package let day: CalendarDate
        /// What its author says of it; nothing where pages do not show it.
        package let subject: String?

        package init(day: CalendarDate, subject: String?) {
            self.day = day
            self.subject = subject
        }
    }

    /// One at least.
    package let changes: [Change]

    /// Nothing of no changes.
    package init?(_ changes: [Change]) {
        if changes.isEmpty { return nil }
        self.changes = changes
    }

    /// The day of the last change.
    package var last: CalendarDate { changes[0].day }

    /// Appends all that readers may see of it.
    package func write(to writer: inout ByteWriter) {
        writer.list(changes) { writer, change in
            writer.text("\(change.day)")
            writer.text(change.subject)
        }
    }
}

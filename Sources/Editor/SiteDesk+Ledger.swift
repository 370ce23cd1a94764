import Catalog
import Diagnostics
import Files
import Formats
import SiteBuilder
import Starting

// The list of published addresses: what leaves the site is withdrawn there, what comes back stays again.
extension SiteDesk {
    /// Notes that readers do not find these addresses any more, since today, or the day of an edition that is still to come;
    /// nothing for none.
    func withdraw(_ addresses: [SiteAddress], _ site: SiteFiles) throws(FileError) {
        guard !addresses.isEmpty else { return }
        let day = max(site.edition, StartingAnswers.today)
        let titles = Dictionary(
            site.catalog.materials.map { ($0.address, $0.title) }, uniquingKeysWith: { first, _ in first })
        try changeLedger { ledger in
            addresses.reduce(ledger) { ledger, address in
                // A line of the list has one line.
                let title = titles[address].map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
                return ledger.withdrawing(address, .init(day: day, reason: nil, title: title)) ?? ledger
            }
        }
    }

    /// Notes that withdrawn addresses are to stay again; nothing for none.
    func restore(_ addresses: [SiteAddress]) throws(FileError) {
        guard !addresses.isEmpty else { return }
        try changeLedger { ledger in addresses.reduce(ledger) { $0.restoring($1) ?? $0 } }
    }

    /// Nothing happens where there is no list, or a damaged one, which a build tells of.
    private func changeLedger(_ change: (AddressLedger) -> AddressLedger) throws(FileError) {
        try saving.withLock { _ throws(FileError) in
            guard let file = try AddressLedger.file(in: root)?.file,
                case (let ledger, let faults) = AddressLedger.read(file), faults.isEmpty,
                case let changed = change(ledger), changed != ledger
            else { return }
            try changed.write(to: root)
        }
    }
}

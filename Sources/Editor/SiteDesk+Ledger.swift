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
        let withdrawal = AddressLedger.Withdrawal(day: max(site.edition, StartingAnswers.today), reason: nil)
        try changeLedger { ledger in
            addresses.reduce(ledger) { $0.withdrawing($1, withdrawal) ?? $0 }
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

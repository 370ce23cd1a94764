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
    /// - Parameters:
    ///   - reason: for readers; may be empty.
    ///   - successor: the page that they are led to instead.
    func withdraw(
        _ addresses: [SiteAddress], _ site: SiteFiles, reason: String = "", successor: SiteAddress? = nil
    ) throws(FileError) {
        guard !addresses.isEmpty else { return }
        let day = max(site.edition, StartingAnswers.today)
        let entries = site.catalog.schema.vocabularies.filter(\.isAxis).flatMap { vocabulary in
            vocabulary.entries.map { (SitePages.entry(vocabulary, $0), $0.distinctName) }
        }
        let titles = Dictionary(
            site.catalog.materials.map { ($0.address, $0.title) } + entries, uniquingKeysWith: { first, _ in first })
        try changeLedger { ledger in
            addresses.reduce(ledger) { ledger, address in
                let withdrawal = AddressLedger.Withdrawal(
                    day: day, reason: AddressLedger.Withdrawal.line(reason),
                    title: titles[address].flatMap(AddressLedger.Withdrawal.line), successor: successor)
                return ledger.withdrawing(address, withdrawal) ?? ledger
            }
        }
    }

    /// What is asked when a material leaves the site, with what was typed of it; nothing where nobody comes by its address.
    func withdrawing(
        _ listing: MaterialDirectory.Listing, _ key: FormKey, _ showing: Showing
    ) throws(FileError) -> Withdrawing? {
        guard !listing.isDraft, let file = try AddressLedger.file(in: root)?.file,
            AddressLedger.read(file).ledger.entries.contains(where: { $0.address == listing.address })
        else { return nil }
        if let typed = showing.withdrawing { return typed }
        guard let kept = try work.typed(key) else { return Withdrawing() }
        return Withdrawing(kept)
    }

    /// The page that was named in the place of one that leaves the site.
    func successor(
        _ withdrawing: Withdrawing, of listing: MaterialDirectory.Listing, _ site: SiteFiles
    ) -> Result<SiteAddress?, Withdrawing.Fault> {
        let name = withdrawing.successor.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if name.isEmpty { return .success(nil) }
        let listings = site.catalog.directory.listings
        let found: MaterialDirectory.Listing? =
            switch site.catalog.directory.resolve(name) {
            case .one(let index): listings[index]
            case .several, .none:
                listings.first { name == $0.address.text || name.hasSuffix("/" + $0.address.text) }
            }
        guard let found, !found.isDraft, found.path != listing.path else {
            return .failure(Withdrawing.Fault(text: WithdrawalWord.noSuccessor.text(language, name)))
        }
        return .success(found.address)
    }

    /// Why nothing is written where a page is named that readers cannot be led to.
    static func refusal(_ successor: Result<SiteAddress?, Withdrawing.Fault>) -> FormPage.Answer? {
        guard case .failure(let fault) = successor else { return nil }
        return .refused([FormMessage(place: Withdrawing.successorName, severity: .error, text: fault.text)])
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

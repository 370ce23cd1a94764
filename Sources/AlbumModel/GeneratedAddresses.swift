import Catalog
import Diagnostics

/// Finds materials that would take the address of a page or a file which the program makes: a further part of a list,
/// an edition on one page, a folder of the search.
///
/// What is known from the schema alone is reported before, with the addresses of materials among themselves.
package enum GeneratedAddresses {
    /// - Parameter generated: addresses of all pages that are no materials.
    package static func diagnostics(
        _ album: Album, _ origins: PerMaterial<MaterialOrigin>, generated: [SiteAddress]
    ) -> [Diagnostic] {
        let known = SitePages.reservedAddresses(album.catalog.schema)
        let made = Set(generated.map { $0.lowercased() }).subtracting(known)
        return album.published.compactMap { index in
            let address = album.catalog.materials[index].address.lowercased()
            guard made.contains(address) || address.isInProgramFolder else { return nil }
            return Diagnostic(
                .reservedAddress, [album.catalog.materials[index].address.text], at: origins[index].location)
        }
    }
}

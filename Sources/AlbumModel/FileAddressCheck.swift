import Bodies
import Catalog
import Diagnostics

/// Checks that what is published beside the pages takes no address twice: attachments, pictures, data of tables.
///
/// Letter case does not count, since a copy on a USB stick may not know it. Pages were checked against each other when
/// the catalog was read. O(files).
package enum FileAddressCheck {
    /// - Parameter files: paths below `content/` that pages need.
    package static func diagnostics(
        _ site: LoadedSite, _ compiled: PerMaterial<CompiledMaterial>, files: Set<String>
    )
        -> [Diagnostic]
    {
        let materials = site.catalog.materials
        var owners: [SiteAddress: SourceLocation] = [:]
        for address in SitePages.reservedAddresses(site.catalog.schema).union(DataFiles.fixed) {
            owners[address] = SourceLocation(path: Configuration.path)
        }
        for (index, material) in materials.positioned {
            owners[material.address.lowercased()] = site.origins[index].location
        }
        var result: [Diagnostic] = []
        func take(_ address: SiteAddress, _ place: SourceLocation) {
            guard let first = owners.updateValue(place, forKey: address.lowercased()) else { return }
            result.append(Diagnostic(.collidingAddress, [address.text], at: place, related: [first]))
        }
        for path in files.sorted() { take(Address.file(ofPath: path), SourceLocation(path: "content/" + path)) }
        for (index, address) in tables(site, compiled) { take(address, site.origins[index].location) }
        return result
    }

    /// Addresses of all files that are no pages, in lower case.
    package static func addresses(
        _ site: LoadedSite, _ compiled: PerMaterial<CompiledMaterial>, files: Set<String>
    ) -> Set<SiteAddress> {
        let ofAddress: Set<SiteAddress> =
            site.configuration.url == nil
            ? [] : [DataFiles.sitemap, DataFiles.robots, DataFiles.overview, DataFiles.security]
        return DataFiles.fixed.union(ofAddress).union(files.map { Address.file(ofPath: $0).lowercased() })
            .union(tables(site, compiled).map { $0.address.lowercased() })
    }

    /// The CSV files of record tables, each with its material.
    private static func tables(_ site: LoadedSite, _ compiled: PerMaterial<CompiledMaterial>)
        -> [(material: MaterialIndex, address: SiteAddress)]
    {
        compiled.positioned.flatMap { index, material in
            material.tables.indices.map { table in
                let page = site.catalog.materials[index].address
                return (index, DataFiles.records(ofPage: page, table: table, id: material.tables[table].id, "csv"))
            }
        }
    }
}

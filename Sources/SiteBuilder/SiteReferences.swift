import Bodies
import Catalog
import Diagnostics
import Languages
import Linking

/// A place where a material or `album.yml` names a material, a file or a page, and what is meant by it.
package struct SiteReference: Sendable {
    /// How it is written.
    package enum Form: Sendable, Hashable {
        /// `[text](../documents/order.md#sroki)`, `![alt](foto.jpg)`.
        case address
        /// A name in a text or cell: `[[order]]`, a column of references, a chart.
        case name
        /// A name in YAML.
        case yamlName
        /// A file in YAML, relative to the material's folder.
        case yamlFile
        /// The name of a picture beside the material, whose place is known to be harmless.
        case yamlPicture
    }

    /// What is meant.
    package enum Target: Sendable, Hashable {
        /// A material, by its path below `content/`.
        case material(String)
        /// A file, by the same.
        case file(String)
        /// A page of the site that is no material.
        case page(String)
        /// Another site, or nothing.
        case elsewhere
    }

    /// The material that names it, by its path below `content/`; nothing for `album.yml`.
    package let source: String?
    /// The file that it stands in.
    package let file: String
    /// Bytes of that file.
    package let range: Range<Int>
    /// Decoded.
    package let written: String
    package let form: Form
    package let target: Target
}

/// What a site says of itself: its faults and wishes, its materials, and all that names one of them.
package struct SiteSurvey: Sendable {
    package let catalog: AlbumCatalog
    /// Of each material in the order of the catalog, then of `album.yml`.
    package let references: [SiteReference]
    /// Paths below `content/` of files that are no materials.
    package let files: Set<String>
    /// Sorted for printing.
    package let diagnostics: [Diagnostic]
    package let language: Language
}

/// Gathers the references of a linked site.
struct ReferenceCollector {
    private let site: LoadedSite
    private let resolver: ReferenceResolver
    private var found: [SiteReference] = []

    static func references(_ site: LoadedSite, _ resolver: ReferenceResolver) -> [SiteReference] {
        var collector = ReferenceCollector(site: site, resolver: resolver)
        for index in site.catalog.materials.indices where !site.origins[index].isBroken { collector.read(index) }
        for named in [site.configuration.about, site.configuration.guide].compactMap(\.self) {
            guard let range = named.place.range else { continue }
            collector.add(
                nil, named.place.path, range, named.name, .yamlName,
                collector.target(named: named.name, kind: nil, from: nil))
        }
        return collector.found
    }

    private init(site: LoadedSite, resolver: ReferenceResolver) {
        self.site = site
        self.resolver = resolver
    }

    private mutating func add(
        _ source: String?, _ file: String, _ range: Range<Int>, _ written: String, _ form: SiteReference.Form,
        _ target: SiteReference.Target
    ) {
        found.append(
            SiteReference(source: source, file: file, range: range, written: written, form: form, target: target))
    }

    private mutating func read(_ index: MaterialIndex) {
        let material = site.catalog.materials[index]
        let own = "content/" + material.path
        for field in material.fields { names(field.value, material, own, .yamlName) }
        for file in material.attachments {
            add(material.path, own, file.range, file.written, .yamlFile, target(ofFile: file.path))
        }
        for file in material.tableFiles {
            add(material.path, own, file.range, file.path, .yamlFile, target(ofFile: file.path))
        }
        for leave in site.pictureLeaves[index].map(\.leave) {
            let path = SourcePath.resolve(
                inFolderOf: material.path, leave.text, of: site.origins[index].listing.root)
            add(
                material.path, own, leave.range, leave.text, .yamlPicture, path.map { target(ofFile: $0) } ?? .elsewhere
            )
        }
        let compiled = site.compiled[index]
        for link in compiled.links {
            let form: SiteReference.Form = link.written.kind == .wiki ? .name : .address
            add(
                material.path, path(link.place.source, own), link.place.range, link.written.destination, form,
                target(of: link.written, index))
        }
        for table in compiled.tables {
            for cell in table.rows.flatMap(\.cells) {
                names(cell.value, material, path(table.source, own), .name)
            }
        }
        for chart in compiled.charts {
            guard case .named(let named) = chart.numbers, let name = named.material else { continue }
            add(
                material.path, own, name.range, name.text, .name,
                target(named: name.text, kind: nil, from: site.origins[index].listing.root))
        }
    }

    private mutating func names(
        _ value: FieldValue?, _ material: Material, _ file: String, _ form: SiteReference.Form
    ) {
        guard case .materials(let names)? = value else { return }
        for name in names {
            add(
                material.path, file, name.range, name.text, form,
                target(named: name.text, kind: name.kind, from: name.root))
        }
    }

    private func path(_ source: CompiledMaterial.TextSource, _ own: String) -> String {
        switch source {
        case .own: own
        case .table(let path): "content/" + path
        }
    }

    // MARK: What is meant

    private func target(named name: String, kind: KindIndex?, from root: RootID?) -> SiteReference.Target {
        guard case .one(let index) = site.catalog.directory.resolve(name, kind: kind, from: root) else {
            return .elsewhere
        }
        return .material(site.catalog.materials[index].path)
    }

    private func target(ofFile path: String) -> SiteReference.Target {
        site.files[path] == nil ? .elsewhere : .file(path)
    }

    private func target(of link: WrittenLink, _ index: MaterialIndex) -> SiteReference.Target {
        switch resolver.resolve(link, of: index) {
        case .material(let target, _): .material(site.catalog.materials[target].path)
        case .file(let path): .file(path)
        case .page(let address, _, _): .page(address.text)
        case .external, .nowhere, .fault: .elsewhere
        }
    }
}

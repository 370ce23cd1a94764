import Bodies
import Catalog
import Diagnostics
import Drawings
import Languages

/// Finds the numbers of charts that name a record table.
package struct ChartNumbers {
    let catalog: AlbumCatalog
    let compiled: ReadList<PerMaterial<CompiledMaterial>>
    let showsDrafts: Bool

    package init(
        _ catalog: AlbumCatalog, _ compiled: ReadList<PerMaterial<CompiledMaterial>>, showsDrafts: Bool
    ) {
        self.catalog = catalog
        self.compiled = compiled
        self.showsDrafts = showsDrafts
    }

    /// Tells which tables and columns that charts name do not exist.
    ///
    /// O(charts × cells of their tables).
    package func diagnostics() -> [Diagnostic] {
        compiled.indices.flatMap { index -> [Diagnostic] in
            let path = "content/" + catalog.directory.listings[index].path
            return compiled[index].charts.compactMap { chart in
                guard case .failure(let fault) = numbers(of: chart, in: index) else { return nil }
                return Diagnostic(
                    fault.code, fault.arguments, at: SourceLocation(path: path, range: fault.range),
                    candidates: fault.makeCandidates())
            }
        }
    }

    /// The numbers of a chart of a material; nothing where they are not there.
    package func table(of chart: WrittenChart, in index: MaterialIndex) -> ChartTable? {
        try? numbers(of: chart, in: index).get()
    }

    /// Why a chart has no numbers.
    private struct Fault: Error {
        let code: DiagnosticCode
        let arguments: [String]
        /// Bytes of the material's file.
        let range: Range<Int>
        let makeCandidates: @Sendable () -> [String]

        init(
            _ code: DiagnosticCode, _ arguments: [String], _ range: Range<Int>,
            candidates: @autoclosure @escaping @Sendable () -> [String] = []
        ) {
            self.code = code
            self.arguments = arguments
            self.range = range
            makeCandidates = candidates
        }
    }

    private func numbers(of chart: WrittenChart, in index: MaterialIndex) -> Result<ChartTable, Fault> {
        switch chart.numbers {
        case .written(let table): .success(table)
        case .named(let name): table(name, chart.form, of: index)
        }
    }

    private func table(
        _ name: WrittenChart.TableName, _ form: BarChart.Form, of index: MaterialIndex
    ) -> Result<ChartTable, Fault> {
        Result { () throws(Fault) in
            let material = try material(name, of: index)
            let table = try recordTable(name, of: material)
            let definition = catalog.kind(of: catalog.materials[material]).tables[table.definition]
            let columns = try columns(name, form, of: table, definition)
            let key = table.column(definition.key, of: definition) ?? 0
            let filled = table.records.filter { row in
                row.cells.count == table.columns.count && columns.contains { row.cells[$0].value?.measure != nil }
            }
            // A sum stands not among its parts; where it has none, it is what the chart shows.
            let parts = filled.filter { !SumName.isSum($0.cells[key].text) }
            let rows = parts.isEmpty ? filled : parts
            for cell in rows.flatMap({ row in columns.map { row.cells[$0] } }) {
                guard let number = cell.value?.measure else { continue }
                if number < 0 || (form == .share && number > 100) {
                    throw Fault(.chartValue, [cell.text], (name.table ?? name.material)?.range ?? name.range)
                }
            }
            return ChartTable(
                texts: [([key] + columns).map { table.columns[$0].title }]
                    + rows.map { row in ([key] + columns).map { row.cells[$0].text } },
                rows: rows.map { row in
                    BarChart.Row(name: row.cells[key].text, values: columns.map { row.cells[$0].value?.measure })
                },
                source: (material, table.id))
        }
    }

    private func material(
        _ name: WrittenChart.TableName, of index: MaterialIndex
    ) throws(Fault) -> MaterialIndex {
        guard let written = name.material else { return index }
        let directory = catalog.directory
        let root = directory.listings[index].root
        if let withdrawn = directory.withdrawn(written.text, from: root) {
            let told = directory.diagnostic(withdrawn, named: written.text, by: index, at: SourceLocation(path: "")) {
                directory.listings[$0].id.rawValue
            }
            throw Fault(told.code, told.arguments, written.range, candidates: told.candidates)
        }
        switch directory.resolve(written.text, from: root) {
        case .one(let target):
            if directory.listings[target].isDraft, !showsDrafts, target != index {
                throw Fault(.linkToDraft, [directory.listings[target].title], written.range)
            }
            return target
        case .several(let found):
            throw Fault(
                .ambiguousReference, [written.text], written.range,
                candidates: found.map { directory.listings[$0].id.rawValue })
        case .none:
            let unknown = directory.unknown(written.text)
            throw Fault(unknown.code, unknown.arguments, written.range, candidates: unknown.candidates())
        }
    }

    private func recordTable(
        _ name: WrittenChart.TableName, of material: MaterialIndex
    ) throws(Fault) -> CompiledTable {
        let tables = compiled[material].tables
        let wanted = name.table.map { NameFolding.fold($0.text) }
        let found = tables.first {
            wanted == nil || $0.id == name.table?.text || NameFolding.fold($0.caption) == wanted
        }
        if let found { return found }
        let text = name.table?.text ?? ""
        throw Fault(
            .unknownChartTable, [text, catalog.directory.listings[material].title], name.table?.range ?? name.range,
            candidates: NameSuggester(tables.map(\.id)).nearest(to: text))
    }

    private func columns(
        _ name: WrittenChart.TableName, _ form: BarChart.Form, of table: CompiledTable, _ definition: TableDefinition
    ) throws(Fault) -> [Int] {
        func type(_ position: Int) -> FieldType? {
            table.columns[position].definition.map { definition.columns[$0].type }
        }
        let numeric = table.columns.indices.filter { type($0)?.isNumeric == true }
        var columns: [Int] = []
        for label in name.columns {
            let wanted = NameFolding.fold(label.text)
            let found = numeric.first { position in
                let column = table.columns[position]
                return NameFolding.fold(column.title) == wanted
                    || column.definition.map { NameFolding.fold(definition.columns[$0].label) } == wanted
            }
            guard let found else {
                let titles = numeric.map { table.columns[$0].title }
                throw Fault(
                    .unknownChartColumn, [label.text, table.caption], label.range,
                    candidates: NameSuggester(titles).nearest(to: label.text))
            }
            columns.append(found)
        }
        if name.columns.isEmpty { columns = numeric.filter { type($0) == (form == .share ? .share : .number) } }
        if columns.isEmpty { throw Fault(.chartWithoutTable, [], name.range) }
        if columns.count > BarChart.mostParts {
            let counts = [String(columns.count), String(BarChart.mostParts)]
            throw Fault(.chartParts, counts, name.columns.last?.range ?? name.range)
        }
        return columns
    }
}

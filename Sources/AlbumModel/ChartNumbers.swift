import Bodies
import Catalog
import Diagnostics
import Drawings
import Languages

/// Gives charts that name a record table the numbers of it, now that all materials are compiled.
package struct ChartNumbers {
    let site: LoadedSite
    let compiled: [CompiledMaterial]
    let showsDrafts: Bool

    /// Puts numbers into all charts that lack them, and tells which tables and columns do not exist.
    ///
    /// O(charts × cells of their tables).
    package static func fill(
        _ compiled: inout [CompiledMaterial], of site: LoadedSite, showsDrafts: Bool
    ) -> [Diagnostic] {
        let numbers = ChartNumbers(site: site, compiled: compiled, showsDrafts: showsDrafts)
        var diagnostics: [Diagnostic] = []
        for index in compiled.indices {
            guard let file = site.drafts[index].file else { continue }
            for (position, chart) in compiled[index].charts.enumerated() {
                guard case .named(let name)? = chart?.numbers, let form = chart?.form else { continue }
                switch numbers.table(name, form, of: index, file) {
                case .success(let table): compiled[index].charts[position]?.numbers = .written(table)
                case .failure(let fault):
                    compiled[index].charts[position] = nil
                    diagnostics.append(fault.diagnostic)
                }
            }
        }
        return diagnostics
    }

    /// Why a chart has no numbers.
    private struct Fault: Error {
        let diagnostic: Diagnostic

        init(
            _ code: DiagnosticCode, _ arguments: [String], _ file: SourceFile, _ range: Range<Int>,
            candidates: [String] = []
        ) {
            diagnostic = Diagnostic(code, arguments, at: SourceLocation(file, range), candidates: candidates)
        }
    }

    private func table(
        _ name: WrittenChart.TableName, _ form: BarChart.Form, of index: Int, _ file: SourceFile
    ) -> Result<ChartTable, Fault> {
        Result { () throws(Fault) in
            let material = try material(name, of: index, file)
            let table = try recordTable(name, of: material, file)
            let definition = site.catalog.kind(of: site.catalog.materials[material]).tables[table.definition]
            let columns = try columns(name, form, of: table, definition, file)
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
                    throw Fault(.chartValue, [cell.text], file, (name.table ?? name.material)?.range ?? name.range)
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
        _ name: WrittenChart.TableName, of index: Int, _ file: SourceFile
    ) throws(Fault) -> Int {
        guard let written = name.material else { return index }
        let directory = site.catalog.directory
        switch directory.resolve(written.text) {
        case .one(let target):
            if site.catalog.materials[target].isDraft, !showsDrafts, target != index {
                throw Fault(.linkToDraft, [site.catalog.materials[target].title], file, written.range)
            }
            return target
        case .several(let found):
            throw Fault(
                .ambiguousReference, [written.text], file, written.range,
                candidates: found.map { directory.listings[$0].id.rawValue })
        case .none:
            throw Fault(
                .unknownMaterial(named: written.text), [written.text], file, written.range,
                candidates: directory.suggestions(for: written.text))
        }
    }

    private func recordTable(
        _ name: WrittenChart.TableName, of material: Int, _ file: SourceFile
    ) throws(Fault) -> CompiledTable {
        let tables = compiled[material].tables
        let wanted = name.table.map { NameFolding.fold($0.text) }
        let found = tables.first {
            wanted == nil || $0.id == name.table?.text || NameFolding.fold($0.caption) == wanted
        }
        if let found { return found }
        let text = name.table?.text ?? ""
        throw Fault(
            .unknownChartTable, [text, site.catalog.materials[material].title], file, name.table?.range ?? name.range,
            candidates: NameSuggester(tables.map(\.id)).nearest(to: text))
    }

    private func columns(
        _ name: WrittenChart.TableName, _ form: BarChart.Form, of table: CompiledTable, _ definition: TableDefinition,
        _ file: SourceFile
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
                    .unknownChartColumn, [label.text, table.caption], file, label.range,
                    candidates: NameSuggester(titles).nearest(to: label.text))
            }
            columns.append(found)
        }
        if name.columns.isEmpty { columns = numeric.filter { type($0) == (form == .share ? .share : .number) } }
        if columns.isEmpty { throw Fault(.chartWithoutTable, [], file, name.range) }
        if columns.count > BarChart.mostParts {
            let counts = [String(columns.count), String(BarChart.mostParts)]
            throw Fault(.chartParts, counts, file, name.columns.last?.range ?? name.range)
        }
        return columns
    }
}

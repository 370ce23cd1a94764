/// Every text that the program itself puts on a page; the theme's strings must have each.
///
/// ```swift
/// theme.strings.text(Word.dueNext)                  // «Ближайшие мероприятия»
/// theme.strings.counted(5, CountWord.materials)     // «5 материалов»
/// ```
package enum Word: String, CaseIterable, Sendable {
    case pageHome = "site_page_home"
    case pageCoverage = "site_page_coverage"
    case pageCoverageLead = "site_page_coverage_lead"
    case pageCalendar = "site_page_calendar"
    case pageCalendarLead = "site_page_calendar_lead"
    case pageSearch = "site_page_search"
    case pageGlossary = "site_page_glossary"
    case pageGlossaryLead = "site_page_glossary_lead"
    case pageNotFound = "site_page_not_found"
    case pageNotFoundText = "site_page_not_found_text"
    case pageMoved = "site_page_moved"
    case pagePart = "site_page_part"
    case pageAllOf = "site_page_all_of"
    case pagePrintEdition = "site_page_print_edition"
    case dueNext = "site_due_next"
    case dueLatest = "site_due_latest"
    case yearTitle = "site_year_title"
    case withoutDate = "site_without_date"
    case factRegion = "site_fact_region"
    case factFull = "site_fact_full"
    case factType = "site_fact_type"
    case factAliases = "site_fact_aliases"
    case factNumber = "site_fact_number"
    case absent = "site_absent"
    case crossMissing = "site_cross_missing"
    case emptyEntry = "site_empty_entry"
    case emptyKind = "site_empty_kind"
    case emptyChapter = "site_empty_chapter"
    case emptyCalendar = "site_empty_calendar"
    case howToAdd = "site_how_to_add"
    case allOfKind = "site_all_of_kind"
    case citedIn = "site_cited_in"
    case linkedFrom = "site_linked_from"
    case documentsBehind = "site_documents_behind"
    case byYear = "site_by_year"
    case byKind = "site_by_kind"
    case chapter = "site_chapter"
    case otherDocuments = "site_other_documents"
    case mapMaterials = "site_map_materials"
    case mapMaterialsAbout = "site_map_materials_about"
    case mapDirections = "site_map_directions"
    case mapDirectionsAbout = "site_map_directions_about"
    case matrixCaption = "site_matrix_caption"
    case withoutMaterials = "site_without_materials"
    case legendNone = "site_legend_none"
    case downloadTable = "site_download_table"
    case downloadBundle = "site_download_bundle"
    case yes = "site_yes"
    case no = "site_no"
    case draftNotice = "site_draft_notice"
}

extension Word {
    /// All keys that a theme must have, nouns among them.
    package static var required: [String] { allCases.map(\.rawValue) + CountWord.allCases.map(\.rawValue) }
}

/// Every noun that the program counts.
package enum CountWord: String, CaseIterable, Sendable {
    case materials
    case chapters = "chapters_count"
    case directions = "directions_count"
    case municipalities = "municipalities_count"
    case events = "events_count"
}

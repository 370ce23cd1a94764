import Catalog

extension SheetView {
    /// A sheet of a material.
    ///
    /// - Parameter subject: for whom it is filled in; none where the kind does not say.
    init(id: String, page: Page, index: MaterialIndex, subject: SheetDefinition.Subject?) {
        let edition = page.album.configuration.edition
        let vocabulary = subject?.names.flatMap { page.album.catalog.vocabulary($0) }
        self.init(
            id: id, page: page.address.text, title: page.album.pageTitle(of: index), edition: "\(edition)",
            subject: subject?.label ?? page.wording.word(.sheetSubject),
            names: vocabulary?.entries.filter { !$0.hasEnded(before: edition) }.map(\.name) ?? [],
            another: subject?.another ?? page.wording.word(.sheetAnother))
    }
}

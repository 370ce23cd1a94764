import Preview
import SiteBuilder

/// A file that the editing pages are made with.
enum Asset: String, CaseIterable {
    case style = "editor.css"
    case icon = "icon.svg"
    case aids = "aids.js"
    case dialog = "dialog.js"
    case editor = "editor.js"
    case files = "files.js"
    case fixes = "fixes.js"
    case form = "form.js"
    case grid = "grid.js"
    case link = "link.js"
    case marks = "marks.js"
    case gridBar = "gridbar.js"
    case gridCell = "gridcell.js"
    case gridClip = "gridclip.js"
    case gridColumns = "gridcolumns.js"
    case gridFiles = "gridfiles.js"
    case gridKeys = "gridkeys.js"
    case gridOffers = "gridoffers.js"
    case gridPick = "gridpick.js"
    case gridRow = "gridrow.js"
    case gridRows = "gridrows.js"
    case gridText = "gridtext.js"
    case gridTold = "gridtold.js"
    case gridView = "gridview.js"
    case gridWide = "gridwide.js"
    case gridWidths = "gridwidths.js"
    case messages = "messages.js"
    case attachments = "attachments.js"
    case bench = "bench.js"
    case follow = "follow.js"
    case places = "places.js"
    case entries = "entries.js"
    case pick = "pick.js"
    case list = "list.js"
    case answers = "answers.js"
    case paste = "paste.js"
    case pasted = "pasted.js"
    case table = "table.js"
    case taken = "taken.js"
    case takenRows = "takenrows.js"
    case pasteBlock = "pasteblock.js"
    case pasteChoices = "pastechoices.js"
    case pasteDialog = "pastedialog.js"
    case pastePut = "pasteput.js"
    case pastePlain = "pasteplain.js"
    case text = "text.js"
    case textHistory = "texthistory.js"
    case told = "told.js"
    case upload = "upload.js"
    case values = "values.js"
    case veil = "veil.js"

    var answer: SiteResponder.Answer {
        let contentType =
            switch self {
            case .style: "text/css; charset=utf-8"
            case .icon: "image/svg+xml"
            default: "text/javascript; charset=utf-8"
            }
        return SiteResponder.Answer(status: 200, contentType: contentType, bytes: bytes)
    }

    private var bytes: [UInt8] {
        switch self {
        case .style: PackageResources.editor_css
        case .icon: PackageResources.icon_svg
        case .aids: PackageResources.aids_js
        case .follow: PackageResources.follow_js
        case .places: PackageResources.places_js
        case .attachments: PackageResources.attachments_js
        case .dialog: PackageResources.dialog_js
        case .editor: PackageResources.editor_js
        case .files: PackageResources.files_js
        case .fixes: PackageResources.fixes_js
        case .form: PackageResources.form_js
        case .grid: PackageResources.grid_js
        case .link: PackageResources.link_js
        case .marks: PackageResources.marks_js
        case .gridBar: PackageResources.gridbar_js
        case .gridCell: PackageResources.gridcell_js
        case .gridClip: PackageResources.gridclip_js
        case .gridColumns: PackageResources.gridcolumns_js
        case .gridFiles: PackageResources.gridfiles_js
        case .gridKeys: PackageResources.gridkeys_js
        case .gridOffers: PackageResources.gridoffers_js
        case .gridPick: PackageResources.gridpick_js
        case .gridRow: PackageResources.gridrow_js
        case .gridRows: PackageResources.gridrows_js
        case .gridText: PackageResources.gridtext_js
        case .gridTold: PackageResources.gridtold_js
        case .gridView: PackageResources.gridview_js
        case .gridWide: PackageResources.gridwide_js
        case .gridWidths: PackageResources.gridwidths_js
        case .messages: PackageResources.messages_js
        case .bench: PackageResources.bench_js
        case .entries: PackageResources.entries_js
        case .pick: PackageResources.pick_js
        case .list: PackageResources.list_js
        case .answers: PackageResources.answers_js
        case .paste: PackageResources.paste_js
        case .pasted: PackageResources.pasted_js
        case .table: PackageResources.table_js
        case .taken: PackageResources.taken_js
        case .takenRows: PackageResources.takenrows_js
        case .pasteBlock: PackageResources.pasteblock_js
        case .pasteChoices: PackageResources.pastechoices_js
        case .pasteDialog: PackageResources.pastedialog_js
        case .pastePut: PackageResources.pasteput_js
        case .pastePlain: PackageResources.pasteplain_js
        case .text: PackageResources.text_js
        case .textHistory: PackageResources.texthistory_js
        case .told: PackageResources.told_js
        case .upload: PackageResources.upload_js
        case .values: PackageResources.values_js
        case .veil: PackageResources.veil_js
        }
    }
}

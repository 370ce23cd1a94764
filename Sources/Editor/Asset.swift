import Preview
import SiteBuilder

/// A file that the editing pages are made with.
enum Asset: String, CaseIterable {
    case style = "editor.css"
    case icon = "icon.svg"
    case editor = "editor.js"
    case files = "files.js"
    case form = "form.js"
    case grid = "grid.js"
    case gridBar = "gridbar.js"
    case gridCell = "gridcell.js"
    case gridClip = "gridclip.js"
    case gridFiles = "gridfiles.js"
    case gridKeys = "gridkeys.js"
    case gridOffers = "gridoffers.js"
    case gridPick = "gridpick.js"
    case gridRow = "gridrow.js"
    case gridRows = "gridrows.js"
    case gridText = "gridtext.js"
    case gridTold = "gridtold.js"
    case gridView = "gridview.js"
    case messages = "messages.js"
    case paste = "paste.js"
    case pasteBlock = "pasteblock.js"
    case pasteChoices = "pastechoices.js"
    case pasteDialog = "pastedialog.js"
    case pastePut = "pasteput.js"
    case text = "text.js"

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
        case .editor: PackageResources.editor_js
        case .files: PackageResources.files_js
        case .form: PackageResources.form_js
        case .grid: PackageResources.grid_js
        case .gridBar: PackageResources.gridbar_js
        case .gridCell: PackageResources.gridcell_js
        case .gridClip: PackageResources.gridclip_js
        case .gridFiles: PackageResources.gridfiles_js
        case .gridKeys: PackageResources.gridkeys_js
        case .gridOffers: PackageResources.gridoffers_js
        case .gridPick: PackageResources.gridpick_js
        case .gridRow: PackageResources.gridrow_js
        case .gridRows: PackageResources.gridrows_js
        case .gridText: PackageResources.gridtext_js
        case .gridTold: PackageResources.gridtold_js
        case .gridView: PackageResources.gridview_js
        case .messages: PackageResources.messages_js
        case .paste: PackageResources.paste_js
        case .pasteBlock: PackageResources.pasteblock_js
        case .pasteChoices: PackageResources.pastechoices_js
        case .pasteDialog: PackageResources.pastedialog_js
        case .pastePut: PackageResources.pasteput_js
        case .text: PackageResources.text_js
        }
    }
}

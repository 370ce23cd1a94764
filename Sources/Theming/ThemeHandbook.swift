/// The handbook of what templates can see, made from the schemas so that it cannot go stale: THEMES.md.
package enum ThemeHandbook {
    /// The handbook as Markdown: each view with a template, then everything inside them.
    package static func markdown(for views: [any TemplateView.Type]) -> String {
        var text = introduction
        var seen: Set<ObjectIdentifier> = []
        var inner: [any View.Type] = []
        text += "\n## Pages and fragments\n"
        for view in views {
            seen.insert(ObjectIdentifier(view.anySchema))
            text += section(view.anySchema, template: view.template, &inner)
        }
        text += "\n## Inside them\n"
        var index = 0
        while index < inner.count {
            let schema = inner[index].anySchema
            index += 1
            if seen.insert(ObjectIdentifier(schema)).inserted { text += section(schema, template: nil, &inner) }
        }
        return text
    }

    private static func section(_ schema: any AnyViewSchema, template: String?, _ inner: inout [any View.Type])
        -> String
    {
        var text = "\n### \(schema.name)\n\n\(schema.about)."
        if let template { text += " Shown by `templates/\(template).mustache`." }
        text += "\n\n| Name | Type | What it holds |\n|---|---|---|\n"
        for variable in schema.variables {
            text += "| `\(variable.name)` | \(type(variable.type, &inner)) | \(variable.about) |\n"
        }
        return text
    }

    private static func type(_ type: VariableType, _ inner: inout [any View.Type]) -> String {
        switch type {
        case .text: return "text"
        case .html: return "HTML"
        case .number: return "number"
        case .flag: return "condition"
        case .texts: return "texts"
        case .record(let view):
            inner.append(view)
            return view.anySchema.name
        case .list(let view):
            inner.append(view)
            return "list of \(view.anySchema.name)"
        }
    }

    private static let introduction = """
        # Themes

        Made from the code by the tests (`RECORD=1 swift test --filter theHandbook`): do not edit.

        A theme is a folder: `theme.yml`, `templates/{layouts,pages,partials,books}/*.mustache`, `strings/ru.yml`, `assets/`.
        A site changes single files of the default theme by files of the same name under its own `themes/album/`.
        Its `assets/css/site.css` is added to the style sheet `album.css`: colours of its own without a copy of the theme's.

        Templates are plain Mustache: `{{text}}`, `{{{html}}}`, `{{#section}}…{{/section}}`, `{{^inverted}}…{{/inverted}}`,
        `{{>partials/name}}`, `{{<layouts/base}}{{$block}}…{{/block}}{{/layouts/base}}`, `{{! comment}}`. Text stands in two
        braces, HTML in three. Every name is checked when the theme is loaded. Indentation is dropped.
        `{{strings.key}}` shows a text of the strings file, `{{assets.css_album_css}}` the path of `assets/css/album.css`
        from the site's root, to be written behind `{{root}}`. An absent value is empty, and a section over it is skipped.

        """
}

extension String {
    /// HTML without the marks of where its lines may break, soft hyphens and no-break spaces: as a person reads it.
    package var withoutBreaks: String { replacing("\u{AD}", with: "").replacing("\u{A0}", with: " ") }
}

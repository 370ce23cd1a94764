extension Sequence {
    /// What readers see, then drafts, each in their order.
    ///
    /// Whatever two materials cannot both have belongs to the one that is published: of the other it is told that it is
    /// taken.
    func publishedFirst(isDraft: (Element) -> Bool) -> [Element] {
        let all = Array(self)
        return all.filter { !isDraft($0) } + all.filter(isDraft)
    }
}

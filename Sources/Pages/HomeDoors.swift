import Bodies
import Catalog
import Linking
import Theming

/// The ways into the album by who one is and by what there is to do: materials whose kind says that they are doors.
struct HomeDoors {
    let page: Page

    /// Rows of a door's table that the home page shows; its own page has them all.
    private static let mostWays = 3

    /// By the choices of each kind of doors, those that have any; a kind that extends another has the same choices.
    func groups() -> [DoorGroupView] {
        var groups: [DoorGroupView] = []
        for group in groupsByKind() {
            if let place = groups.firstIndex(where: { $0.title == group.title }) {
                groups[place].doors += group.doors
            } else {
                groups.append(group)
            }
        }
        return groups
    }

    private func groupsByKind() -> [DoorGroupView] {
        page.album.catalog.kinds.positioned.flatMap { number, kind -> [DoorGroupView] in
            guard let role = kind.roles.door, case .choice(let choices)? = kind.field(role.group)?.type else {
                return []
            }
            let doors = page.album.published
                .filter { page.album.catalog.materials[$0].kind == number }
                .map { (index: $0, material: page.album.catalog.materials[$0]) }
                .sorted { place($0.material, role) < place($1.material, role) }
            return choices.compactMap { choice in
                let chosen = doors.filter { self.choice($0.material, role) == choice.id }
                return chosen.isEmpty ? nil : DoorGroupView(choice.label, chosen.map { door($0.index) })
            }
        }
    }

    private func choice(_ material: Material, _ role: FieldRoles.Door) -> String? {
        guard case .choice(let id, _)? = material.fields.first(where: { $0.id == role.group })?.value else {
            return nil
        }
        return id
    }

    private func place(_ material: Material, _ role: FieldRoles.Door) -> (Double, String) {
        (material.place(by: role.order), material.title)
    }

    private func door(_ index: MaterialIndex) -> DoorView {
        let material = page.album.catalog.materials[index]
        let body = page.album.body(of: index, at: BodyPlace(page: page.address))
        let rows = page.album.compiled[index].tables.first?.records ?? []
        return DoorView(
            title: material.title, url: page.url(to: material.address), summary: material.summary,
            ways: rows.prefix(Self.mostWays).compactMap { $0.cells.first.map { DoorWayView(RawHTML(body.html($0))) } })
    }
}

extension Case {
    /// Of sites that consist of several albums.
    static let roots = [
        Case("missing-root", "roots: [{folder: regions/prem}]", "roots: [{folder: regions/perm}]"),
        Case(
            "root-outside", ru: ("regions/perm → /srv/perm", "regions/perm — сама папка"),
            en: ("regions/perm → /srv/perm", "regions/perm, the folder itself")),
        Case(
            "root-folder-taken", "roots: [{folder: regions/practices}]",
            "roots: [{folder: regions/practices, id: perm}]"),
        Case(
            "kind-of-root-differs", "# regions/perm/content/kinds/practice.yml\nid: practice\ntitle: Опыт",
            "# regions/perm/content/kinds/experience.yml\nid: experience\nfolder: experience\ntitle: Опыт"),
        Case(
            "entry-of-root-differs",
            "# regions/perm/content/vocabularies/directions.yml\n- {id: znanie, name: Познание}",
            "# regions/perm/content/vocabularies/directions.yml\n- {id: znanie, name: Знание}"),
        Case(
            "number-of-root-taken",
            "# regions/perm/content/vocabularies/directions.yml\n- {id: shakhmaty, name: Шахматы, number: 2}",
            "# regions/perm/content/vocabularies/directions.yml\n- {id: shakhmaty, name: Шахматы, number: 10}"),
        Case(
            "place-of-other-region", "- {id: aleksin, name: Алексин, region: tula}",
            "- {id: kungur, name: Кунгурский ГО}"),
        Case("entry-of-other-root", "municipalities: [Алексин]", "municipalities: [Кунгурский ГО]"),
        Case(
            "place-of-gone-root", "municipalities: [perm.kungur-go]",
            "# album.yml\nroots: [{folder: regions/perm, region: perm}]"),
        Case(
            "gone-root", "- {folder: regions/tula, id: tula, region: tula}",
            "- {folder: regions/tula, id: tula, region: tula, was: [tula-oblast]}"),
        Case("unnamed-region", "level: Региональный", "level: Региональный\nregion: [Пермский край]"),
        Case("language-of-root", "# regions/perm/album.yml\nlanguage: en", "# album.yml\nlanguage: en"),
        Case(
            "root-files-of-root", "regions/perm/content/root/robots.txt", "content/root/robots.txt"),
        Case(
            "name-of-whole-site", ru: ("regions/perm: album check", "общий сайт: album check --root ../.."),
            en: ("regions/perm: album check", "the whole site: album check --root ../..")),
    ]
}

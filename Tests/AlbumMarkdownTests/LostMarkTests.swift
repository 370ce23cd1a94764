import Testing

@Suite struct LostMarkTests {
    @Test(arguments: [
        ("[квест](Карта Районов.md)\n", "lost-link: Карта Районов.md"),
        ("![План](План школы (1).png)\n", "lost-link: План школы (1"),
        ("[x](https://example.org/a b)\n", "lost-link: https://example.org/a b"),
        ("[скан](C:\\Мои документы\\a.pdf)\n", "local-path: C:\\Мои документы\\a.pdf"),
        ("Лежит в C:\\Users\\a.pdf, там.\n", "local-path: C:\\Users\\a.pdf,"),
        ("Прошёл [[seminar|семинар].\n", "unclosed-brackets: [["),
        ("**Листом пользуются все.\n", "lost-emphasis: **"),
        ("**Цель:**научить. Слово **«Лидер»**и далее.\n", "lost-emphasis: **"),
        ("```\nПример\n\n## Ход\n", "unclosed-fence: ```"), ("~~~~ text\nПример\n", "unclosed-fence: ~~~~"),
    ])
    func aMarkThatReadersWouldSeeIsToldOnceAtItsPlace(text: String, problem: String) {
        #expect(problems(text) == [problem])
    }

    @Test(arguments: [
        "[квест](<Карта Районов.md>)\n", "`[a](b c)` и `**`\n", "\\*\\*не выделено\\*\\*\n", "2 ** 3\n",
        "**Цель:** научить.\n", "[[seminar|семинар]]\n", "```\nПример\n```\n", "> ```\n> Пример\n> ```\n",
        "~~~\n```\n~~~\n\n", "    [a](b c)\n", "Время: 10:30\n", "[a](b \"название\")\n", "см. [1] (а, б)\n",
        "| a |\n| --- |\n| **б** |\n",
    ])
    func whatIsRightIsPassedOver(text: String) {
        #expect(problems(text) == [])
    }
}

import Formats

/// What readers are told who come to the address of a material that has left the site.
struct Withdrawing: Sendable, Equatable {
    /// Names of the controls.
    static let reasonName = "_reason"
    static let successorName = "_successor"

    /// Why it was withdrawn; may be empty.
    var reason = ""
    /// The material that they are led to, as typed; may be empty.
    var successor = ""

    init() {}

    init(_ form: FormData) {
        reason = form[Self.reasonName] ?? ""
        successor = form[Self.successorName] ?? ""
    }

    /// That nobody can be led there.
    struct Fault: Error {
        let text: String
    }
}

extension FormPage {
    /// What is asked when it leaves the site: folded beside the buttons, and in the window of the question where there are scripts.
    func withdrawal() -> String {
        guard stage == .published, let withdrawing else { return "" }
        func text(_ word: WithdrawalWord) -> String { HTMLEscaping.html(word.text(language)) }
        let isOpen = withdrawing != Withdrawing()
        let (reason, successor) = (Withdrawing.reasonName, Withdrawing.successorName)
        let faults: [FormMessage] =
            if case .refused(let messages) = answer { messages.filter { $0.place == successor } } else { [] }
        return """
            <details class="withdrawing"\(isOpen ? " open" : "")><summary>\(text(.ifWithdrawn))</summary><fieldset>
            \(whoNamesIt())
            <div class="field"><label for="field-\(reason)">\(text(.reason))</label>
            <p class="help" id="help-\(reason)">\(text(.aboutReason))</p>
            <input id="field-\(reason)" name="\(reason)" aria-describedby="help-\(reason)" value="\(HTMLEscaping.html(withdrawing.reason))"></div>
            <div class="field"><label for="field-\(successor)">\(text(.successor))</label>
            <p class="help" id="help-\(successor)">\(text(.aboutSuccessor))</p>
            <input id="field-\(successor)" name="\(successor)" aria-describedby="help-\(successor) for-\(successor)" data-pick="one" data-list="\(successor)" value="\(HTMLEscaping.html(withdrawing.successor))">
            <div class="messages" id="for-\(successor)" aria-live="polite" data-message-for="\(successor)">\(faults.map { $0.html(language) }.joined())</div></div>
            </fieldset></details>

            """
    }

    /// Who leads readers to it, and what these will see; nothing where nobody does.
    private func whoNamesIt() -> String {
        guard !naming.isEmpty else { return "" }
        let most = 5
        let shown = Unfilled.list(Array(naming.prefix(most)))
        let further = naming.count > most ? WithdrawalWord.andOthers.text(language, String(naming.count - most)) : ""
        return "<p class=\"naming\">\(HTMLEscaping.html(WithdrawalWord.naming.text(language, shown + further)))</p>"
    }
}

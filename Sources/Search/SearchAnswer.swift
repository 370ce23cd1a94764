/// What a query found, and what was really searched.
package struct SearchAnswer: Sendable, Equatable {
    /// A page that was found.
    package struct Result: Sendable, Equatable {
        /// Its number in the index.
        let document: Int
        /// The page's title.
        package let title: String
        /// Its address, relative to the site's root.
        package let url: String
        /// The word for what it is.
        package let label: String
        /// Greater is better; comparable within an answer only.
        package let score: Int
        /// The passage of the text that best shows the query's words, in parts; without a text the summary.
        package let snippet: [SnippetPart]
        /// Passages in files of the page: the same one where it is of a file, or that of a file which has words that the page
        /// itself lacks.
        package let files: [FilePassage]
        /// Why it has its score; nil when that was not asked.
        package let explanation: ScoreExplanation?

        /// The snippet as plain text.
        package var snippetText: String { snippet.map(\.text).joined() }
    }

    /// A passage in a file that a page offers.
    package struct FilePassage: Sendable, Equatable {
        /// The file's name.
        package let name: String
        /// The passage, in parts.
        package let snippet: [SnippetPart]
    }

    /// A run of a snippet's text.
    package struct SnippetPart: Sendable, Equatable {
        package let text: String
        /// Whether it is a word of the query.
        package let isMatch: Bool
    }

    /// How many of the best pages were looked through for the quoted phrases, and how many have them all.
    ///
    /// Where some have, these alone are found; where none has, the phrases count as words.
    package struct PhraseCheck: Sendable, Equatable {
        package let checked: Int
        package let held: Int
    }

    /// What a query is made of.
    package enum Kind: Sendable, Equatable {
        /// Words that tell something.
        case words
        /// Nothing but words of nearly every text.
        case common
        /// Neither a word nor a number.
        case wordless
    }

    /// Why a word was searched otherwise than it was typed.
    package enum Remark: Sendable, Equatable {
        /// The word was typed in the other keyboard layout.
        case layout(typed: String, searched: String)
        /// The word is not in the texts; a similar one was searched.
        case spelling(typed: String, searched: String)
        /// The word is in no text, or in nearly every one, and was left out.
        case ignored(String)
        /// No text has the number as a whole; the numbers that it is made of were searched.
        case apart(String)
        /// No text has the day.
        case noDay(String)
        /// The file that could tell whether the word is in the texts was not there.
        case unread(String)
        /// Beside the words, phrases that mean the same were searched; they are written as in the vocabularies.
        case related(typed: String, searched: [String])
        /// No page has the word, or all of the words; phrases that mean the same were searched.
        case instead(typed: String, searched: [String])
        /// The query is too long; so many of its words were searched.
        case cut(words: Int)

        /// Whether a word of the query was not searched at all.
        var isLoss: Bool {
            switch self {
            case .ignored, .apart, .noDay, .unread: true
            case .layout, .spelling, .related, .instead, .cut: false
            }
        }
    }

    /// The query as it was asked.
    package let query: String
    package let kind: Kind
    /// The number of pages that count as found: all but those aside; of a query with a quoted phrase those with all words
    /// alone, if there are any, which stand first among `results`.
    package let total: Int
    /// The number of pages with all words.
    package let complete: Int
    /// Whether there may be more pages than `total`: very common words were looked up among their best pages alone.
    package let isPartial: Bool
    package let results: [Result]
    /// What became of the phrases in quotation marks; nil for a query without them.
    package let phrases: PhraseCheck?
    package let remarks: [Remark]
    /// Files of the index that are missing or damaged; the answer is made from the rest.
    package let faults: [SearchIndexError]
}

/// Values of facets that a query names: with them as filters the rest of the query is asked of fewer pages.
package struct NamedValues: Sendable, Equatable {
    package struct Value: Sendable, Equatable {
        /// The ids of the facet and of the value, and what readers see of this.
        package let facet: String
        package let value: String
        package let label: String
    }

    /// At least one, of a facet each.
    package let values: [Value]
    /// The query without the words that name them.
    package let rest: String
    /// The number of pages of the values that have all words of the rest.
    package let count: Int
    /// Whether the rest finds no others, that have some of its words.
    package let isAll: Bool
}

/// A file of the index that cannot be used.
package enum SearchIndexError: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is no such file.
    case missing(path: String)
    /// The file is not what the writer wrote.
    case damaged(path: String)
    /// The index was written by another version of the program.
    case version(found: Int)

    package var description: String {
        switch self {
        case .missing(let path): "\(path): файла поискового индекса нет"
        case .damaged(let path): "\(path): файл поискового индекса повреждён"
        case .version(let found): "версия поискового индекса \(found), нужна \(ShardFormat.version)"
        }
    }
}

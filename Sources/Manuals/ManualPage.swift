package import ArgumentParser

/// The manual page of a program: its commands as they describe themselves, and what else it says.
package struct ManualPage {
    package struct Section {
        package let heading: String
        package var words = ""
        package var items: [(term: String, words: String)] = []
        package var parts: [Section] = []

        package init(_ heading: String) { self.heading = heading }
    }

    private let command: CommandDescription
    private let source: String
    private let sections: [Section]

    /// - Parameters:
    ///   - source: the program and its version.
    ///   - sections: what stands behind the commands.
    /// - Throws: `DecodingError`.
    package init(
        of command: any ParsableCommand.Type, source: String, sections: [Section]
    ) throws {
        self.command = try CommandDescription(command)
        self.source = source
        self.sections = sections
    }

    package var roff: String {
        var roff = Roff()
        roff.title(command.commandName, source: source)
        roff.section("Name")
        let abstract = command.abstract ?? ""
        roff.paragraph(
            "\(command.commandName) - \(abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract)"
        )
        roff.section("Synopsis")
        roff.paragraph("\(command.commandName) [command] [arguments]")
        if let discussion = command.discussion {
            roff.section("Description")
            roff.paragraph(discussion)
        }
        roff.section("Commands")
        for subcommand in command.subcommands ?? [] { add(subcommand, under: "", to: &roff) }
        for section in sections { add(section, to: &roff) }
        return roff.text
    }

    private func add(_ command: CommandDescription, under path: String, to roff: inout Roff) {
        guard command.shouldDisplay, command.commandName != "help" else { return }
        let name = path + command.commandName
        let positional = (command.arguments ?? []).filter {
            $0.kind == "positional" && $0.shouldDisplay
        }
        roff.subsection(([name] + positional.map(\.written)).joined(separator: " "))
        roff.paragraph(command.abstract ?? "")
        if let discussion = command.discussion { roff.paragraph(discussion) }
        for argument in command.arguments ?? [] where argument.shouldDisplay {
            guard !["help", "version"].contains(argument.valueName) else { continue }
            let words = [argument.abstract, argument.discussion].compactMap(\.self)
            roff.item(argument.written, words.joined(separator: " "))
        }
        for subcommand in command.subcommands ?? [] {
            add(subcommand, under: name + " ", to: &roff)
        }
    }

    private func add(_ section: Section, to roff: inout Roff, isPart: Bool = false) {
        if isPart { roff.subsection(section.heading) } else { roff.section(section.heading) }
        if !section.words.isEmpty { roff.paragraph(section.words) }
        for item in section.items { roff.item(item.term, item.words) }
        for part in section.parts { add(part, to: &roff, isPart: true) }
    }
}

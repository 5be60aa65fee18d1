/// Something that lies over the screen and has the keys until it goes; overlays are a stack.
package enum Overlay: Equatable, Sendable {
    case palette(PaletteState)
    case help(HelpState)
    case question(QuestionState)
    case form(FormState)
    case roleForm(RoleFormState)
    case picker(PickerState)
    case facets(FacetsState)
    case account
    case keyForm(KeyFormState)
    case once(OnceState)
    case notice(NoticeState)
    case staged(StagedState)
    case member(MemberCardState)
    case auditEntry(AuditEntryState)
    case menu(MenuState)
    case columns(ColumnsState)
}

import Client

/// What was remembered of earlier runs, and what of it is broken.
struct KeptState {
    private(set) var limits = TransferLimits.none
    private(set) var columns = ColumnChoices.standard
    private(set) var problems: [Phrase] = []

    init(in folders: ClientFolders) {
        do throws(StateFile<KeptLimits>.Broken) {
            limits = try KeptLimits.file(in: folders).read()?.limits ?? .none
        } catch {
            problems.append(error.phrase)
        }
        do throws(StateFile<KeptColumns>.Broken) {
            guard let kept = try KeptColumns.file(in: folders).read() else { return }
            let (columns, wrong) = kept.read()
            self.columns = columns
            problems += wrong
        } catch {
            problems.append(error.phrase)
        }
    }
}

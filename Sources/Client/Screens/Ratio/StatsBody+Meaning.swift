import API
import Cells
import Domain

extension StatsBody {
    /// Good from the required ratio on, or while grace lasts; poor under half of it.
    var meaning: Meaning {
        guard let ratio, requiredRatio > 0, bytesDown > graceBytes else { return .ratioGood }
        if ratio >= requiredRatio { return .ratioGood }
        return ratio >= requiredRatio / 2 ? .ratioFair : .ratioPoor
    }
}

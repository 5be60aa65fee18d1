/// Names an invitation in `InvitationID`.
package enum Invitation {}
/// Names a sign-in, as its owner sees it, in `SessionID`.
package enum SessionMark {}
/// Names a key for scripts in `APIKeyID`.
package enum APIKey {}

package typealias InvitationID = Identifier<Invitation>
package typealias SessionID = Identifier<SessionMark>
package typealias APIKeyID = Identifier<APIKey>

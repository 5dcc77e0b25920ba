using Market.Ledger.Banking;

namespace Market.Payments;

/// <summary>
/// A client account as other modules see it. A module adds to its pages by a display driver of this: <c>Detail</c> is the member's own
/// page, <c>DetailAdmin</c> the coordinator's.
/// </summary>
/// <param name="Id">The account's id, which operations carry.</param>
/// <param name="Number">Its number for people, like <c>C-0042</c>.</param>
/// <param name="Name">The client's name.</param>
/// <param name="Reference">The permanent reference the client puts on transfers, see <see cref="CreditorReference"/>.</param>
/// <param name="UserId">The id of the user it belongs to, its holder, if the client has a login. Others of the household see it too.</param>
/// <param name="IsOpen">Whether it takes operations.</param>
public sealed record ClientAccount(string Id, string Number, string Name, string Reference, string? UserId, bool IsOpen);

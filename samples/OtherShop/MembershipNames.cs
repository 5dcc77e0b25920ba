using Market.Payments;
using Microsoft.Extensions.Localization;

namespace OtherShop;

/// <summary>Calls a membership by its name on statements, and leads from <i>My account</i> to its page.</summary>
public sealed class MembershipNames(MembershipStore store, IStringLocalizer<MembershipNames> S) : IOrderNames
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, OrderName>> FindAsync(IReadOnlyCollection<string> orderIds) =>
        (await store.ListAsync(orderIds)).ToDictionary(
            membership => membership.MembershipId,
            _ => new OrderName(S["Membership"], "/memberships"),
            StringComparer.Ordinal);
}

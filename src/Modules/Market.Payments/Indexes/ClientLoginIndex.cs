using Market.Payments.Models;
using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace Market.Payments.Indexes;

/// <summary>Who sees which account: its holder and the other logins of the household.</summary>
public class ClientLoginIndex : MapIndex
{
    public string AccountId { get; set; } = string.Empty;

    /// <summary>Unique: a login sees one account.</summary>
    public string UserId { get; set; } = string.Empty;

    public bool IsHolder { get; set; }
}

public sealed class ClientLoginIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) => context
        .For<ClientLoginIndex>()
        .When(item => item.Latest && item.Has<ClientAccountPart>())
        .Map(item =>
        {
            var part = item.GetOrCreate<ClientAccountPart>();
            return part.FurtherLogins
                .Select(login => login.UserId)
                .Prepend(part.UserId)
                .Where(userId => !string.IsNullOrEmpty(userId))
                .Distinct(StringComparer.Ordinal)
                .Select(userId => new ClientLoginIndex { AccountId = item.ContentItemId, UserId = userId!, IsHolder = userId == part.UserId });
        });
}

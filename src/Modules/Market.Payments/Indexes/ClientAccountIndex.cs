using Market.Ledger.Postings;
using Market.Payments.Models;
using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace Market.Payments.Indexes;

public class ClientAccountIndex : MapIndex
{
    public string AccountId { get; set; } = string.Empty;

    public string Number { get; set; } = string.Empty;

    public string Reference { get; set; } = string.Empty;

    /// <summary>Unique where there is one.</summary>
    public string? UserId { get; set; }

    public string Name { get; set; } = string.Empty;

    /// <summary>Number, reference and name, as <see cref="NameText.FoldAll"/> makes them.</summary>
    public string Search { get; set; } = string.Empty;

    /// <summary>What the name is sorted by: <see cref="NameText.SortKey"/>.</summary>
    public string SortKey { get; set; } = string.Empty;

    public bool IsOpen { get; set; }

    /// <summary>The account's own floor in minor units, or null where the market's holds.</summary>
    public long? Floor { get; set; }
}

public sealed class ClientAccountIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) => context
        .For<ClientAccountIndex>()
        .When(item => item.Latest && item.Has<ClientAccountPart>())
        .Map(item =>
        {
            var part = item.GetOrCreate<ClientAccountPart>();
            var name = OneLine.Of(item.DisplayText ?? string.Empty);
            return new ClientAccountIndex
            {
                AccountId = item.ContentItemId,
                Number = part.Number ?? string.Empty,
                Reference = part.Reference ?? string.Empty,
                UserId = string.IsNullOrEmpty(part.UserId) ? null : part.UserId,
                Name = name,
                Search = NameText.FoldAll(part.Number, part.Reference, name),
                SortKey = NameText.SortKey(name),
                IsOpen = part.Status == AccountStatus.Open,
                Floor = part.FloorMinorUnits,
            };
        });
}

using System.Globalization;
using Market.Payments.Stripe.Models;
using YesSql.Indexes;

namespace Market.Payments.Stripe.Indexes;

public class SettlementIndex : MapIndex
{
    public const string InDoubt = nameof(InDoubt);

    public string StatementId { get; set; } = string.Empty;

    public string ProducerId { get; set; } = string.Empty;

    /// <summary>Unique: a producer has one statement of a number, in each of Stripe's modes.</summary>
    public string PlaceHash { get; set; } = string.Empty;

    public bool IsLive { get; set; }

    /// <summary>The state by its name; <see cref="InDoubt"/> while it is not known whether something of the transfer was taken back.</summary>
    public string State { get; set; } = string.Empty;

    public long MadeMilliseconds { get; set; }
}

public sealed class SettlementIndexProvider : IndexProvider<SettlementStatement>
{
    public SettlementIndexProvider() => CollectionName = StripeCollection.Name;

    public override void Describe(DescribeContext<SettlementStatement> context) => context
        .For<SettlementIndex>()
        .Map(statement => new SettlementIndex
        {
            StatementId = statement.StatementId,
            ProducerId = statement.ProducerId,
            PlaceHash = TextKey.Of(string.Create(CultureInfo.InvariantCulture, $"{statement.IsLive}\n{statement.ProducerId}\n{statement.Number}")),
            IsLive = statement.IsLive,
            State = statement.InDoubt().IsPositive ? SettlementIndex.InDoubt : statement.State.ToString(),
            MadeMilliseconds = statement.MadeAt.ToUnixTimeMilliseconds(),
        });
}

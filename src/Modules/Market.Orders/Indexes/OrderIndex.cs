using System.Security.Cryptography;
using System.Text;
using Market.Orders.Models;
using YesSql.Indexes;

namespace Market.Orders.Indexes;

/// <summary>Finds orders, and keeps by its unique columns what must not be ordered twice.</summary>
public sealed class OrderIndex : MapIndex
{
    /// <summary>The order. Unique.</summary>
    public string OrderId { get; set; } = string.Empty;

    /// <summary>The account that pays.</summary>
    public string AccountId { get; set; } = string.Empty;

    /// <summary>The distribution it is for.</summary>
    public string DistributionId { get; set; } = string.Empty;

    /// <summary>The <see cref="OrderStatus"/> by its name.</summary>
    public string Status { get; set; } = string.Empty;

    /// <summary>What is due for it: zero once it is cancelled.</summary>
    public long TotalMinorUnits { get; set; }

    /// <summary>The order's revision.</summary>
    public int Revision { get; set; }

    /// <summary>When it was placed.</summary>
    public DateTime PlacedUtc { get; set; }

    /// <summary>Unique: an account has one placed order in a distribution, and any number of cancelled ones.</summary>
    public string PlacedKey { get; set; } = string.Empty;

    /// <summary>Unique: a form of an account places one order.</summary>
    public string FormKeyHash { get; set; } = string.Empty;

    /// <summary>What <see cref="PlacedKey"/> is for a placed order.</summary>
    public static string KeyOfPlaced(string accountId, string distributionId) => Hash(accountId, distributionId);

    /// <summary>What <see cref="FormKeyHash"/> is. It holds the account, so that nobody's form meets another's order.</summary>
    public static string KeyOfForm(string accountId, string formKey) => Hash(accountId, formKey);

    // Lower-case hexadecimal, because SQLite compares these columns without case and PostgreSQL with it.
    private static string Hash(string accountId, string other) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId}\n{other}")));
}

/// <summary>Fills <see cref="OrderIndex"/>.</summary>
public sealed class OrderIndexProvider : IndexProvider<Order>
{
    /// <summary>Makes the provider one of the orders' collection.</summary>
    public OrderIndexProvider() => CollectionName = OrdersConstants.Collection;

    public override void Describe(DescribeContext<Order> context) => context.For<OrderIndex>()
        .Map(order => new OrderIndex
        {
            OrderId = order.OrderId,
            AccountId = order.AccountId,
            DistributionId = order.DistributionId,
            Status = order.Status.ToString(),
            TotalMinorUnits = order.Due().MinorUnits,
            Revision = order.Revision,
            PlacedUtc = order.PlacedUtc,
            PlacedKey = order.Status is OrderStatus.Placed ? OrderIndex.KeyOfPlaced(order.AccountId, order.DistributionId) : order.OrderId,
            FormKeyHash = OrderIndex.KeyOfForm(order.AccountId, order.FormKey),
        });
}

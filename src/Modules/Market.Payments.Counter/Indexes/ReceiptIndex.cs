using System.Security.Cryptography;
using System.Text;
using Market.Payments.Counter.Models;
using YesSql.Indexes;

namespace Market.Payments.Counter.Indexes;

/// <summary>Finds receipts.</summary>
public sealed class ReceiptIndex : MapIndex
{
    /// <summary>Unique: no two receipts have one number.</summary>
    public long Number { get; set; }

    /// <summary>The client account whose money it is about.</summary>
    public string AccountId { get; set; } = string.Empty;

    /// <summary>Unique: the hash of the link's secret, since SQLite's text columns do not tell case apart and secrets do.</summary>
    public string TokenHash { get; set; } = string.Empty;

    /// <summary>When it was issued, in milliseconds since 1970 (UTC).</summary>
    public long IssuedMilliseconds { get; set; }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>Finds the receipt that a payment or a deposit is on.</summary>
public sealed class ReceiptPaymentIndex : MapIndex
{
    /// <summary>Unique: a payment is on one receipt, and so is a deposit.</summary>
    public string OperationId { get; set; } = string.Empty;

    /// <summary>The receipt's number.</summary>
    public long Number { get; set; }
}

/// <summary>Fills both.</summary>
public sealed class ReceiptIndexProvider : IndexProvider<ReceiptDocument>
{
    public ReceiptIndexProvider() => CollectionName = CounterCollection.Name;

    public override void Describe(DescribeContext<ReceiptDocument> context)
    {
        context.For<ReceiptIndex>().Map(document => new ReceiptIndex
        {
            Number = document.Receipt.Number,
            AccountId = document.Receipt.AccountId,
            TokenHash = ReceiptIndex.HashOf(document.Token),
            IssuedMilliseconds = document.Receipt.IssuedAt.ToUnixTimeMilliseconds(),
        });
        context.For<ReceiptPaymentIndex>().Map(document => document.Receipt.Payments.Select(payment => payment.OperationId)
            .Concat(document.Receipt.Deposits.Select(deposit => deposit.OperationId))
            .Select(operationId => new ReceiptPaymentIndex { OperationId = operationId, Number = document.Receipt.Number }));
    }
}

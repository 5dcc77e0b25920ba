using System.Globalization;
using Market.Payments.Banking.Models;
using YesSql.Indexes;

namespace Market.Payments.Banking.Indexes;

public class ChequeIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string ChequeId { get; set; } = string.Empty;

    public string AccountId { get; set; } = string.Empty;

    /// <summary>Unique: an operation credits one cheque.</summary>
    public string? OperationId { get; set; }

    /// <summary>Unique: a cheque is handed over once.</summary>
    public string? PendingPaymentId { get; set; }

    /// <summary>The <see cref="Ledger.Cheques.ChequeState"/> by its name.</summary>
    public string State { get; set; } = string.Empty;

    /// <summary>The market's day it goes to the bank, <c>yyyy-MM-dd</c>.</summary>
    public string BankDay { get; set; } = string.Empty;

    public long? Slip { get; set; }

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed class ChequeIndexProvider : IndexProvider<ChequeDocument>
{
    public ChequeIndexProvider() => CollectionName = BankingCollection.Name;

    public override void Describe(DescribeContext<ChequeDocument> context) => context
        .For<ChequeIndex>()
        .Map(document => new ChequeIndex
        {
            ChequeId = document.Cheque.Id,
            AccountId = document.Cheque.AccountId,
            OperationId = document.Cheque.OperationId,
            PendingPaymentId = document.Cheque.PendingPaymentId,
            State = document.Cheque.State.ToString(),
            BankDay = ChequeIndex.Day(document.Cheque.BankDay),
            Slip = document.Cheque.Slip,
        });
}

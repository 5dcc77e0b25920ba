using Market.Payments.Counter.Indexes;
using Market.Payments.Counter.Models;
using Microsoft.Extensions.Localization;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Counter.Receipts;

/// <summary>A member's receipts, and when each was handed over.</summary>
public sealed class ReceiptData(ISession session, IStringLocalizer<ReceiptData> S) : IPersonalData
{
    public string Name => "receipts";

    public string Label => S["Your receipts, and how they were handed over"];

    public IReadOnlyList<string> SeenWith => [PaymentsRights.ViewBalances, CounterRights.UseCounter];

    public async Task<IReadOnlyList<object>> ReadAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var receipts = (await session.Query<ReceiptDocument, ReceiptIndex>(index => index.AccountId == account.Id, CounterCollection.Name).ListAsync())
            .Select(document => document.Receipt).OrderBy(receipt => receipt.Number).ToList();
        var numbers = receipts.Select(receipt => receipt.Number).ToArray();
        var handouts = numbers.Length == 0
            ? []
            : await session.Query<ReceiptHandout, ReceiptHandoutIndex>(index => index.Number.IsIn(numbers), CounterCollection.Name).ListAsync();
        var byNumber = handouts.ToLookup(handout => handout.Number);
        return
        [
            .. receipts.Select(receipt => new
            {
                receipt.Number,
                receipt.IssuedAt,
                Seller = receipt.Seller.Name,
                Total = receipt.Total().ToInvariantString(),
                Currency = receipt.Total().Currency.Code,
                Payments = receipt.Payments.Select(payment => payment.OperationId),
                HandedOver = byNumber[receipt.Number].Select(handout => new { handout.At, handout.Way }),
            }),
        ];
    }
}

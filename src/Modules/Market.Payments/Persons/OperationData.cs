using Market.Payments.Books;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Persons;

/// <summary>The operations of the account, whole: they stay as long as the law has books kept.</summary>
public sealed class OperationData(OperationStream stream, IStringLocalizer<OperationData> S) : IPersonalData
{
    public string Name => "operations";

    public string Label => S["What was charged, paid and given back: your statement"];

    public IReadOnlyList<string> SeenWith => [PaymentsRights.ViewBalances, PaymentsRights.ManageBooks];

    public async Task<IReadOnlyList<object>> ReadAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return
        [
            .. (await stream.OfAccountAsync(account.Id)).Select(operation => new
            {
                operation.Id,
                operation.Sequence,
                operation.Kind,
                Amount = operation.Amount.ToInvariantString(),
                Currency = operation.Amount.Currency.Code,
                operation.Method,
                operation.OrderId,
                operation.DistributionId,
                operation.Details,
                operation.Memo,
                operation.OccurredOn,
                operation.RecordedAt,
                operation.Reverses,
                operation.Hash,
            }),
        ];
    }
}
